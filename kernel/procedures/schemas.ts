/** Input schemas: compiled once, published under immutable addresses that carry their hash. */
import { createHash } from 'node:crypto';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { TSchema } from 'typebox';
import { refuse, type Refusal } from '../problems/refusal.ts';
import { isDate, isInstant } from '../terms/almaty.ts';
import type { Procedure } from './declare.ts';

const ajv = new Ajv2020({ allErrors: true, strict: false, coerceTypes: false, removeAdditional: false });
(addFormats as unknown as (a: Ajv2020) => void)(ajv);
// Formats that tell a form which picker to show; their values are ids.
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
for (const name of ['child', 'relative', 'organisation', 'appointment']) ajv.addFormat(name, uuid);
// Days and instants the database knows too: ajv's own also take the year 0 and a leap second.
ajv.addFormat('date', isDate);
ajv.addFormat('date-time', isInstant);
// All mistakes are told at once, so a text too long would be held against its pattern all the same; that it is too long is enough.
ajv.removeKeyword('pattern');
ajv.addKeyword({
  keyword: 'pattern', type: 'string', schemaType: 'string',
  compile: (pattern: string, parent) => {
    const { maxLength } = parent as { maxLength?: number };
    const fits = new RegExp(pattern, 'u');
    // A letter takes two places at most.
    return (text: string) => (maxLength !== undefined && text.length > 2 * maxLength) || fits.test(text);
  },
});
ajv.addFormat('multiline', true);
ajv.addFormat('district', true);

const compiled = new WeakMap<TSchema, ValidateFunction>();
const hashes = new WeakMap<TSchema, string>();

export function schemaHash(schema: TSchema): string {
  let hash = hashes.get(schema);
  if (hash === undefined) {
    hash = createHash('sha256').update(JSON.stringify(schema)).digest('hex').slice(0, 16);
    hashes.set(schema, hash);
  }
  return hash;
}

export const inputSchema = (procedure: Procedure, step: string): TSchema | undefined =>
  step === 'start' && procedure.start !== undefined ? procedure.start.input : procedure.steps[step]?.input;

/** `/api/schemas/cases.protection.visit.0123456789abcdef` */
export function schemaHref(procedure: Procedure, step: string): string {
  const schema = inputSchema(procedure, step);
  if (schema === undefined) throw new Error(`${procedure.id}: no step ${step}`);
  return `/api/schemas/${procedure.id}.${step}.${schemaHash(schema)}`;
}

/** Every published schema by its name. */
export function publishedSchemas(procedures: readonly Procedure[]): Map<string, TSchema> {
  const all = new Map<string, TSchema>();
  for (const p of procedures) {
    for (const step of ['start', ...Object.keys(p.steps)]) {
      const schema = inputSchema(p, step);
      if (schema !== undefined) all.set(`${p.id}.${step}.${schemaHash(schema)}`, schema);
    }
  }
  return all;
}

const codes: Readonly<Record<string, string>> = {
  required: 'required',
  type: 'type',
  format: 'format',
  pattern: 'format',
  minimum: 'minimum',
  maximum: 'maximum',
  maxLength: 'too-long',
  maxItems: 'too-long',
  minLength: 'too-short',
  minItems: 'too-short',
  enum: 'not-in-list',
  const: 'not-in-list',
  anyOf: 'not-in-list',
  additionalProperties: 'unknown-field',
};

/** Text PostgreSQL cannot store: a null byte, half a letter (a surrogate alone). */
const unstorable = /[\0\p{Surrogate}]/u;
/** No input of ours is deeper; one that is would exhaust the stack of whoever walks it. */
const deepest = 32;

function faultOf(value: unknown, depth = 0): 'null-byte' | 'deep' | null {
  if (typeof value === 'string') return unstorable.test(value) ? 'null-byte' : null;
  if (typeof value !== 'object' || value === null) return null;
  if (depth === deepest) return 'deep';
  for (const [key, inner] of Object.entries(value)) {
    const fault = unstorable.test(key) ? 'null-byte' : faultOf(inner, depth + 1);
    if (fault !== null) return fault;
  }
  return null;
}

/** Null when the input fits; else a refusal that names each field and what is wrong with it. */
export function validateInput(schema: TSchema, input: unknown): Refusal | null {
  const fault = faultOf(input);
  if (fault === 'null-byte') return refuse('null-byte', 400);
  if (fault === 'deep') return refuse('invalid-input', 400, {}, { fields: [{ path: '', code: 'type' }] });
  let validate = compiled.get(schema);
  if (validate === undefined) {
    validate = ajv.compile(schema);
    compiled.set(schema, validate);
  }
  if (validate(input)) return null;
  const fields = (validate.errors ?? []).map((e) => {
    const missing = (e.params as { missingProperty?: string; additionalProperty?: string }).missingProperty;
    const unknown = (e.params as { additionalProperty?: string }).additionalProperty;
    const extra = missing ?? unknown;
    return { path: extra === undefined ? e.instancePath : `${e.instancePath}/${extra}`, code: codes[e.keyword] ?? 'format' };
  });
  const once = new Map(fields.map((f) => [`${f.path} ${f.code}`, f]));
  return refuse('invalid-input', 400, {}, { fields: [...once.values()].slice(0, 50) });
}

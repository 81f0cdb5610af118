/** Input schemas: compiled once, published under immutable addresses that carry their hash. */
import { createHash } from 'node:crypto';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { TSchema } from 'typebox';
import { refuse, type Refusal } from '../problems/refusal.ts';
import type { Procedure } from './declare.ts';

const ajv = new Ajv2020({ allErrors: true, strict: false, coerceTypes: false, removeAdditional: false });
(addFormats as unknown as (a: Ajv2020) => void)(ajv);
// Formats that tell a form which picker to show; their values are ids.
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
for (const name of ['child', 'organisation', 'appointment']) ajv.addFormat(name, uuid);
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

/** Text PostgreSQL cannot store. */
const hasNull = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.includes('\u0000')
    : typeof value === 'object' && value !== null && Object.entries(value).some(([k, v]) => k.includes('\u0000') || hasNull(v));

/** Null when the input fits; else a refusal that names each field and what is wrong with it. */
export function validateInput(schema: TSchema, input: unknown): Refusal | null {
  if (hasNull(input)) return refuse('null-byte', 400);
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

/** From a step's JSON schema to inputs that fit it, with ids of people and places that exist, and text as people write it. */
import fc from 'fast-check';
import type { DirectoryData } from '#kernel/access/directory.ts';
import { almatyDate, addDays } from '#kernel/terms/almaty.ts';
import type { Instant } from '#kernel/clock.ts';
import type { Texts } from '#kernel/texts/text.ts';

interface Schema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly 'x-enum-text'?: string;
  readonly 'x-kind'?: string;
  readonly 'x-role'?: string;
}

/** What ids and words are drawn from. */
export interface Known {
  readonly directory: DirectoryData;
  readonly now: Instant;
  /** Subjects of proceedings so far. */
  readonly children: readonly string[];
  readonly texts: Texts;
  /** Appointments that fit what is asked about: of the accountable roles, where it happens. */
  readonly near: readonly string[];
}

/** What has broken programs before: scripts mixed, direction marks, emoji, markup, quotes, paths, formulas, spaces only. */
export const naughty: readonly string[] = [
  ' ', '\t\n', 'ӘҒҚҢӨҰҮҺІ', 'Әке ұрды мені', 'мен коркамын, көмектесiңiзшi', 'pamogite mne', 'Cәлем', 'о́чень', 'İstanbul ı', 'ﬁ', 'ß', '👩‍👧‍👦🏳️‍🌈',
  '\u202Eabc\u202C', '\uFEFF', '\u200B\u200D', 'e\u0301\u0301\u0301', "'; drop table kernel.entry; --", '<script>alert(1)</script>', '${7*7}', '{name}', '=1+1',
  '../../etc/passwd', 'null', 'undefined', 'NaN', 'true', '__proto__', '-0', '1e309', '0x10', '٣', '\\u0041', '\r\n.\r\n', '"', '%s%n', 'a'.repeat(500), '📞 8 (701) 000-00-00',
];

/** Nobody's numbers: computed, with right check digits (domain.md §2). */
const iins: readonly string[] = ['150312500019', '100529600125', '171101501234', '941028300040', '150312501807', '150312501819', '150312501820'];

const words = fc.oneof(
  { arbitrary: fc.constantFrom('Ағам ұрады', 'Бүгін мектепте', 'Помогите, пожалуйста', 'Дома никого нет', 'Nobody is at home', 'мама спит', 'тексерілді', 'сделано'), weight: 6 },
  { arbitrary: fc.constantFrom(...naughty), weight: 2 },
  { arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }), weight: 2 },
);

/** Cut and filled to the length the schema allows, counted in characters as JSON Schema does. */
function fitted(text: string, schema: Schema): string {
  const letters = Array.from(text.replaceAll('\u0000', ''));
  while (letters.length < (schema.minLength ?? 0)) letters.push('ә');
  return letters.slice(0, schema.maxLength ?? 1000).join('');
}

const uuidOf = (seed: number): string => `0190ffff-0000-7000-8000-${seed.toString(16).padStart(12, '0')}`;
const one = <T>(items: readonly T[], other: T): fc.Arbitrary<T> => (items.length === 0 ? fc.constant(other) : fc.constantFrom(...items));

function stringOf(schema: Schema, known: Known): fc.Arbitrary<string> {
  const { directory, now } = known;
  const today = almatyDate(now);
  switch (schema.format) {
    case 'organisation': {
      const fits = directory.organisations.filter((o) => schema['x-kind'] === undefined || o.kind === schema['x-kind']);
      const any = one(directory.organisations.map((o) => o.id), uuidOf(1));
      return fc.oneof({ arbitrary: one(fits.map((o) => o.id), uuidOf(1)), weight: 18 }, { arbitrary: any, weight: 1 }, { arbitrary: fc.constant(uuidOf(1)), weight: 1 });
    }
    case 'appointment': {
      const fits = directory.appointments.filter((a) => schema['x-role'] === undefined || a.role === schema['x-role']);
      const any = one(fits.map((a) => a.id), uuidOf(2));
      const close = fits.map((a) => a.id).filter((id) => known.near.includes(id));
      return fc.oneof(
        { arbitrary: close.length === 0 ? any : fc.constantFrom(...close), weight: 12 },
        { arbitrary: any, weight: 3 },
        { arbitrary: fc.constant(uuidOf(2)), weight: 1 },
      );
    }
    case 'district':
      return fc.oneof({ arbitrary: one(directory.districts.map((d) => d.code), '0'), weight: 19 }, { arbitrary: fc.constant('000000000'), weight: 1 });
    case 'child':
      return fc.oneof({ arbitrary: one(known.children, uuidOf(3)), weight: 3 }, { arbitrary: fc.nat({ max: 50 }).map((n) => uuidOf(1000 + n)), weight: 1 });
    case 'relative':
      return fc.nat({ max: 50 }).map((n) => uuidOf(3000 + n));
    case 'uuid':
      return fc.oneof({ arbitrary: one(directory.appointments.map((a) => a.person), uuidOf(4)), weight: 3 }, { arbitrary: fc.nat({ max: 50 }).map((n) => uuidOf(2000 + n)), weight: 1 });
    case 'date':
      // Today, soon, lately, and birthdays of children and of those who are none any more.
      return fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 60 }), fc.integer({ min: -10, max: 0 }), fc.integer({ min: -7500, max: 900 })).map((days) => addDays(today, days));
    case 'date-time':
      return fc.oneof(fc.integer({ min: -3, max: 60 }), fc.integer({ min: -400, max: 400 })).map((days) => `${addDays(today, days)}T0${Math.abs(days) % 10}:30:00.000Z`);
    default:
      return plainString(schema, known);
  }
}

function plainString(schema: Schema, known: Known): fc.Arbitrary<string> {
  if (schema.pattern !== undefined) return fc.stringMatching(new RegExp(schema.pattern)).filter((s) => schema.maxLength === undefined || s.length <= schema.maxLength);
  const prefix = schema['x-enum-text'];
  if (prefix !== undefined) {
    const values = Object.keys(known.texts).filter((k) => k.startsWith(`${prefix}.`)).map((k) => k.slice(prefix.length + 1));
    return fc.oneof({ arbitrary: one(values, ''), weight: 9 }, { arbitrary: fc.constant('no-such-value'), weight: 1 }).map((v) => fitted(v, schema));
  }
  return words.map((text) => fitted(text, schema));
}

/** What a person would put there, mostly; else whatever fits. */
function byName(name: string, schema: Schema, known: Known): fc.Arbitrary<unknown> {
  const any = arbitraryInput(schema, known);
  if (name === 'iin') return fc.oneof({ arbitrary: fc.constantFrom(...iins), weight: 4 }, { arbitrary: any, weight: 1 });
  if (name === 'school') return fc.oneof({ arbitrary: arbitraryInput({ ...schema, 'x-kind': 'school' }, known), weight: 4 }, { arbitrary: any, weight: 1 });
  return any;
}

function objectOf(schema: Schema, known: Known): fc.Arbitrary<unknown> {
  const model = Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, s]) => [name, byName(name, s, known)]));
  const required = (schema.required ?? []).filter((name) => name in model);
  return fc.record(model, { requiredKeys: required, noNullPrototype: true });
}

/** Inputs that fit the schema; what the program knows beyond the schema may still refuse them. */
export function arbitraryInput(given: object, known: Known): fc.Arbitrary<unknown> {
  const schema = given as Schema;
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives !== undefined) return fc.oneof(...alternatives.map((s) => arbitraryInput(s, known)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type: string) => arbitraryInput({ ...schema, type }, known)));
  switch (schema.type) {
    case 'string':
      return stringOf(schema, known);
    case 'integer':
      return fc.integer({ min: Math.ceil(schema.minimum ?? 0), max: Math.floor(schema.maximum ?? 1000) });
    case 'number':
      return fc.double({ min: schema.minimum ?? 0, max: schema.maximum ?? 1000, noNaN: true, noDefaultInfinity: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(arbitraryInput(schema.items ?? {}, known), { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 3, (schema.minItems ?? 0) + 3) });
    case 'object':
      return objectOf(schema, known);
    default:
      return schema.properties === undefined ? fc.jsonValue() : objectOf(schema, known);
  }
}

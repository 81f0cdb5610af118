/**
 * One proceeding of every procedure as life makes it, found by walking at random; a new procedure comes in by itself.
 * Whatever a person may write freely in an input is replaced by a mark, so that one can tell where each word went.
 */
import fc from 'fast-check';
import type { Proceeding } from '#kernel/procedures/context.ts';
import type { Registry } from '#kernel/procedures/registry.ts';
import { validateInput } from '#kernel/procedures/schemas.ts';
import type { Texts } from '#kernel/texts/text.ts';
import { newTally, walk } from '../walk.ts';

export interface Specimen {
  readonly row: Proceeding;
  /** By class of field; marks stand where somebody wrote. */
  readonly records: Readonly<Record<string, unknown>>;
  /** What the start was given; null where a reaction opened it. */
  readonly start: unknown;
}

/** A mark is short, so that it fits wherever a word fits. */
export const markIn = /§(\d+)§/g;

interface Schema {
  readonly type?: unknown;
  readonly format?: string;
  readonly enum?: unknown;
  readonly const?: unknown;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly 'x-enum-text'?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** Free text of a schema: no word of a list, no id, no date; and long enough for a mark. */
const isFree = (s: Schema): boolean =>
  s.type === 'string' && (s.format === undefined || s.format === 'multiline') && s.enum === undefined && s.const === undefined &&
  s.pattern === undefined && s['x-enum-text'] === undefined && (s.maxLength ?? 1000) >= 12;

/** Marks every free text of a value; what no longer fits its schema afterwards stays as it was. */
function marked(schema: Schema, value: unknown, mark: () => string): unknown {
  if (typeof value === 'string') return isFree(schema) ? mark() : value;
  if (Array.isArray(value)) return value.map((one) => marked(schema.items ?? {}, one, mark));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, name === 'iin' ? one : marked(schema.properties?.[name] ?? {}, one, mark)]));
}

const seed = 20261125;
/** They end as soon as every procedure was found; a rare one wants many. */
const mostWalks = 500;

export function specimens(registry: Registry, texts: Texts): ReadonlyMap<string, Specimen> {
  const wanted = new Set(registry.procedures.map((p) => p.id));
  /** A procedure stands here as its newest version has it. */
  const newest = (id: string): string => registry.procedures.filter((p) => p.id === id).reduce((last, p) => (p.version > last ? p.version : last), '');
  const found = new Map<string, Specimen>();
  /** By the number of a mark: the start it was given in. */
  const starts = new Map<number, { procedure: string; value: unknown }>();
  let count = 0;
  const shape = (schema: object, value: unknown, procedure: string, step: string | null): unknown => {
    const given: number[] = [];
    const shaped = marked(schema, value, () => {
      count += 1;
      given.push(count);
      return `§${count}§`;
    });
    if (validateInput(schema, shaped) !== null) return value;
    if (step === null) for (const n of given) starts.set(n, { procedure, value: shaped });
    return shaped;
  };
  const classes = (records: object): number => Object.keys(records).length;
  const tally = newTally();
  for (const g of fc.sample(fc.gen(), { seed, numRuns: mostWalks })) {
    const world = walk(g, { registry, texts, tally, length: 130, shape });
    for (const row of world.rows.values()) {
      if (row.version !== newest(row.procedure)) continue;
      const records = world.records(row.id);
      const before = found.get(row.procedure);
      // An open one is better than an ended one, and one in which more was written better than another.
      if (before !== undefined && (row.final && !before.row.final || (row.final === before.row.final && classes(before.records) >= classes(records)))) continue;
      const first = [...JSON.stringify(records).matchAll(markIn)].map((m) => starts.get(Number(m[1]))).find((s) => s?.procedure === row.procedure);
      if (before !== undefined && before.start !== null && first === undefined) continue;
      found.set(row.procedure, { row, records, start: first?.value ?? null });
    }
    if ([...wanted].every((id) => found.has(id))) break;
  }
  // Procedures made by one declaration (a referral to a clinic, to a school) have the same records.
  const classesOf = (id: string): string => registry.procedures.find((p) => p.id === id)?.classes.join() ?? '';
  for (const id of [...wanted].filter((one) => !found.has(one))) {
    const like = [...found.keys()].find((other) => classesOf(other) === classesOf(id));
    const model = like === undefined ? undefined : found.get(like);
    if (model !== undefined) found.set(id, model);
  }
  const never = [...wanted].filter((id) => !found.has(id));
  if (never.length > 0) throw new Error(`no walk opens ${never.join(', ')}: see tests/proofs/walk.test.ts`);
  return found;
}

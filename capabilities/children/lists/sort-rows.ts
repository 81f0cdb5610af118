/** A batch of rows, told apart: who is new, known, to be looked at, and which rows cannot be read. Every row is in one of the four. */
import { createHash } from 'node:crypto';
import type { Instant } from '#kernel/clock.ts';
import { nameRows } from '../domain/names.ts';
import { listFields } from '../domain/lists/inputs.ts';
import type { Row } from '../domain/lists/csv.ts';
import { matchRow, type Candidate, type Matched } from '../domain/lists/match.ts';
import type { Alike, Weighable } from './alike.ts';
import { readRow, type ListedChild, type Reading, type RowFault } from './person.ts';
import { indexedParent, type NameEntry, type Pointed } from '../domain/search/entries.ts';
import type { NumberSet } from './number-set.ts';
import { indexed, keyOfName } from './remembered.ts';

export interface FailedRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly faults: readonly RowFault[];
}
interface NameWrite { readonly id: string; readonly family: string | null; readonly given: string | null; readonly patronymic: string | null; readonly script: string }
/** What children.list_batch writes of one row. */
interface ChildWrite {
  readonly child: string;
  readonly fresh: boolean;
  readonly hash: string;
  readonly reference: string | null;
  readonly born: string | null;
  readonly sex: string | null;
  readonly iin: string | null;
  readonly names: readonly NameWrite[];
  readonly people: readonly { readonly id: string; readonly kind: 'mother' | 'father'; readonly name: string }[];
  /** A child of the register it may be. */
  readonly looks_like: string | null;
  /** How the index points to him; the given names of his parents by their keys. */
  readonly pointers: readonly Pointed[];
  readonly mother: string | null;
  readonly father: string | null;
}
/** A new child and the one he may be. */
type Pair = Alike & { readonly one: string; readonly other: string };
export interface Sorted {
  readonly counts: { fresh: number; known: number; looked: number; failed: number; readonly failures: Readonly<Record<string, number>> };
  readonly writes: readonly ChildWrite[];
  /** Names that the dictionary of the index must have for them; each once. */
  readonly entries: readonly NameEntry[];
  /** For the worklist. */
  readonly pairs: readonly Pair[];
  readonly failed: readonly FailedRow[];
}

export interface Sorting {
  readonly now: Instant;
  /** Where the agency is. */
  readonly place: { readonly region: string; readonly district: string | null };
  weigh(one: Weighable, other: Weighable): Alike;
  /** children.list_known: rows seen before, and whom the others may mean; null where the list is no longer worked on. */
  ask(rows: unknown): Promise<unknown>;
  newId(): string;
  /** Of a dry run: who came earlier in the file, by `identityOf`, since nothing of them was written. */
  readonly seen: NumberSet | null;
}

/** One row says the same as another: not read twice. */
const hashOf = (child: ListedChild): string => createHash('sha256').update(JSON.stringify(listFields.map((f) => (f === 'name' ? null : child[f])))).digest('hex');

/** Number, or day and name, in 48 bits: a million of them fit into memory. */
const identityOf = (c: ListedChild): number =>
  createHash('sha256').update(c.iin ?? `${c.born ?? ''} ${keyOfName('family', c.family ?? '')} ${keyOfName('given', c.given ?? '')}`).digest().readUIntBE(0, 6) + 1;

type Met = Candidate & Weighable;
interface Known {
  readonly seen: readonly number[];
  readonly candidates: readonly (Met & { readonly n: number })[];
}

/** A row of this batch, as a candidate for those behind it: it is not in the database yet. */
const asCandidate = (child: string, row: ListedChild, iin: string | null, place: Sorting['place']): Met => ({
  id: child, born: row.born, iin, byReference: false, names: [{ family: row.family, given: row.given, patronymic: row.patronymic }],
  sex: row.sex, mother: row.mother, father: row.father, ...place,
});

/** Rows as they can be read, before anybody is looked for. */
export interface RowsRead {
  readonly good: readonly { readonly n: number; readonly hash: string; readonly child: ListedChild }[];
  readonly failed: readonly FailedRow[];
  /** By `column code`, of the first fault of each. */
  readonly failures: Readonly<Record<string, number>>;
}
export function readRows(rows: readonly Row[], reading: Reading): RowsRead {
  const failed: FailedRow[] = [];
  const failures: Record<string, number> = {};
  const good: RowsRead['good'][number][] = [];
  for (const row of rows) {
    const read = readRow(row, reading);
    if (read.ok) {
      good.push({ n: good.length, hash: hashOf(read.child), child: read.child });
      continue;
    }
    failed.push({ line: row.line, cells: row.cells, faults: read.faults });
    const [first = { column: 'row', code: 'format' }] = read.faults;
    const key = `${first.column} ${first.code}`;
    failures[key] = (failures[key] ?? 0) + 1;
  }
  return { good, failed, failures };
}

/** Null where the list is no longer worked on. */
export async function sortRows({ good, failed, failures }: RowsRead, s: Sorting): Promise<Sorted | null> {
  const counts: Sorted['counts'] = { fresh: 0, known: 0, looked: 0, failed: failed.length, failures };
  const asked = good.map(({ n, hash, child: { born, iin, reference, family, given } }) => ({
    n, hash, born, iin, reference, family: keyOfName('family', family ?? ''), given: keyOfName('given', given ?? ''),
  }));
  const known = (await s.ask(asked)) as Known | null;
  if (known === null) return null;
  const seen = new Set(known.seen);
  const candidates = new Map<number, Met[]>();
  for (const { n, ...candidate } of known.candidates) candidates.set(n, [...(candidates.get(n) ?? []), candidate]);

  const writes: ChildWrite[] = [];
  const pairs: Pair[] = [];
  const entries = new Map<string, NameEntry>();
  const hashes = new Set<string>();
  const numbers = new Set<string>();
  const before = new Map<string, Met[]>();
  const keysOf = (c: ListedChild): string[] => [...(c.iin === null ? [] : [c.iin]), ...(c.born === null ? [] : [`${c.born} ${keyOfName('given', c.given ?? '')}`]), ...(c.reference === null ? [] : [`#${c.reference}`])];
  for (const { n, hash, child } of good) {
    if (seen.has(n) || hashes.has(hash)) {
      counts.known += 1;
      continue;
    }
    hashes.add(hash);
    const near = new Map((candidates.get(n) ?? []).map((c) => [c.id, c]));
    for (const key of keysOf(child)) for (const c of before.get(key) ?? []) near.set(c.id, { ...c, byReference: key === `#${child.reference ?? ''}` });
    const match: Matched | null = matchRow(child, [...near.values()], keyOfName);
    const fresh = match?.likeness !== 'same';
    const id = fresh ? s.newId() : match.child;
    // Of two rows of a batch with one number the first bears it.
    const iin = child.iin !== null && numbers.has(child.iin) ? null : child.iin;
    if (iin !== null) numbers.add(iin);
    const own = asCandidate(id, child, iin, s.place);
    const like = fresh && match !== null ? near.get(match.child) : undefined;
    // As the row says it: also the number that the other bears.
    if (like !== undefined) pairs.push({ one: id, other: like.id, ...s.weigh({ ...own, iin: child.iin }, like) });
    const identity = s.seen === null ? 0 : identityOf(child);
    if (match === null) {
      if (s.seen?.has(identity) === true) counts.known += 1;
      else counts.fresh += 1;
    } else if (fresh) counts.looked += 1;
    else counts.known += 1;
    s.seen?.add(identity);
    for (const key of keysOf(child)) before.set(key, [...(before.get(key) ?? []), own]);
    const names = nameRows(id, [{ kind: 'document', ...(child.family === null ? {} : { family: child.family }), ...(child.given === null ? {} : { given: child.given }), ...(child.patronymic === null ? {} : { patronymic: child.patronymic }) }], s.now, s.newId)
      .map(({ id: name, family, given, patronymic, script }) => ({ id: name, family, given, patronymic, script }));
    const pointers = names.map((n) => indexed(n));
    const [mother, father] = [indexedParent(child.mother), indexedParent(child.father)];
    writes.push({
      child: id, fresh, hash, reference: child.reference, born: child.born, sex: child.sex, iin,
      names,
      people: (['mother', 'father'] as const).flatMap((kind) => (child[kind] === null ? [] : [{ id: s.newId(), kind, name: child[kind] }])),
      looks_like: like?.id ?? null,
      pointers: pointers.flatMap((p) => p.pointers),
      mother: mother.given,
      father: father.given,
    });
    for (const entry of [...pointers.flatMap((p) => p.entries), ...mother.entries, ...father.entries]) entries.set(`${entry.part} ${entry.spelling}`, entry);
  }
  return { counts, writes, entries: [...entries.values()], pairs, failed };
}

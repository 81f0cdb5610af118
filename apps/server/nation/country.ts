/**
 * A made country, settlement after settlement: the same size and seed give the same rows. Bounded memory.
 * Nobody in it exists; which figures are published and which are made up is said in docs/running-it.md.
 */
import { setImmediate } from 'node:timers/promises';
import { recordOf } from './agency.ts';
import { chance } from './chance.ts';
import type { NameBook } from './family.ts';
import { givenNames } from './given.ts';
import { numbering } from './numbers.ts';
import { districtsOf, regionSizes, settlements, type RegionFigure } from './places.ts';
import { childrenOf, type Counters, type Person } from './population.ts';
import { noLines, putPerson, putRecord, tables, type Lines, type TableKey } from './rows.ts';
import { surnames } from './surnames.ts';

export interface NationOptions {
  /** Children, each of them one person. */
  readonly children: number;
  readonly seed: string;
  /** Share of the children of whom another agency keeps a second row, from 0 to 1; one in ten of those has a third. */
  readonly doubles: number;
  /** The register's regions, without the one for "not known yet". */
  readonly regions: readonly RegionFigure[];
}
/** Rows of a few settlements, as COPY reads them, by table. */
export interface Batch {
  readonly text: Readonly<Record<TableKey, readonly Buffer[]>>;
  /** Rows of children.child in it. */
  readonly rows: number;
  /** Children so far, this batch's among them. */
  readonly done: number;
}

export const nameBook = (): NameBook => ({ given: givenNames(), surnames: surnames() });

/** Settlements one by one, with everybody who lives there. */
export function* people({ children, seed, regions }: NationOptions, book: NameBook): Generator<Person[]> {
  const count: Counters = { person: 0, household: 0, number: numbering() };
  for (const place of settlements(regionSizes(regions, children), seed)) {
    yield childrenOf(chance(seed, `settlement ${place.index}`), book, place, count);
  }
}

/** What agencies write comes from a stream of its own: with other doubles the country stays as it is. */
function linesOf(all: readonly Person[], seed: string, settlement: number, doubles: number): Lines {
  const lines = noLines();
  const ids = chance(seed, `ids ${settlement}`);
  const hand = chance(seed, `agencies ${settlement}`);
  const made: string[] = [];
  for (const p of all) {
    made.push(putPerson(lines, ids, p, p.elder === null ? null : (made[p.elder] ?? null)));
    if (hand() >= doubles) continue;
    const districts = districtsOf(p.region).map((d) => d.code);
    for (let n = hand() < 0.1 ? 2 : 1; n > 0; n -= 1) putRecord(lines, hand, p, recordOf(hand, p, districts));
  }
  return lines;
}

const batchOf = 20_000;
const keys = Object.keys(tables) as TableKey[];
const noText = (): Record<TableKey, Buffer[]> => ({ child: [], name: [], relation: [], truth: [] });

/** Lets go of the thread after each settlement, so that what was made before can be sent meanwhile. */
export async function* batches(options: NationOptions, book: NameBook = nameBook()): AsyncGenerator<Batch> {
  let text = noText();
  let rows = 0;
  let done = 0;
  let settlement = 0;
  for (const all of people(options, book)) {
    const lines = linesOf(all, options.seed, settlement, options.doubles);
    for (const key of keys) text[key].push(Buffer.from(lines[key].join('')));
    settlement += 1;
    rows += lines.child.length;
    done += all.length;
    if (rows >= batchOf) {
      yield { text, rows, done };
      text = noText();
      rows = 0;
    }
    await setImmediate();
  }
  if (rows > 0) yield { text, rows, done };
}

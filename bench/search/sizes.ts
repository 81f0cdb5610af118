/** How large the index is beside what it is an index of, and how much memory PostgreSQL holds. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { processesIn } from '#kernel/db/processes.ts';
import { short } from '../figures.ts';

export interface Sizes {
  /** MB of the register's own tables, their indexes apart. */
  readonly register: number;
  /** MB of the rows that point to children, of their indexes, and of the dictionary with its own. */
  readonly pointers: number;
  readonly indexes: number;
  readonly dictionary: number;
  /** Indexes and dictionary, against the rows they serve; and all that searching adds, against the register. */
  readonly indexOfPointers: number;
  readonly searchOfRegister: number;
}

export async function sizesOf(client: pg.Client): Promise<Sizes> {
  const { rows } = await client.query<{ register: number; pointers: number; indexes: number; dictionary: number }>(`
    select (pg_table_size('children.child') + pg_table_size('children.child_name') + pg_table_size('children.relation')) / 1e6 as register,
      pg_table_size('children.pointer') / 1e6 as pointers, pg_indexes_size('children.pointer') / 1e6 as indexes,
      (pg_total_relation_size('children.known_name') + pg_total_relation_size('children.name_key') + pg_total_relation_size('children.name_spelling')) / 1e6 as dictionary`);
  const [register, pointers, indexes, dictionary] = [Number(rows[0]?.register), Number(rows[0]?.pointers), Number(rows[0]?.indexes), Number(rows[0]?.dictionary)];
  return {
    register: short(register), pointers: short(pointers), indexes: short(indexes), dictionary: short(dictionary),
    indexOfPointers: short((indexes + dictionary) / pointers), searchOfRegister: short((pointers + indexes + dictionary) / register),
  };
}

/** MB of all processes of a cluster, what they share counted once. */
export function memoryMb(place: string): number {
  const kb = processesIn(join(place, 'data')).reduce((sum, pid) => {
    try {
      return sum + Number(/^Pss:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      // It has ended meanwhile.
      return sum;
    }
  }, 0);
  return Math.round(kb / 1024);
}

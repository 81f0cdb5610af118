/** The bytes of a list at rest: in parts of half a megabyte, each sealed under the list's key and bound to its place, so that no more than one is in memory. */
import type pg from 'pg';
import { flight, withClient } from '#kernel/db/pool.ts';
import type { Instant } from '#kernel/clock.ts';
import { seal, unseal } from '#kernel/journal/keys.ts';

const partSize = 512 * 1024;
const bound = (file: string, number: number): string => `list ${file} ${number}`;

/** Who acts, and when: every statement goes under his own rights. */
export interface Acting {
  readonly pool: pg.Pool;
  readonly token: Buffer | null;
  now(): Instant;
}

const enter = ({ token, now }: Acting) => ({ name: 'enter', text: 'select kernel.enter($1, $2) as actor', values: [token, now()] });

export async function openFile(acting: Acting, list: string, file: string): Promise<void> {
  await withClient(acting.pool, (client) =>
    flight(client, [
      { text: 'begin' }, enter(acting),
      { name: 'list_file', text: 'insert into children.list_file (id, list, at) values ($1, $2, $3)', values: [file, list, acting.now()] },
      { text: 'commit' },
    ]));
}

async function keepPart(acting: Acting, key: Buffer, part: { list: string; file: string; number: number; bytes: Buffer }): Promise<void> {
  const sealed = seal(key, part.bytes, bound(part.file, part.number));
  await withClient(acting.pool, (client) =>
    flight(client, [
      { text: 'begin' }, enter(acting),
      { name: 'list_part', text: 'insert into children.list_part (file, number, list, sealed) values ($1, $2, $3, $4)', values: [part.file, part.number, part.list, sealed] },
      { text: 'commit' },
    ]));
}

/** It is whole: from now on a step may take it. */
export async function closeFile(acting: Acting, file: string, sha256: string): Promise<void> {
  await withClient(acting.pool, (client) =>
    flight(client, [
      { text: 'begin' }, enter(acting),
      { name: 'list_file_whole', text: 'update children.list_file set sha256 = $2 where id = $1', values: [file, sha256] },
      { text: 'commit' },
    ]));
}

/** The file, part by part. Throws where a part was changed. `most`: so many parts at most. */
export async function* partsOf(acting: Acting, key: Buffer, file: string, most = Infinity): AsyncGenerator<Buffer> {
  for (let number = 0; number < most; number += 1) {
    const [, , found] = await withClient(acting.pool, (client) =>
      flight(client, [
        { text: 'begin' }, enter(acting),
        { name: 'list_part_of', text: 'select sealed from children.list_part where file = $1 and number = $2', values: [file, number] },
        { text: 'commit' },
      ]));
    const row = found?.rows[0] as { sealed: Buffer } | undefined;
    if (row === undefined) return;
    yield unseal(key, row.sealed, bound(file, number));
  }
}

/** Gathers bytes into parts of one size. */
export async function keepAll(acting: Acting, key: Buffer, of: { list: string; file: string }, chunks: AsyncIterable<Buffer>): Promise<number> {
  let number = 0;
  let held: Buffer[] = [];
  let size = 0;
  const flush = async (): Promise<void> => {
    const bytes = Buffer.concat(held, size);
    held = [];
    size = 0;
    for (let from = 0; from < bytes.length; from += partSize) {
      await keepPart(acting, key, { ...of, number, bytes: bytes.subarray(from, from + partSize) });
      number += 1;
    }
  };
  for await (const chunk of chunks) {
    held.push(chunk);
    size += chunk.length;
    if (size >= partSize) await flush();
  }
  if (size > 0) await flush();
  return number;
}

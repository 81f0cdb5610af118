/** Rows in and out by COPY, as text: one row after another, however many there are. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

export type Field = string | number | boolean | null;

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const letters: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', '\\': '\\' };

const written = (field: Field): string => (field === null ? '\\N' : typeof field === 'string' ? field.replace(/[\\\n\r\t]/g, (c) => escapes[c] ?? c) : String(field));
const read = (field: string): string | null => (field === '\\N' ? null : field.includes('\\') ? field.replace(/\\(.)/g, (_, c: string) => letters[c] ?? c) : field);

/** Rows of a query, a packet of them at a time. The client does nothing else meanwhile. */
export async function* rowsOut(client: pg.Client, query: string): AsyncGenerator<(string | null)[][]> {
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of client.query(copyTo(`copy (${query}) to stdout`)) as AsyncIterable<Buffer>) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (lines.length > 0) yield lines.map((line) => line.split('\t').map(read));
  }
}

/** Packets of rows into a table. */
export async function rowsIn(client: pg.Client, table: string, packets: AsyncIterable<readonly (readonly Field[])[]> | Iterable<readonly (readonly Field[])[]>): Promise<void> {
  async function* lines(): AsyncGenerator<string> {
    for await (const packet of packets) if (packet.length > 0) yield `${packet.map((row) => row.map(written).join('\t')).join('\n')}\n`;
  }
  await pipeline(Readable.from(lines()), client.query(copyFrom(`copy ${table} from stdin`)));
}

/** A list in packets of so many. */
export function* packetsOf<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let packet: T[] = [];
  for (const item of items) {
    packet.push(item);
    if (packet.length === size) {
      yield packet;
      packet = [];
    }
  }
  if (packet.length > 0) yield packet;
}

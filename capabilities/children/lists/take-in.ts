/** A file as it comes in: what it is, by its content; its hash; and never more than a little of it in memory. */
import { createHash, type Hash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';

/** Carries a refusal out of a stream; the route answers it. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
const refused = (code: string, status: number): Refused => new Refused(refuse(code, status));

export type ListKind = 'csv' | 'xlsx';
const starts = (bytes: Buffer, ...magic: readonly number[]): boolean => magic.every((b, i) => bytes[i] === b);
const utf16 = (bytes: Buffer): boolean => starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff);

/** Of a table there are none but tabs and line ends; a NUL now and then is a row's own fault. */
const isControl = (byte: number): boolean => byte < 0x20 && ![0x00, 0x09, 0x0a, 0x0d].includes(byte);
const mostControl = 0.02;
const others: readonly (readonly number[])[] = [[0xff, 0xd8, 0xff], [0x89, 0x50, 0x4e, 0x47], [0x47, 0x49, 0x46, 0x38], [0x25, 0x50, 0x44, 0x46], [0x1f, 0x8b], [0x52, 0x61, 0x72, 0x21]];

/** By its first bytes. A picture, a PDF, another archive or a program is no table, whatever it is called. */
export function kindOf(first: Buffer): ListKind {
  if (first.length === 0) throw refused('file-empty', 400);
  if (starts(first, 0x50, 0x4b, 0x03, 0x04)) return 'xlsx';
  // The old container: .xls, and every XLSX under a password.
  if (starts(first, 0xd0, 0xcf, 0x11, 0xe0)) throw refused('children.list-locked', 415);
  if (others.some((magic) => starts(first, ...magic))) throw refused('children.list-kind', 415);
  const beginning = first.subarray(0, 4096);
  if (!utf16(first) && beginning.filter(isControl).length > beginning.length * mostControl) throw refused('children.list-kind', 415);
  return 'csv';
}

const silentMs = 30_000;

/** Chunks of a request's body, counted and hashed. Throws `Refused` where it is too large, or breaks off. */
export async function* incoming(body: Readable, largest: number, hash: Hash, seen: { size: number }): AsyncGenerator<Buffer> {
  let silent = setTimeout(() => body.destroy(), silentMs);
  try {
    // The stream is left whole when it is left early: its socket must still carry the answer.
    for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      clearTimeout(silent);
      seen.size += chunk.length;
      if (seen.size > largest) throw refused('children.list-too-large', 413);
      hash.update(chunk);
      yield chunk;
      silent = setTimeout(() => body.destroy(), silentMs);
    }
  } catch (error) {
    throw error instanceof Refused ? error : refused('file-broken-off', 408);
  } finally {
    clearTimeout(silent);
  }
}

export const newHash = (): Hash => createHash('sha256');

const looked = 4096;
/** The beginning, to look at, and all of it. */
export async function peek(chunks: AsyncGenerator<Buffer>): Promise<{ first: Buffer; all: AsyncGenerator<Buffer> }> {
  let first: Buffer = Buffer.alloc(0);
  while (first.length < looked) {
    const next = await chunks.next();
    if (next.done === true) break;
    first = Buffer.concat([first, next.value]);
  }
  async function* all(): AsyncGenerator<Buffer> {
    if (first.length > 0) yield first;
    yield* chunks;
  }
  return { first, all: all() };
}

/**
 * What the program writes for whoever runs it: one JSON object a line, times in UTC. It tells which route failed or was
 * refused and where in the program, never what a person said: messages of the database and of parsers quote him.
 */
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Instant } from '../clock.ts';
import { tokenOf } from './call.ts';

let also: ((line: string) => void) | null = null;
/** Lines go there besides standard error; null: no more. One place for the whole process, as standard error is. */
export const logAlsoTo = (take: ((line: string) => void) | null): void => {
  also = take;
};

/** JSON escapes line ends, so nobody writes a line of his own. */
const writeLine = (line: Readonly<Record<string, unknown>>): void => {
  const text = JSON.stringify(line);
  process.stderr.write(`${text}\n`);
  also?.(text);
};

/** Faults of the program itself and of the system name code, files and sockets. */
const plainMessage = (error: Error): boolean => error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError || 'syscall' in error;

/** Of an error what holds no data: its kind, its code, the table and constraint it met, the lines of the program. */
export function withoutWords(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code, table, constraint, routine } = error as Error & { code?: unknown; table?: unknown; constraint?: unknown; routine?: unknown };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).map((line) => line.trim().slice(3));
  return { error: error.name, code, table, constraint, routine, ...(plainMessage(error) ? { message: error.message } : {}), frames: frames.slice(0, 12) };
}

const routeOf = (request: FastifyRequest) => ({ method: request.method, route: request.routeOptions.url ?? null, request: request.id });

export function logFailure(request: FastifyRequest, at: Instant, error: unknown): void {
  writeLine({ at, level: 'error', what: 'failed', ...routeOf(request), ...withoutWords(error) });
}

/** As kernel.session keeps it, shortened: the owner of the database finds the session by it, and nobody can use it. */
const sessionOf = (token: Buffer | null): string | null => (token === null ? null : createHash('sha256').update(token).digest('hex').slice(0, 16));

/** Where a call comes from is written down only of staff and of who knocks at their door: a child who writes to us stays unknown. */
export function logRefusal(request: FastifyRequest, at: Instant, status: number, code: string): void {
  const session = sessionOf(tokenOf(request));
  const door = /^\/api\/(session|invitations)\b/.test(request.url);
  writeLine({ at, level: 'warn', what: 'refused', ...routeOf(request), status, code, session, ...(session !== null || door ? { address: request.ip } : {}) });
}

/** Of something the program does by itself. */
export function logTrouble(what: string, at: Instant, error: unknown): void {
  writeLine({ at, level: 'error', what, ...withoutWords(error) });
}

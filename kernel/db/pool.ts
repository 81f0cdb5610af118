/** Connections, and flights: several statements sent at once and answered at once. */
import pg from 'pg';
import type { Client, PoolClient, QueryResult } from 'pg';
import { valueTypes } from './values.ts';

export interface PoolOptions {
  readonly max: number;
  /** Send without waiting for the answer before. On unless switched off (cursors and COPY need it off). */
  readonly pipeline?: boolean;
  /** Milliseconds to wait for a connection; 10 s without it. */
  readonly waitMs?: number;
  readonly onError?: (error: Error) => void;
}

export interface Query {
  readonly text: string;
  readonly values?: readonly unknown[];
  /** Prepared once per connection under this name; the text must always be the same. */
  readonly name?: string;
}

/** A pool whose values are read by values.ts. It connects at the first use. */
export function makePool(url: string, options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max,
    pipeline: options.pipeline ?? true,
    connectionTimeoutMillis: options.waitMs ?? 10_000,
    // A connection keeps its prepared statements and plans; a new one pays for all of them again.
    idleTimeoutMillis: 0,
    types: valueTypes,
  });
  // A connection that dies (a database that restarts) would end the program if nobody listened, whether it
  // rests in the pool or is lent; the queries under way fail by themselves.
  const onError = options.onError ?? ((): void => undefined);
  pool.on('error', onError);
  pool.on('connect', (client) => void client.on('error', onError));
  return pool;
}

/** No connection came in time: all are lent, or the database does not answer. pg-pool tells it by its words alone. */
export const waitedInVain = (error: unknown): boolean =>
  error instanceof Error && ['timeout exceeded when trying to connect', 'Connection terminated due to connection timeout'].includes(error.message);

/** `current transaction is aborted`: the echo of an earlier failure, never its cause. */
const echo = '25P02';

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;

/**
 * Sends all statements in one flight and waits for all answers. Without `begin` as the first, each is a
 * transaction of its own. Throws the first real failure; the client is then still to be rolled back
 * (withClient does so).
 */
export async function flight(client: pg.ClientBase, queries: readonly Query[]): Promise<QueryResult[]> {
  // One packet for all: each write is a call into the system, and wakes the database once more.
  const { stream } = (client as Client).connection;
  stream.cork();
  const sent = queries.map(({ text, values, name }) => client.query({ text, values: values as unknown[], name }));
  stream.uncork();
  const answers = await Promise.allSettled(sent);
  const failures = answers.filter((answer) => answer.status === 'rejected').map((answer) => answer.reason as unknown);
  if (failures.length > 0) throw failures.find((failure) => codeOf(failure) !== echo) ?? failures[0];
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
}

/**
 * One function that is a transaction of its own, its look with it: without `begin` and `commit` it is half the messages.
 * PostgreSQL commits before it says that it is ready, and only then is there an answer; a commit that fails throws.
 */
export async function alone<T>(pool: pg.Pool, query: Query): Promise<T> {
  const { rows } = await pool.query<{ answer: T }>({ text: query.text, values: query.values as unknown[], name: query.name });
  const [row] = rows;
  if (row === undefined) throw new Error(`no answer to ${query.name ?? query.text}`);
  return row.answer;
}

/** A commit of a failed transaction answers ROLLBACK without an error. This makes it one. */
export function assertCommitted(result: QueryResult | undefined): void {
  if (result?.command === 'COMMIT') return;
  throw new Error(`the transaction was not committed: the database answered ${result?.command ?? 'nothing'}`);
}

/**
 * One connection for one piece of work. What the work left open is rolled back, so that the next
 * one starts clean; a connection that cannot even do that is thrown away.
 */
export async function withClient<T>(pool: pg.Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    return await work(client);
  } finally {
    if (client.getTransactionStatus() !== 'I') {
      await client.query('rollback').catch(() => (broken = true));
    }
    client.release(broken);
  }
}

/**
 * On a connection beside the pool: whoever asks in the middle of a call holds one of the pool's already, and when all do,
 * none would ever come free. `pool` is made by makePool.
 */
export async function beside<T>(pool: pg.Pool, work: (own: pg.Pool) => Promise<T>): Promise<T> {
  const { connectionString } = pool.options;
  if (connectionString === undefined) throw new Error('the pool beside which one asks is made by makePool');
  const own = makePool(connectionString, { max: 1 });
  try {
    return await work(own);
  } finally {
    await own.end();
  }
}

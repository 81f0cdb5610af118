import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assertCommitted, flight, makePool, withClient } from './pool.ts';
import { once } from './provision.ts';
import { testDatabase } from './testing.ts';
import type { TestDatabase } from './testing.ts';

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await testDatabase();
  await once(database.ownerUrl, (client) =>
    client.query(
      'create schema probe; create table probe.t (id int primary key); grant usage on schema probe to qorgan_app; grant all on probe.t to qorgan_app',
    ),
  );
  pool = makePool(database.appUrl, { max: 2 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const begin = { text: 'begin' };
const commit = { text: 'commit' };
const insert = (id: number | string): { text: string; values: unknown[]; name: string } => ({
  name: 'insert',
  text: 'insert into probe.t values ($1)',
  values: [id],
});
const ids = async (): Promise<unknown[]> =>
  (await pool.query<{ id: number }>('select id from probe.t order by id')).rows.map((row) => row.id);

describe('a flight', () => {
  it('answers every statement in order, named ones too', async () => {
    const results = await withClient(pool, (client) =>
      flight(client, [begin, insert(1), insert(2), { text: 'select 3 as n' }, commit]),
    );
    expect(results.map((result) => result.command)).toEqual(['BEGIN', 'INSERT', 'INSERT', 'SELECT', 'COMMIT']);
    expect(results[3]?.rows).toEqual([{ n: 3 }]);
    assertCommitted(results.at(-1));
    expect(await ids()).toEqual([1, 2]);
  });

  it('travels at once: the statements are on their way before the first answer', async () => {
    const order: string[] = [];
    await withClient(pool, async (client) => {
      const first = client.query('select pg_sleep(0.05)').then(() => order.push('answered'));
      const second = client.query({ text: 'select 1', submit: undefined } as { text: string });
      order.push('sent');
      await Promise.all([first, second]);
    });
    expect(order).toEqual(['sent', 'answered']);
  });

  it('throws the first real failure, not its echoes, and writes nothing', async () => {
    const failing = withClient(pool, (client) =>
      flight(client, [begin, insert(3), insert(1), insert('x'), insert(4), commit]),
    );
    await expect(failing).rejects.toMatchObject({ code: '23505' });
    expect(await ids()).toEqual([1, 2]);
  });

  it('throws the echo when there is nothing else', async () => {
    const failing = withClient(pool, async (client) => {
      await flight(client, [begin, insert(1)]).catch(() => undefined);
      return flight(client, [insert(5)]);
    });
    await expect(failing).rejects.toMatchObject({ code: '25P02' });
  });

  it('leaves no rejection unhandled when the connection is lost', async () => {
    const failing = withClient(pool, (client) =>
      flight(client, [begin, { text: 'select pg_terminate_backend(pg_backend_pid())' }, insert(6), commit]),
    );
    await expect(failing).rejects.toThrow();
    expect(await ids()).toEqual([1, 2]);
  });
});

describe('a commit', () => {
  it('that answers ROLLBACK is a failure', async () => {
    const result = await withClient(pool, async (client) => {
      await flight(client, [begin, insert(1)]).catch(() => undefined);
      return client.query('commit');
    });
    expect(result.command).toBe('ROLLBACK');
    expect(() => assertCommitted(result)).toThrow(/not committed.*ROLLBACK/);
    expect(() => assertCommitted(undefined)).toThrow(/not committed/);
  });
});

describe('a connection', () => {
  it('is clean for the next one, whatever was left open', async () => {
    const single = makePool(database.appUrl, { max: 1 });
    try {
      await withClient(single, (client) => client.query('begin'));
      await expect(
        withClient(single, async (client) => {
          await client.query('begin');
          await client.query('select wrong');
        }),
      ).rejects.toThrow(/wrong/);
      expect(await withClient(single, (client) => Promise.resolve(client.getTransactionStatus()))).toBe('I');
      expect((await single.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
    } finally {
      await single.end();
    }
  });

  it('reads instants, days and whole numbers as ours', async () => {
    const { rows } = await pool.query(
      `select $1::timestamptz as at, date '2026-11-22' as day, 5::int8 as n, array[5::int8] as ns, array[$1::timestamptz] as ats, null::timestamptz as none`,
      ['2026-11-22T12:17:00.123Z'],
    );
    expect(rows).toEqual([
      {
        at: '2026-11-22T12:17:00.123Z',
        day: '2026-11-22',
        n: 5,
        ns: [5],
        ats: ['2026-11-22T12:17:00.123Z'],
        none: null,
      },
    ]);
  });

  it('without pipelining works the same', async () => {
    const plain = makePool(database.appUrl, { max: 1, pipeline: false });
    try {
      expect((await plain.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
    } finally {
      await plain.end();
    }
  });
});

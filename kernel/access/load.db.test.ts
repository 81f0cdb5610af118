import { afterAll, beforeAll, expect, it } from 'vitest';
import { makePool, withClient } from '#kernel/db/pool.ts';
import { testDatabase, type TestDatabase } from '#kernel/db/testing.ts';
import { directoryCache } from './load.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

it('loads the directory also for those who hold every connection of the pool', async () => {
  const pool = makePool(database.appUrl, { max: 1, waitMs: 500 });
  try {
    const cache = directoryCache(pool);
    const found = await withClient(pool, () => cache(null));
    expect(found.region('KZ')?.code).toBe('KZ');
  } finally {
    await pool.end();
  }
});

import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { collectMigrations } from './migrate.ts';
import { once } from './provision.ts';
import { testCluster, testDatabase } from './testing.ts';

const root = resolve(import.meta.dirname, '../..');

it('clones are apart from each other, made side by side, and gone when dropped', async () => {
  const clones = await Promise.all([1, 2, 3, 4].map(() => testDatabase()));
  const [first, second] = clones;
  await once(first?.ownerUrl ?? '', (client) => client.query('create schema apart'));
  const found = await once(second?.ownerUrl ?? '', (client) =>
    client.query(`select 1 from pg_namespace where nspname = 'apart'`),
  );
  expect(found.rowCount).toBe(0);
  await Promise.all(clones.map((clone) => clone.drop()));
  await expect(once(first?.appUrl ?? '', (client) => client.query('select 1'))).rejects.toMatchObject({
    code: '3D000',
  });
});

it('a clone holds every migration of the project', async () => {
  const database = await testDatabase();
  try {
    const rows = await once(database.ownerUrl, (client) =>
      client.query<{ name: string }>('select name from migrations.kysely_migration order by name collate "C"'),
    );
    expect(rows.rows.map((row) => row.name)).toEqual((await collectMigrations(root)).map((file) => file.name));
  } finally {
    await database.drop();
  }
});

it('nobody can connect to the template', async () => {
  const { superUrl, template } = testCluster();
  const url = new URL(superUrl);
  url.pathname = `/${template}`;
  await expect(once(url.toString(), (client) => client.query('select 1'))).rejects.toThrow(/not currently accepting/);
});

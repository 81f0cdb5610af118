/**
 * A database of its own for a test, cloned from a template that holds the migrated schema.
 * tests/setup/postgres.ts starts the server and tells where it is by QORGAN_TEST_CLUSTER.
 */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { migrate } from './migrate.ts';
import { createDatabase, databaseUrl, once } from './provision.ts';

/** What the set-up hands to the tests, as JSON in QORGAN_TEST_CLUSTER. */
export interface TestCluster {
  readonly superUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Name of the migrated database. Nobody may be connected to it, or it cannot be cloned. */
  readonly template: string;
}

export interface TestDatabase {
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly superUrl: string;
  /** Removes it, even when connections were left open. */
  drop(): Promise<void>;
}

/** Migrates a fresh database and closes it to all connections, so that it can be cloned at any time. */
export async function makeTemplate(cluster: TestCluster, root: string): Promise<void> {
  await createDatabase(cluster.superUrl, cluster.template);
  await migrate({ ownerUrl: databaseUrl(cluster.ownerUrl, cluster.template), root, log: () => undefined });
  await once(cluster.superUrl, (client) =>
    client.query(
      `alter database ${client.escapeIdentifier(cluster.template)} with is_template true allow_connections false`,
    ),
  );
}

export function testCluster(): TestCluster {
  const told = process.env['QORGAN_TEST_CLUSTER'];
  if (told === undefined) throw new Error('no test database: name the file *.db.test.ts, so that its set-up runs');
  return JSON.parse(told) as TestCluster;
}

/** A clone of the migrated schema, empty of rows but for what migrations put there. */
export async function testDatabase(cluster: TestCluster = testCluster()): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await createDatabase(cluster.superUrl, name, cluster.template);
  return {
    appUrl: databaseUrl(cluster.appUrl, name),
    ownerUrl: databaseUrl(cluster.ownerUrl, name),
    superUrl: databaseUrl(cluster.superUrl, name),
    drop: async () => {
      await once(cluster.superUrl, (client) =>
        client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`),
      );
    },
  };
}

/** For looking at the tables as the owner. A pool has ended before its connections have closed: the database may be dropped under the last of them. */
export function ownerPool(url: string, max = 2): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}

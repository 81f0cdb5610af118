/** What a child was given before the token changed opens its appeal after it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { once } from '../db/provision.ts';
import { testDatabase, type TestDatabase } from '../db/testing.ts';
import { applicantHash } from './code.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const sha256 = (text: string | Buffer): Buffer => createHash('sha256').update(text).digest();

it('an earlier number and words are taken along, and nobody else’s session is touched', async () => {
  const earlier = sha256(sha256('qorgan-code\n123456\nтуйе кол ай кун'));
  const clock = sha256(sha256('clock'));
  const migration = readFileSync(join(import.meta.dirname, '../db/migrations/2026-11-25-99-codes-kept.sql'), 'utf8');
  const hashes = await once(database.ownerUrl, async (client) => {
    await client.query(
      `insert into kernel.session (hash, role, created_at, until) values ($1, 'applicant', '2026-11-20', '2027-11-20'), ($2, 'clock', '2026-11-20', 'infinity')`,
      [earlier, clock]);
    await client.query(migration);
    return (await client.query<{ role: string; hash: Buffer }>('select role, hash from kernel.session order by role')).rows;
  });
  expect(hashes.map((row) => [row.role, row.hash.toString('hex')])).toEqual([['applicant', applicantHash('123-456', 'Түйе көл ай күн')], ['clock', clock.toString('hex')]]);
});

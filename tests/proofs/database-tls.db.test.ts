/** A database on another machine: TLS to it, whose authority we choose, and a certificate instead of a password. */
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serverAccount } from '#kernel/db/binaries.ts';
import { startEmbedded, type Embedded } from '#kernel/db/embedded.ts';
import { makePool } from '#kernel/db/pool.ts';
import { readSettings } from '../../apps/server/settings.ts';
import { authority, type Made } from '../setup/certificates.ts';

const ours = authority('Our database authority');
const other = authority('Somebody else');
const folder = mkdtempSync(join(tmpdir(), 'qorgan-database-tls-'));
/** For PostgreSQL's user, who may read its key alone. */
const theirs = (name: string, text: string): string => {
  const path = join(folder, 'server', name);
  writeFileSync(path, text, { mode: 0o600 });
  const account = serverAccount();
  if (account !== null) chownSync(path, account.uid, account.gid);
  return path;
};
const mine = (name: string, { cert, key }: Made): string => {
  const [certificate, secret] = [join(folder, `${name}.pem`), join(folder, `${name}.key`)];
  writeFileSync(certificate, cert);
  writeFileSync(secret, key, { mode: 0o600 });
  return `&sslcert=${certificate}&sslkey=${secret}`;
};

let database: Embedded;
let trusted: string;
let stranger: string;
beforeAll(async () => {
  chmodSync(folder, 0o711);
  mkdirSync(join(folder, 'server'), { mode: 0o711 });
  const server = ours.issue({ names: ['localhost'] });
  database = await startEmbedded({
    folder: join(folder, 'data'), log: () => undefined, binaries: process.env['QORGAN_TEST_POSTGRES'],
    settings: {
      shared_buffers: '16MB', fsync: 'off', ssl: 'on', ssl_cert_file: theirs('cert.pem', server.cert), ssl_key_file: theirs('key.pem', server.key), ssl_ca_file: theirs('authority.pem', ours.cert),
      // As docs/running-it.md says: the program comes by its certificate, and by nothing else.
      hba_file: theirs('pg_hba.conf', 'hostssl all qorgan_app 127.0.0.1/32 cert\nhost all postgres,qorgan_owner 127.0.0.1/32 scram-sha-256\n'),
    },
  });
  [trusted, stranger] = [join(folder, 'ours.pem'), join(folder, 'other.pem')];
  writeFileSync(trusted, ours.cert);
  writeFileSync(stranger, other.cert);
}, 60_000);
afterAll(async () => {
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Who the database says we are, by the program's own way: an address from the settings, and its pool. */
async function whoBy(query: string, host = 'localhost', login = 'qorgan_app'): Promise<object | undefined> {
  const { port, pathname } = new URL(database.appUrl);
  const { databaseUrl } = readSettings({ DATABASE_URL: `postgres://${login}@${host}:${port}${pathname}?${query}`, QORGAN_DEMO: '0' });
  const pool = makePool(databaseUrl ?? '', { max: 1 });
  try {
    return (await pool.query<object>('select current_user::text as login, ssl, version, client_dn as by from pg_stat_ssl where pid = pg_backend_pid()')).rows[0];
  } finally {
    await pool.end();
  }
}

describe('the database’s certificate', () => {
  it('is taken of the authority that the address names, and of no other', async () => {
    const app = mine('app', ours.issue({ common: 'qorgan_app' }));
    expect(await whoBy(`sslmode=verify-full&sslrootcert=${trusted}${app}`)).toMatchObject({ ssl: true, version: 'TLSv1.3' });
    await expect(whoBy(`sslmode=verify-full&sslrootcert=${stranger}${app}`)).rejects.toThrow(/unable to verify|self-signed|issuer/i);
    // Nor of those that browsers trust, where no authority is named.
    await expect(whoBy(`sslmode=verify-full${app}`)).rejects.toThrow(/unable to verify|self-signed|issuer/i);
  });

  it('must be for the name that was called, and no mode of the address gives that up', async () => {
    const app = mine('app2', ours.issue({ common: 'qorgan_app' }));
    await expect(whoBy(`sslmode=verify-full&sslrootcert=${trusted}${app}`, 'localhost.localdomain')).rejects.toThrow();
    for (const mode of ['require', 'prefer', 'verify-ca', 'no-verify', 'allow']) await expect(whoBy(`sslmode=${mode}&sslrootcert=${trusted}${app}`)).rejects.toThrow(/sslmode must be verify-full or disable/);
    await expect(whoBy(`sslmode=verify-full&uselibpqcompat=true&sslrootcert=${trusted}${app}`)).rejects.toThrow(/uselibpqcompat/);
  });
});

describe('the program', () => {
  it('comes in by a certificate of its own, without any password, and one that is renewed in the file serves at the next connection', async () => {
    const query = `sslmode=verify-full&sslrootcert=${trusted}${mine('mine', ours.issue({ common: 'qorgan_app' }))}`;
    expect(await whoBy(query)).toEqual({ login: 'qorgan_app', ssl: true, version: 'TLSv1.3', by: '/CN=qorgan_app' });
    mine('mine', ours.issue({ common: 'qorgan_app', to: '2024-01-01T00:00:00Z' }));
    await expect(whoBy(query)).rejects.toThrow();
    mine('mine', ours.issue({ common: 'qorgan_app' }));
    expect(await whoBy(query)).toMatchObject({ login: 'qorgan_app' });
  });

  it('comes in neither by its password, nor by somebody else’s certificate, nor by one of another authority, nor without TLS', async () => {
    const { password } = new URL(database.appUrl);
    const by = (query: string, login = 'qorgan_app'): Promise<object | undefined> => whoBy(query, 'localhost', login);
    await expect(by(`sslmode=verify-full&sslrootcert=${trusted}`, `qorgan_app:${password}`)).rejects.toThrow(/certificate/);
    await expect(by(`sslmode=verify-full&sslrootcert=${trusted}${mine('owner', ours.issue({ common: 'qorgan_owner' }))}`)).rejects.toThrow(/certificate/);
    await expect(by(`sslmode=verify-full&sslrootcert=${trusted}${mine('forged', other.issue({ common: 'qorgan_app' }))}`)).rejects.toThrow();
    await expect(by('sslmode=disable', `qorgan_app:${password}`)).rejects.toThrow(/pg_hba|no encryption/);
  });
});

/** Roles and databases, made by a superuser. Everything here may be repeated. */
import { readFile } from 'node:fs/promises';
import pg from 'pg';

export interface Passwords {
  readonly superuser: string;
  readonly owner: string;
  readonly app: string;
}

/** Runs one function on one connection of its own, and closes it whatever happens. */
export async function once<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A server that ends meanwhile fails the query under way; the event of its own would end the program.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Brings the cluster's roles to what roles.sql says, with these passwords. */
export async function provisionRoles(superUrl: string, passwords: Passwords): Promise<void> {
  const sql = await readFile(new URL('./roles.sql', import.meta.url), 'utf8');
  await once(superUrl, async (client) => {
    await client.query(sql);
    await client.query(`alter role qorgan_owner password ${client.escapeLiteral(passwords.owner)}`);
    await client.query(`alter role qorgan_app password ${client.escapeLiteral(passwords.app)}`);
  });
}

/** Makes a database owned by qorgan_owner, unless it is there. Nobody else but the program may connect. */
export async function createDatabase(superUrl: string, name: string, template = 'template0'): Promise<void> {
  await once(superUrl, async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    const quoted = client.escapeIdentifier(name);
    if (found.rowCount === 0) {
      const from = client.escapeIdentifier(template);
      await client.query(`create database ${quoted} owner qorgan_owner template ${from}`);
    }
    await client.query(`revoke all on database ${quoted} from public`);
    await client.query(`grant connect on database ${quoted} to qorgan_app`);
  });
}

/** The same address with another database. */
export function databaseUrl(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}

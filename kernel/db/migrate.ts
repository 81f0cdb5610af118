/**
 * The schema, brought up to date: plain SQL files of the kernel and of every capability, in the order of
 * their dated names. Run by qorgan_owner, all pending ones in one transaction.
 */
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, Migrator, PostgresDialect, sql } from 'kysely';
import type { Migration } from 'kysely';
import { makePool } from './pool.ts';

export interface MigrationFile {
  /** `YYYY-MM-DD-NN-name`, unique over the whole program. */
  readonly name: string;
  readonly path: string;
  readonly sql: string;
}

const shape = /^\d{4}-\d{2}-\d{2}-\d{2}-[a-z0-9]+(-[a-z0-9]+)*$/;

/** All migrations under the project's root, in order. Throws on a name that is wrong or used twice. */
export async function collectMigrations(root: string): Promise<MigrationFile[]> {
  const capabilities = await foldersIn(join(root, 'capabilities'));
  const folders = [
    join(root, 'kernel/db/migrations'),
    ...capabilities.map((name) => join(root, 'capabilities', name, 'store/migrations')),
  ];
  const files = (await Promise.all(folders.map(filesOf))).flat();
  files.sort((a, b) => compare(a.name, b.name));
  for (const [index, file] of files.entries()) {
    if (!shape.test(file.name)) throw new Error(`${file.path}: a migration is named YYYY-MM-DD-NN-name.sql`);
    const previous = files[index - 1];
    if (previous?.name === file.name) throw new Error(`${previous.path} and ${file.path} have the same name`);
  }
  return files;
}

/** SHA-256 (hex) over names and contents: two trees with the same hash make the same schema. */
export async function migrationsHash(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await collectMigrations(root)) hash.update(JSON.stringify([file.name, file.sql]));
  return hash.digest('hex');
}

export interface MigrateOptions {
  /** Login of qorgan_owner. */
  readonly ownerUrl: string;
  /** The project's root. */
  readonly root: string;
  /** Only these, by name: the schema of a backup. Throws where one is not known. */
  readonly only?: readonly string[];
  readonly log: (line: string) => void;
}

/** Applies what is pending; repeated, it applies nothing. Throws with file and line on the first failure. */
export async function migrate(options: MigrateOptions): Promise<{ applied: string[] }> {
  const all = await collectMigrations(options.root);
  const files = options.only === undefined ? all : all.filter((f) => options.only?.includes(f.name) === true);
  const unknown = options.only?.find((name) => all.every((f) => f.name !== name));
  if (unknown !== undefined) throw new Error(`migration ${unknown} is not known: this program is older than what it is given`);
  const pool = makePool(options.ownerUrl, { max: 2, pipeline: false });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const migrator = new Migrator({
      db,
      provider: { getMigrations: () => Promise.resolve(Object.fromEntries(files.map(asMigration))) },
      migrationTableSchema: 'migrations',
      allowUnorderedMigrations: true,
      nameComparator: compare,
    });
    const { error, results = [] } = await migrator.migrateToLatest();
    if (error !== undefined) throw asError(error);
    const applied = results.map((result) => result.migrationName);
    for (const name of applied) options.log(`migrated: ${name}`);
    return { applied };
  } finally {
    await db.destroy();
  }
}

const asMigration = (file: MigrationFile): [string, Migration] => [
  file.name,
  {
    up: async (db) => {
      try {
        await sql.raw(file.sql).execute(db);
      } catch (error) {
        throw new Error(`${file.path}${lineOf(file.sql, error)}: ${(error as Error).message}`, { cause: error });
      }
    },
  },
];

/** `:12`, from the character position PostgreSQL reports. */
function lineOf(text: string, error: unknown): string {
  const position = Number((error as { position?: string }).position ?? 0);
  return position > 0 ? `:${text.slice(0, position).split('\n').length}` : '';
}

async function filesOf(folder: string): Promise<MigrationFile[]> {
  const names = (await namesIn(folder)).filter((name) => name.endsWith('.sql'));
  return Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      return { name: name.slice(0, -'.sql'.length), path, sql: await readFile(path, 'utf8') };
    }),
  );
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function foldersIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/**
 * The index of the whole register, built from its tables: at start where it was never built, or built with another reading
 * of names; after many children came at once. One transaction: cut off, it leaves what was there before. Whoever writes a
 * child meanwhile waits. Names are read as a step reads them (domain/search/entries.ts).
 */
import pg from 'pg';
import { foldVersion } from '../../domain/names/keys.ts';
import { givenWord, readingsOf } from '../../domain/search/entries.ts';
import { packetsOf, rowsIn, rowsOut, type Field } from './copy.ts';
import { dictionary, type Dictionary } from './dictionary.ts';

export interface Indexed {
  readonly rows: number;
  readonly names: number;
}
export interface IndexOptions {
  readonly ownerUrl: string;
  /** Only children whom the index does not have; everything anew without it. */
  readonly missing?: boolean;
  readonly progress?: (line: string) => void;
}

/** Filled to the last: what comes later, a step at a time, is little beside it. */
const full = 'with (fillfactor = 100)';
const indexes: Readonly<Record<string, string>> = {
  pointer_full: `children.pointer (family, given) ${full}`,
  pointer_family_born: `children.pointer (family, born) ${full}`,
  pointer_given_born: `children.pointer (given, born) ${full}`,
  pointer_child: `children.pointer (child) ${full}`,
};
/** Built at once it goes in the order of hashes and leaves every page half empty; in small portions it is a third smaller. */
const hashIndex = `set local maintenance_work_mem = '1MB'; create index name_spelling_hashes on children.name_spelling using gin (hashes) with (fastupdate = off)`;
/** Filled row by row, and built anew behind that: those of the dictionary's keys. */
const keyIndexes = ['known_name_pkey', 'known_name_part_key_key', 'name_key_pkey', 'name_key_name_idx', 'name_spelling_pkey'];
const tables = 'children.known_name, children.name_key, children.name_spelling, children.pointer, children.index_state';
/** Of the session: it sorts and builds by the million. */
const settings = `set work_mem = '256MB'; set maintenance_work_mem = '1GB'; set jit = off;`;

const registerSql = (missing: boolean): string => `
  select c.id, n.family, n.given, n.patronymic, m.name, f.name, c.born, c.region, c.district, right(c.iin, 4), coalesce(left(c.sex, 1), '-'), left(c.born_precision, 1)
  from children.child c left join children.child_name n on n.child = c.id
    left join (select child, max(name) as name from children.relation where kind = 'mother' and name is not null group by 1) m on m.child = c.id
    left join (select child, max(name) as name from children.relation where kind = 'father' and name is not null group by 1) f on f.child = c.id
  where coalesce(n.family, n.given, n.patronymic, m.name, f.name) is not null
    ${missing ? 'and not exists (select 1 from children.pointer p where p.child = c.id)' : ''}`;

/** Rows of the index of one row of the query above. */
function pointersOf(row: readonly (string | null)[], names: Dictionary, place: (code: string) => number): (readonly Field[])[] {
  const [child = null, family = null, given = null, patronymic = null, mother = null, father = null, born = null, region = null, district = null, end = null, sex = null, precision = null] = row;
  const parent = (name: string | null): number => (name === null ? 0 : names.number('given', givenWord(name)));
  const rest = [parent(mother), parent(father), born, region === null ? 0 : place(region), district === null ? 0 : place(district), end === null ? -1 : Number(end), sex, precision] as const;
  const ways = readingsOf({ family, given, patronymic }).map((n) => [names.number('family', n.family), names.number('given', n.given), names.number('patronymic', n.patronymic)] as const);
  return ways.map((way) => [child, ...way, ...rest]);
}

/** Answers how many rows there are now to find children by. `ownerUrl`: qorgan_owner's login. */
export async function indexRegister({ ownerUrl, missing = false, progress = () => undefined }: IndexOptions): Promise<Indexed> {
  const [writer, reader] = [new pg.Client({ connectionString: ownerUrl }), new pg.Client({ connectionString: ownerUrl })];
  await writer.connect();
  await reader.connect();
  try {
    await writer.query(settings);
    await reader.query(settings);
    await writer.query('begin');
    // Whoever was writing has ended when this is ours, so that the reader sees it; whoever comes now waits.
    await writer.query(`lock table ${tables} in ${missing ? 'share row exclusive' : 'access exclusive'} mode`);
    await writer.query(`insert into children.index_place (code) select code from (select code from kernel.region union select code from kernel.district) p
      where not exists (select 1 from children.index_place i where i.code = p.code)`);
    const places = new Map((await writer.query<{ id: number; code: string }>('select id, code from children.index_place')).rows.map((p) => [p.code, p.id]));
    const before = missing ? (await writer.query<{ id: number; part: number; key: string }>('select id, part, key from children.known_name')).rows : [];
    if (!missing) await emptied(writer);
    const names = dictionary(before);
    await writer.query('create temp table fresh (like children.pointer) on commit drop');
    let rows = 0;
    async function* pointers(): AsyncGenerator<(readonly Field[])[]> {
      let told = 0;
      for await (const packet of rowsOut(reader, registerSql(missing))) {
        rows += packet.length;
        if (rows - told >= 500_000) progress(`${(told = rows)} rows read`);
        yield packet.flatMap((row) => pointersOf(row, names, (code) => places.get(code) ?? 0));
      }
    }
    await rowsIn(writer, 'fresh', pointers());
    await writeNames(writer, names, missing);
    progress(`${rows} rows read, ${names.names.length} names`);
    // One after the other as they are asked for: those of one name lie together on few pages.
    await writer.query('insert into children.pointer select distinct on (family, given, born, child, patronymic) * from fresh order by family, given, born, child, patronymic');
    if (!missing) {
      for (const [name, on] of Object.entries(indexes)) await writer.query(`create index ${name} on ${on}`);
      for (const name of keyIndexes) await writer.query(`reindex index children.${name}`);
      await writer.query(hashIndex);
    }
    progress('indexes made');
    await writer.query('update children.index_state set fold_version = $1', [foldVersion]);
    await writer.query('commit');
    // Each by itself: a vacuum cannot run within a transaction.
    for (const table of ['pointer', 'known_name', 'name_key', 'name_spelling']) await writer.query(`vacuum analyze children.${table}`);
    return { rows, names: names.names.length };
  } finally {
    await reader.end();
    await writer.end();
  }
}

async function emptied(client: pg.Client): Promise<void> {
  await client.query('truncate children.known_name, children.name_key, children.name_spelling, children.pointer restart identity');
  for (const name of [...Object.keys(indexes), 'name_spelling_hashes']) await client.query(`drop index children.${name}`);
}

async function writeNames(client: pg.Client, names: Dictionary, missing: boolean): Promise<void> {
  const size = 5_000;
  await rowsIn(client, 'children.known_name (id, part, key, bearers)', packetsOf(names.names, size));
  await client.query(`select setval(pg_get_serial_sequence('children.known_name', 'id'), (select coalesce(max(id), 0) + 1 from children.known_name), false)`);
  if (!missing) {
    await rowsIn(client, 'children.name_key (part, key, name, alias)', packetsOf(names.keys(), size));
    return rowsIn(client, 'children.name_spelling (name, part, spelling, hashes)', packetsOf(names.spellings(), size));
  }
  await client.query('create temp table fresh_key (like children.name_key) on commit drop');
  await client.query('create temp table fresh_spelling (like children.name_spelling) on commit drop');
  await rowsIn(client, 'fresh_key (part, key, name, alias)', packetsOf(names.keys(), size));
  await rowsIn(client, 'fresh_spelling (name, part, spelling, hashes)', packetsOf(names.spellings(), size));
  await client.query('insert into children.name_key select * from fresh_key on conflict do nothing');
  await client.query('insert into children.name_spelling select * from fresh_spelling on conflict do nothing');
}

/** At start: builds it where it was built with another reading of names, or is empty beside names (children came at once, and the program was cut off). */
export async function indexIfStale(ownerUrl: string, progress: (line: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  let stale: boolean;
  try {
    const { rows } = await client.query<{ stale: boolean }>(`select (fold_version <> $1 or not exists (select 1 from children.pointer)) and exists (select 1 from children.child_name) as stale from children.index_state`, [foldVersion]);
    stale = rows[0]?.stale === true;
    if (!stale) await client.query('update children.index_state set fold_version = $1 where fold_version <> $1', [foldVersion]);
  } finally {
    await client.end();
  }
  if (stale) {
    const { rows } = await indexRegister({ ownerUrl, progress: (line) => progress(`index of names: ${line}`) });
    progress(`index of names: ${rows} rows`);
  }
}

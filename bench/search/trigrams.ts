/** The same names and queries by `pg_trgm` at its default threshold, for a sample: what a usual search would cost. */
import { databaseUrl, once } from '#kernel/db/provision.ts';
import { short } from '../figures.ts';
import type { BenchPlace } from '../place.ts';
import { asked } from './asked.ts';
import type { Query } from './queries.ts';

/** Classes whose queries are names and nothing else: trigrams know nothing of dates. */
const ofNames = ['exact', 'typo', 'other script', 'swapped'];

/** Seconds for theirs; whoever is not asked by then is not asked of ours either. */
const patience = 150;

export interface Trigrams {
  readonly trigrams: number;
  /** Milliseconds for all of the sample, one after the other: theirs in the database alone, ours through HTTP. */
  readonly theirs: number;
  readonly ours: number;
  readonly ratio: number;
  readonly theirIndexMb: number;
}

export async function trigrams(place: BenchPlace, port: number, tokens: readonly string[], queries: readonly Query[], count: number): Promise<Trigrams> {
  // In turn, so that a sample that is cut has of each class.
  const sample = Array.from({ length: Math.ceil(count / ofNames.length) }, (_, n) => ofNames.flatMap((of) => queries.filter((q) => q.of === of)[n] ?? [])).flat();
  const url = databaseUrl(place.cluster.superUrl, new URL(place.cluster.ownerUrl).pathname.slice(1));
  const { theirs, size, answered } = await once(url, async (client) => {
    await client.query(`create extension if not exists pg_trgm schema public; set maintenance_work_mem = '1GB'`);
    const { rows: there } = await client.query<{ there: boolean }>(`select to_regclass('nation.trigrams') is not null as there`);
    if (there[0]?.there !== true) {
      process.stderr.write('search: trigrams of the same names\n');
      await client.query(`create table nation.trigrams as select child, lower(concat_ws(' ', family, given, patronymic)) as name from children.child_name`);
      await client.query('create index trigrams_name on nation.trigrams using gin (name public.gin_trgm_ops)');
      await client.query('vacuum analyze nation.trigrams');
    }
    const ask = (q: Query): Promise<unknown> => client.query(`select child, public.similarity(name, $1) as near from nation.trigrams where name operator(public.%) $1 order by near desc limit 20`, [q.body.q.toLowerCase()]);
    await ask(sample[0] as Query);
    const began = performance.now();
    const spent = (): number => performance.now() - began;
    let answered = 0;
    for (; answered < sample.length && spent() < patience * 1000; answered += 1) await ask(sample[answered] as Query);
    const theirs = spent();
    const { rows } = await client.query<{ size: number }>(`select pg_relation_size('nation.trigrams_name') / 1e6 as size`);
    return { theirs, size: Number(rows[0]?.size), answered };
  });
  const began = performance.now();
  for (const q of sample.slice(0, answered)) await asked(port, tokens, [q], new Map());
  const ours = performance.now() - began;
  return { trigrams: answered, theirs: short(theirs), ours: short(ours), ratio: short(theirs / ours), theirIndexMb: short(size) };
}

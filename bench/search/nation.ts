/** A cluster with a made nation of so many children in its register, indexed: kept in a folder, or made for this run alone. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { indexRegister } from '#cap/children/store/index/register.ts';
import { loadNation } from '../../apps/server/nation/load.ts';
import { benchPlace, type BenchPlace } from '../place.ts';

export async function withOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const seed = 'search';
const say = (line: string): void => void process.stderr.write(`${line}\n`);

export async function nationPlace(children: number, folder: string | null): Promise<BenchPlace> {
  const kept = folder === null ? null : join(folder, `nation-${children}`);
  if (kept !== null) mkdirSync(kept, { recursive: true, mode: 0o711 });
  const place = await benchPlace({}, kept);
  try {
    // The program makes the schema and the demo country.
    await (await place.server()).end();
    const { ownerUrl } = place.cluster;
    const there = await withOwner(ownerUrl, async (c) => (await c.query<{ there: boolean }>(`select to_regclass('nation.made') is not null as there`)).rows[0]?.there === true);
    if (!there) {
      const began = performance.now();
      await loadNation({ ownerUrl, children, seed, doubles: 0.05, progress: say });
      say(`nation of ${children}: ${((performance.now() - began) / 1000).toFixed(0)} s`);
    }
    const indexed = await withOwner(ownerUrl, async (c) => (await c.query<{ n: number }>('select count(*)::int as n from (select 1 from children.pointer limit $1) p', [children])).rows[0]?.n ?? 0);
    if (indexed < children * 0.9) {
      const began = performance.now();
      await indexRegister({ ownerUrl, progress: say });
      say(`index of ${children}: ${((performance.now() - began) / 1000).toFixed(0)} s`);
    }
    return place;
  } catch (error) {
    await place.end();
    throw error;
  }
}

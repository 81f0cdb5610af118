/** The pass over the register, against a made country whose truth it does not see. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { once } from '#kernel/db/provision.ts';
import { passOver } from '#cap/children/store/pass/pass.ts';
import { loadNation } from '../../apps/server/nation/load.ts';
import { testServer, type TestServer } from './server.ts';

const now = '2026-11-26T00:00:00.000Z';
let s: TestServer;
const sql = <T>(text: string): Promise<T[]> => once(s.database.ownerUrl, async (c) => (await c.query(text)).rows as T[]);
const pass = (at: string, progress: (line: string) => void = () => undefined) => once(s.database.ownerUrl, (c) => passOver(c, { now: at, progress }));

beforeAll(async () => {
  s = await testServer();
  await loadNation({ ownerUrl: s.database.ownerUrl, children: 20_000, seed: 'matching', doubles: 0.05, progress: () => undefined });
}, 120_000);
afterAll(() => s.close());

interface Found { one: string; other: string; weight: number; likely: string }
const found = () => sql<Found>('select one, other, weight, likely from children.likeness order by one, other');

describe('the pass over a register of twenty thousand', () => {
  it('takes few for one that are two, and misses few that are one', async () => {
    await pass(now);
    const [figures] = await sql<{ pairs: number; same: number; right: number; looked: number }>(`
      with pair as (select a.child as one, b.child as other from nation.truth a join nation.truth b on b.person = a.person and a.child < b.child),
        taken as (select l.likely, p.one is not null as is_right from children.likeness l left join pair p using (one, other))
      select (select count(*)::int from pair) as pairs, count(*) filter (where likely = 'same')::int as same,
        count(*) filter (where likely = 'same' and is_right)::int as right, count(*) filter (where is_right)::int as looked from taken`);
    expect(figures!.pairs).toBeGreaterThan(800);
    expect(figures!.right / figures!.same).toBeGreaterThan(0.99);
    expect(figures!.right / figures!.pairs).toBeGreaterThan(0.96);
    expect(figures!.looked / figures!.pairs).toBeGreaterThan(0.97);
  }, 120_000);

  it('goes on where it was cut off, and finds the same', async () => {
    const whole = await found();
    await sql('delete from children.likeness');
    const slices: string[] = [];
    await expect(pass('2026-11-27T00:00:00.000Z', (line) => {
      if (line.includes('slice') && slices.push(line) === 3) throw new Error('cut off');
    })).rejects.toThrow('cut off');
    const part = await found();
    expect(part.length).toBeGreaterThan(0);
    expect(part.length).toBeLessThan(whole.length);
    const again: string[] = [];
    const { began } = await pass('2026-11-28T00:00:00.000Z', (line) => again.push(line));
    expect(began).toBe('2026-11-27T00:00:00.000Z');
    expect(again.join('\n')).toMatch(/Goes on at slice (?!0 )\d+/);
    expect(await found()).toEqual(whole);
  }, 120_000);

  it('names reasons by field and level, and no name, date or number of anybody', async () => {
    const rows = await sql<{ reasons: { field: string; level: string; weight: number }[] }>("select reasons from children.likeness where source = 'pass' limit 200");
    for (const { reasons } of rows) {
      expect(reasons.length).toBeGreaterThan(2);
      for (const r of reasons) expect(Object.keys(r).sort()).toEqual(['field', 'level', 'weight']);
      expect(JSON.stringify(reasons)).not.toMatch(/[а-яәіңғүұқөһ]|\d{6}/iu);
    }
  });

  it('lets one run at a time', async () => {
    await once(s.database.ownerUrl, async (c) => {
      await c.query("select pg_advisory_lock(hashtext('children.matching_pass'))");
      await expect(pass(now)).rejects.toThrow(/another pass runs/);
    });
  });
});

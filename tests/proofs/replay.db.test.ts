import { existsSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playYear } from '../../apps/server/replay/play-year.ts';
import { contactsOf, regionSplit, type YearFile } from '../../apps/server/replay/year.ts';
import { narratives, replayNarrative } from '../../apps/server/replay/narratives.ts';
import { verifyAll } from '../../apps/server/commands/verify.ts';
import { testProgram, type TestProgram } from '../setup/program.ts';

const shared = '../shared/real';
const year = JSON.parse(readFileSync('data/contact-centre-111-2025.json', 'utf8')) as YearFile;

let program: TestProgram;
beforeAll(async () => {
  program = await testProgram();
});
afterAll(() => program.close());

describe.skipIf(!existsSync(shared))('what the project keeps of the real input', () => {
  it.each(['contact-centre-111-2025.json', 'narratives.json'])('%s is the shared file', (name) => {
    const hash = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
    expect(hash(`data/${name}`)).toBe(hash(`${shared}/${name}`));
  });
});

describe('the published year', () => {
  const regions = async (): Promise<string[]> =>
    (await program.runtime.directory(null)).data.regions.map((r) => r.code).filter((c) => c !== 'KZ');

  it('is split as the file says, and within its note where it says nothing', async () => {
    const codes = await regions();
    const contacts = contactsOf(year, codes);
    const count = <T>(of: (c: (typeof contacts)[number]) => T): Map<T, number> => {
      const counts = new Map<T, number>();
      for (const c of contacts) counts.set(of(c), (counts.get(of(c)) ?? 0) + 1);
      return counts;
    };
    expect(contacts).toHaveLength(year.total);
    expect(Object.fromEntries(count((c) => c.channel))).toEqual(year.byChannel);
    const byOutcome = count((c) => c.outcome);
    expect(byOutcome.get('psychological-support')).toBe(year.outcomes['psychological support']);
    expect(byOutcome.get('jointly')).toBe(year.outcomes['worked jointly with state bodies']);
    const split = regionSplit(year, codes);
    const known = Object.values(year.byRegionKnown);
    for (const [region, n] of split) {
      if (region in year.byRegionKnown) expect(n).toBe(year.byRegionKnown[region]);
      expect(n).toBeLessThanOrEqual(Math.max(...known));
      expect(n).toBeGreaterThanOrEqual(Math.min(...known));
    }
    expect([...split.values()].reduce((a, b) => a + b, 0)).toBe(year.total);
  });

  it('replayed in part, killed, and run again, counts the same as its contacts', async () => {
    const { runtime, database, owner } = program;
    const limit = 1000;
    const play = (n: number) => playYear({ runtime, ownerUrl: database.ownerUrl, file: year, limit: n, lanes: 6, progress: () => undefined });
    await play(150);
    await play(limit);
    await play(limit);
    const codes = (await runtime.directory(null)).data.regions.map((r) => r.code).filter((c) => c !== 'KZ');
    const expected = new Map<string, number>();
    for (const c of contactsOf(year, codes).slice(0, limit)) {
      const key = `${c.channel} ${c.region} ${c.outcome}`;
      expected.set(key, (expected.get(key) ?? 0) + 1);
    }
    const lead = (await runtime.directory(null)).data.appointments.find((a) => a.role === 'shift-lead')!;
    const token = Buffer.from('lead of the shift'.padEnd(32, '.'));
    await owner.query(`insert into kernel.session (hash, role, person, appointment, created_at, until) values ($1, 'shift-lead', $2, $3, $4, 'infinity')`, [
      createHash('sha256').update(token).digest(), lead.person, lead.id, program.clock.now(),
    ]);
    const { rows } = await runtime.pool.query<{ answer: { counts: { channel: string; region: string; outcome: string; n: number }[] } }>(
      `select helpline.counts($1, $2, '2025-01-01', '2026-01-01') as answer`, [token, program.clock.now()]);
    expect(new Map(rows[0]!.answer.counts.map((c) => [`${c.channel} ${c.region} ${c.outcome}`, c.n]))).toEqual(expected);
    expect((await verifyAll(database.ownerUrl, runtime.journal, () => undefined)).faults).toEqual([]);
  }, 300_000);
});

describe('the narratives', () => {
  /** What `expects.opens` names, as the procedure that is built for it; what is not built yet is a named referral. */
  const built: Readonly<Record<string, string>> = {
    case: 'cases.protection',
    'case for each child': 'cases.protection',
    'case by police notification': 'cases.medico-social',
    'referral to the family support centre': 'referrals.family-support',
    'referral for material help': 'referrals.family-support',
    'psychological support': 'referrals.clinic',
    'psychologist at once': 'referrals.clinic',
    'school bullying protocol': 'schools.bullying',
    'immediate notice to police': 'referrals.police',
    'extortion: notice to police': 'referrals.police',
    'referral to a partner organisation': 'referrals.ngo',
    'incident: expulsion from a bus': 'incidents.bus-expulsion',
  };

  for (const n of narratives()) {
    for (const language of ['kk', 'ru'] as const) {
      it(`${n.id} ${language} goes where a specialist would send it`, async () => {
        const { runtime, owner } = program;
        const { appeal, routes } = await replayNarrative(runtime, n, language, program.clock.now(), false);
        const { rows } = await owner.query<{ procedure: string; hop: number }>(
          `with recursive near(id, hop) as (select $1::uuid, 0 union select l.target, hop + 1 from near join kernel.link l on l.source = near.id where hop < 2)
           select p.procedure, near.hop from near join kernel.proceeding p on p.id = near.id`, [appeal]);
        const opened = rows.map((r) => r.procedure);
        for (const opens of n.expects.opens) {
          const procedure = built[opens];
          if (procedure !== undefined && runtime.registry.current(procedure, program.clock.now()) !== undefined) expect(opened, opens).toContain(procedure);
        }
        if (n.expects.opens.includes('confirmed 103/112 where needed')) expect(routes.some((r) => r.to === 'emergency')).toBe(true);
        if (n.id === 'n4' && runtime.registry.current('cases.protection', program.clock.now()) !== undefined) {
          expect(opened.filter((p) => p === 'cases.protection')).toHaveLength(4);
        }
        if (n.expects.mustNot === 'close as a consultation') {
          const outcome = await owner.query<{ outcome: string | null }>('select outcome from kernel.proceeding where id = $1', [appeal]);
          expect(outcome.rows[0]!.outcome).not.toBe('consulted');
        }
      });
    }
  }
});

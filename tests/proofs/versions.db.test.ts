/** A procedure's newer version takes the open ones over on its day, by a step of the clock in the journal; the clock opens each school's plan once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { procedures } from '#cap/schools/contract.ts';
import { plans } from '#cap/schools/tick.ts';
import { preventionLaw } from '#cap/schools/terms/law.ts';
import type { ProceedingView, StoryLine } from '#kernel/contract.ts';
import { startOfDay } from '#kernel/terms/almaty.ts';
import { moving, tick } from '../../apps/server/tick.ts';
import { testServer, type TestServer } from './server.ts';

const dayMs = 86_400_000;

describe('the prevention law', () => {
  let s: TestServer;
  beforeAll(async () => {
    s = await testServer('2026-02-23T05:00:00.000Z');
  });
  afterAll(() => s.close());

  const view = async (token: string, id: string): Promise<ProceedingView> => (await s.call({ url: `/api/proceedings/${id}`, token })).json<ProceedingView>();
  const start = async (token: string, name: string): Promise<string> => {
    const begun = await s.call({ url: '/api/schools/pedagogical-support', token, body: { name, className: '8 Б', age: 14, grounds: ['failing'], summary: 'Үлгермейді' } });
    expect(begun.statusCode, begun.body).toBe(201);
    return begun.json<ProceedingView>().id;
  };

  it('turns in-school control into support, decided anew; what is written stays readable, and each moves once', async () => {
    const { token } = await s.as('school-worker');
    const [controlled, noticed] = [await start(token, 'Тимур Қасымов'), await start(token, 'Айжан Бекова')];
    const put = await s.call({ url: `/api/schools/pedagogical-support/${controlled}/council`, token, match: (await view(token, controlled)).sequence, body: { date: '2026-02-23', decided: 'Бақылауға алынды', plan: [{ measure: 'family', who: 'x', by: '2026-03-20' }] } });
    expect(put.statusCode, put.body).toBe(200);
    const job = moving(s.runtime, s.clockToken);
    expect(await job()).toBe(0);
    expect((await view(token, controlled)).stage).toBe('controlled');

    s.clock.add(Date.parse(startOfDay(preventionLaw)) - Date.parse(s.clock.now()));
    expect(await job()).toBe(2);
    expect(await job()).toBe(0);
    expect(await moving(s.runtime, s.clockToken)()).toBe(0);
    for (const id of [controlled, noticed]) {
      const seen = await view(token, id);
      expect(seen).toMatchObject({ version: preventionLaw, stage: 'proposed', final: false });
      expect(seen.steps.map((step) => step.name)).toContain('agree');
      expect(seen.steps.map((step) => step.name)).not.toContain('council');
      expect(seen.story[0]).toMatchObject({ step: 'move', actor: { role: 'clock' } } satisfies Partial<Record<keyof StoryLine, unknown>>);
    }
    expect(JSON.stringify((await view(token, controlled)).records)).toContain('Бақылауға алынды');
    await tick(s.runtime, s.clockToken);
    expect((await s.call({ url: '/api/procedures', token })).json<{ procedure: string; version: string }[]>().filter((p) => p.procedure === procedures.support)).toMatchObject([{ version: preventionLaw }]);
  });

  it('is asked by nobody but the clock', async () => {
    const { token } = await s.as('school-worker');
    for (const who of [Buffer.from(token, 'base64url'), null]) {
      await expect(s.runtime.pool.query('select kernel.outdated($1, $2, $3, $4, 10)', [who, s.clock.now(), procedures.support, '2999-01-01'])).rejects.toMatchObject({ code: '42501' });
    }
  });
});

describe('a school year', () => {
  let s: TestServer;
  beforeAll(async () => {
    s = await testServer('2026-09-01T04:00:00.000Z');
  });
  afterAll(() => s.close());
  const count = async (): Promise<number> => (await s.owner.query<{ n: number }>('select count(*)::int as n from kernel.proceeding where procedure = $1', [procedures.plan])).rows[0]?.n ?? -1;

  it('opens with a plan for every school, once; the head finds it on his day', async () => {
    const schools = (await s.owner.query<{ n: number }>(`select count(*)::int as n from kernel.organisation where kind = 'school' and ended_at is null`)).rows[0]?.n ?? 0;
    expect(schools).toBeGreaterThan(0);
    const job = plans(s.runtime, s.clockToken);
    expect(await job()).toBe(schools);
    expect(await job()).toBe(0);
    expect(await plans(s.runtime, s.clockToken)()).toBe(0);
    expect(await count()).toBe(schools);
    const worker = (await s.owner.query<{ worker: string }>('select worker from kernel.proceeding where procedure = $1 limit 1', [procedures.plan])).rows[0]?.worker ?? '';
    const token = await s.signIn(worker);
    const mine = (await s.call({ url: '/api/my-day', token })).json<{ items: { procedure: string; label: string }[] }>().items;
    expect(mine.filter((i) => i.procedure === procedures.plan)).toMatchObject([{ label: '2026/27' }]);
  });

  it('once it runs opens nothing by itself: a head does', async () => {
    s.clock.add(400 * dayMs);
    expect(await plans(s.runtime, s.clockToken)()).toBeGreaterThan(0);
    const before = await count();
    s.clock.add(300 * dayMs);
    expect(await plans(s.runtime, s.clockToken)()).toBe(0);
    expect(await count()).toBe(before);
    await expect(s.runtime.pool.query('select schools.without_plan(null, $1, $1, 10)', [s.clock.now()])).rejects.toMatchObject({ code: '42501' });
  });
});

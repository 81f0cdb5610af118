/** Reports about one known child that come at the same moment: one case, and no answer tells that there was one. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Appointment } from '#kernel/access/directory.ts';
import type { ProceedingView, Receipt } from '#kernel/contract.ts';
import { testServer, type TestServer } from './server.ts';

let s: TestServer;
let specialist: Appointment;
let elsewhere: Appointment;
beforeAll(async () => {
  s = await testServer();
  specialist = (await s.as('guardianship-specialist')).appointment;
  elsewhere = (await s.as('guardianship-specialist', (a) => a.district !== null && a.district !== specialist.district)).appointment;
});
afterAll(() => s.close());

const report = (children: object[], more: object = {}) => ({ children, district: specialist.district, category: 'neglect', danger: 'rights', summary: 'үйде жалғыз', ...more });
const start = async (by: Appointment, body: object, key?: string) => s.call({ url: '/api/cases/protection', token: await s.signIn(by.id), body, ...(key === undefined ? {} : { key }) });
const casesOf = async (child: string) =>
  (await s.owner.query<{ id: string; final: boolean }>(`select id, final from kernel.proceeding where subject = $1 and procedure = 'cases.protection' order by id`, [child])).rows;
/** A child in the register, and no open case of his. */
async function knownChild(): Promise<string> {
  const { rows } = await s.owner.query<{ id: string }>(
    `insert into children.child (id, region, district, created_at) values (gen_random_uuid(), $1, $2, $3) returning id`, [specialist.region, specialist.district, s.clock.now()]);
  return rows[0]?.id ?? '';
}

describe('reports at the same moment', () => {
  it('open one case of a known child, whoever wins', async () => {
    for (let round = 0; round < 5; round += 1) {
      const child = await knownChild();
      const answers = await Promise.all([specialist, elsewhere, specialist, elsewhere].map((by) => start(by, report([{ child }]))));
      for (const a of answers) expect(a.statusCode, a.body).toBe(201);
      const found = await casesOf(child);
      expect(found.length).toBe(1);
      const { rows } = await s.owner.query<{ n: number }>(`select jsonb_array_length(body -> 'reports') as n from kernel.record where proceeding = $1 and kind = 'cases.protection/case'`, [found[0]?.id]);
      expect(rows[0]?.n).toBe(3);
    }
  });

  it('about two children, each named first once, do not wait for each other in a circle', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = [await knownChild(), await knownChild()];
      const answers = await Promise.all([[a, b], [b, a], [a, b], [b, a]].map((pair) => start(specialist, report(pair.map((child) => ({ child }))))));
      for (const answer of answers) expect(answer.statusCode, answer.body).toBe(201);
      for (const child of [a, b]) expect((await casesOf(child)).length).toBe(1);
    }
  });

  it('with one key are one report', async () => {
    const child = await knownChild();
    await start(specialist, report([{ child }]));
    const key = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => start(elsewhere, report([{ child }]), key)));
    expect(new Set(answers.map((a) => a.body)).size).toBe(1);
    const { rows } = await s.owner.query<{ n: number }>(
      `select jsonb_array_length(body -> 'reports') as n from kernel.record r join kernel.proceeding p on p.id = r.proceeding where p.subject = $1 and r.kind = 'cases.protection/case'`, [child]);
    expect(rows[0]?.n).toBe(1);
  });
});

describe('the answer', () => {
  it('to whoever does not see the case is the same receipt, whether there was one or not, also when repeated', async () => {
    const [free, taken] = [await knownChild(), await knownChild()];
    await start(specialist, report([{ child: taken }]));
    const shape = (r: Receipt) => ({ ...r, id: typeof r.id });
    const answers = [];
    for (const child of [free, taken]) {
      const key = randomUUID();
      const first = await start(elsewhere, report([{ child }]), key);
      const again = await start(elsewhere, report([{ child }]), key);
      expect(again.body).toBe(first.body);
      expect([first.statusCode, again.statusCode]).toEqual([201, 201]);
      expect(again.headers['entry-sequence']).toBe(first.headers['entry-sequence']);
      answers.push(first);
    }
    const [open, joined] = answers.map((a) => a.json<Receipt>());
    expect(open?.receipt).toBe(true);
    expect(shape(joined as Receipt)).toEqual(shape(open as Receipt));
    expect(joined?.id).not.toBe((await casesOf(taken))[0]?.id);
    expect(answers[1]?.headers['entry-sequence']).toBe(answers[0]?.headers['entry-sequence']);
  });

  it('to the desk that has it is the case itself', async () => {
    const child = await knownChild();
    const first = (await start(specialist, report([{ child }]))).json<ProceedingView>();
    const second = (await start(specialist, report([{ child }], { summary: 'тағы да жалғыз' }))).json<ProceedingView>();
    expect(second).toMatchObject({ id: first.id, sequence: first.sequence + 1 });
    expect(second.story[0]).toMatchObject({ step: 'report-joined', actor: { name: null } });
  });

  it('names a child that the register does not have as unknown', async () => {
    expect((await start(specialist, report([{ child: randomUUID() }]))).statusCode).toBe(400);
  });
});

describe('what it costs', () => {
  it('is one more beginning where the child is known, and none where he is new', async () => {
    const count = async (body: object): Promise<number> => {
      const { connect } = s.runtime.pool;
      let begun = 0;
      const counted: (() => void)[] = [];
      const seen = new Set<unknown>();
      const pool = s.runtime.pool as unknown as { connect: unknown };
      pool.connect = async (...lent: unknown[]) => {
        if (lent.length > 0) return (connect as (...a: unknown[]) => unknown).apply(s.runtime.pool, lent);
        const client = await (connect as () => Promise<{ query: (...a: unknown[]) => unknown }>).call(s.runtime.pool);
        if (seen.has(client)) return client;
        seen.add(client);
        const { query } = client;
        client.query = (...args: unknown[]) => {
          if ((args[0] as { name?: string }).name === 'begin_step') begun += 1;
          return query.apply(client, args);
        };
        counted.push(() => (client.query = query));
        return client;
      };
      try {
        expect((await start(specialist, body)).statusCode).toBe(201);
      } finally {
        pool.connect = connect;
        for (const restore of counted) restore();
      }
      return begun;
    };
    expect(await count(report([{ name: 'Жаңа', age: 5 }]))).toBe(1);
    const [a, b] = [await knownChild(), await knownChild()];
    expect(await count(report([{ child: a }, { child: b }]))).toBe(2);
    expect(await count(report([{ child: a }]))).toBe(2);
  });
});

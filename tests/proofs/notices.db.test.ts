/** What people are told in the application: what happened for them and no one else, within a budget that hides no danger; who writes beside them; what is found by its number. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import type { StaffView } from '#cap/agencies/contract.ts';
import { plusMillis } from '#kernel/clock.ts';
import type { Notice, NoticePage, NumberedPage, ProceedingView, Writers } from '#kernel/contract.ts';
import { noticesADay } from '#kernel/notices/terms.ts';
import { tick } from '../../apps/server/tick.ts';
import { testServer, type TestServer } from './server.ts';

const day = 86_400_000;
const at = (role: Parameters<typeof appointmentId>[1], n: number): string => appointmentId('talgar/guardianship', role, n);
let s: TestServer;
let [head, one, two]: [string, string, string] = ['', '', ''];
const [first, second] = [at('guardianship-specialist', 1), at('guardianship-specialist', 2)];

beforeAll(async () => {
  s = await testServer();
});
afterAll(() => s.close());
beforeEach(async () => {
  [head, one, two] = [await s.signIn(at('district-head', 1)), await s.signIn(first), await s.signIn(second)];
});

const page = async (token: string): Promise<NoticePage> => {
  const answer = await s.call({ url: '/api/notices', token });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<NoticePage>();
};
const of = async (token: string, id: string): Promise<readonly Notice[]> => (await page(token)).items.filter((n) => n.proceeding?.id === id);
const kinds = async (token: string, id: string): Promise<readonly string[]> => (await of(token, id)).map((n) => n.kind);
const read = async (id: string, token: string): Promise<ProceedingView> => (await s.call({ url: `/api/proceedings/${id}`, token })).json<ProceedingView>();
const step = async (id: string, token: string, name: string, body: object): Promise<void> => {
  const answer = await s.call({ url: `/api/cases/protection/${id}/${name}`, token, match: (await read(id, token)).sequence, body });
  expect(answer.statusCode, answer.body).toBe(200);
};
/** A case that the first specialist carries. */
async function open(danger: 'rights' | 'violence' = 'rights'): Promise<string> {
  const opened = await s.call({ url: '/api/cases/protection', token: one, body: { children: [{ name: 'Айша', age: 7 }], category: 'neglect', danger, summary: 'үйде жалғыз' } });
  expect(opened.statusCode, opened.body).toBe(201);
  const { id } = opened.json<ProceedingView>();
  await s.owner.query('update kernel.proceeding set worker = $2 where id = $1', [id, first]);
  return id;
}

describe('what happened for me', () => {
  it('is told to whom it came, until he has read it, on any device; handed over it is the other’s, from that moment on', async () => {
    const id = await open();
    const [came] = await of(one, id);
    expect(came).toMatchObject({ kind: 'came', read: false, proceeding: { label: expect.stringContaining('Айша') as string } });
    expect(await of(two, id)).toEqual([]);
    expect((await s.call({ url: '/api/notices/read', token: one, body: { keys: [came?.key] } })).statusCode).toBe(204);
    expect((await of(one, id))[0]?.read).toBe(true);
    s.clock.set(plusMillis(s.clock.now(), 3_600_000));
    await step(id, head, 'reassign', { worker: second, why: 'көп жұмыс' });
    expect(await of(one, id)).toEqual([]);
    expect((await of(two, id))[0]).toMatchObject({ kind: 'came', at: s.clock.now(), read: false });
  });

  it('what others write in mine is news; what I write is none', async () => {
    const id = await open();
    s.clock.set(plusMillis(s.clock.now(), 60_000));
    await step(id, one, 'note', { text: 'өзім' });
    await step(id, head, 'note', { text: 'барып көріңіз' });
    const news = (await of(one, id)).filter((n) => n.kind === 'news');
    expect(news).toHaveLength(1);
    expect(news[0]?.who).toBe((await s.runtime.directory(null)).appointment(at('district-head', 1))?.name);
    // Nothing of what was written stands in it.
    expect(JSON.stringify(await page(one))).not.toContain('барып көріңіз');
  });

  it('a missed term is told to whom it passed, and to whom it was told; who has an interest hears nothing', async () => {
    const id = await open();
    const { rows } = await s.owner.query<{ due: Date }>('select due from kernel.proceeding where id = $1', [id]);
    s.clock.set(plusMillis((rows[0]?.due ?? new Date(0)).toISOString(), 1_000));
    while ((await tick(s.runtime, s.clockToken)) > 0);
    expect(await kinds(one, id)).toContain('passed');
    const told = (await s.owner.query<{ told: string }>('select escalated_to as told from kernel.proceeding where id = $1', [id])).rows[0]?.told ?? '';
    const above = await s.signIn(told);
    expect(await kinds(above, id)).toEqual(['told']);
    await step(id, above, 'declare-conflict', { why: 'туысым' });
    expect(await of(above, id)).toEqual([]);
  });

  it('whom a head names to stand in hears it, and what came to who is away', async () => {
    const id = await open('violence');
    const { version } = (await s.call({ url: `/api/agencies/staff/${first}`, token: head })).json<StaffView>();
    const away = { from: s.clock.now(), until: plusMillis(s.clock.now(), 5 * day), substitute: second };
    const set = await s.call({ url: `/api/agencies/staff/${first}/away`, token: head, match: version, body: away });
    expect(set.statusCode, set.body).toBe(200);
    const name = (await s.runtime.directory(null)).appointment(first)?.name;
    const told = await page(two);
    expect(told.items.find((n) => n.kind === 'deputy')).toMatchObject({ at: s.clock.now(), who: name, until: away.until });
    expect(told.items.find((n) => n.proceeding?.id === id)).toMatchObject({ kind: 'came', who: name, pressing: true });
    await s.owner.query('update kernel.appointment set away_from = null, away_until = null, substitute = null');
  });

  it('a head hears where nobody is on duty', async () => {
    const { rows } = await s.owner.query(`delete from kernel.duty where organisation = (select organisation from kernel.appointment where id = $1) returning id`, [at('district-head', 1)]);
    expect(rows.length).toBeGreaterThan(0);
    expect((await page(head)).items.filter((n) => n.kind === 'roster-gap').length).toBeGreaterThan(0);
    expect((await page(one)).items.filter((n) => n.kind === 'roster-gap')).toEqual([]);
  });

  it('a commission without a member: its chair, its secretary and the one above hear that members must be appointed, and nobody else', async () => {
    const house = (role: Parameters<typeof appointmentId>[1]): string => appointmentId('talgar/commission', role, 1);
    const told = async (who: string): Promise<readonly Notice[]> => (await page(await s.signIn(who))).items.filter((n) => n.kind === 'no-members');
    const above = (await s.as('republic-commission')).appointment.id;
    const there = [house('commission-chair'), house('commission-secretary'), above];
    expect(await Promise.all(there.map(told))).toEqual([[], [], []]);
    const gone = plusMillis(s.clock.now(), -60_000);
    const { rows } = await s.owner.query(`update kernel.appointment set until = $2 where role = 'commission-member' and organisation = (select organisation from kernel.appointment where id = $1) returning id`, [there[0], gone]);
    expect(rows.length).toBeGreaterThan(0);
    for (const who of there) expect(await told(who)).toMatchObject([{ proceeding: null, from: gone, pressing: false }]);
    expect(await told(appointmentId('sayram/commission', 'commission-chair', 1))).toEqual([]);
    expect(await told(at('district-head', 1))).toEqual([]);
  });

  it('over the budget of a day the rest stands in one line, and no danger is among it', async () => {
    const third = at('guardianship-specialist', 2);
    const id = await open();
    await s.owner.query('update kernel.proceeding set worker = $2, final = false where id = $1', [id, third]);
    const copy = (n: number, danger: number): Promise<unknown> =>
      s.owner.query(
        `insert into kernel.proceeding select r.* from kernel.proceeding p, generate_series(1, $2::int) i, jsonb_populate_record(null::kernel.proceeding, to_jsonb(p) || jsonb_build_object(
           'id', gen_random_uuid(), 'danger', $3::int, 'label', 'б' || i, 'due_term', 'cases.review', 'due', p.opened_at + interval '20 days', 'worker_since', $4::timestamptz)) r where p.id = $1`,
        [id, n, danger, s.clock.now()]);
    const budget = s.runtime.registry.terms.value(noticesADay, s.clock.now()).value;
    await copy(budget + 14, 1);
    await copy(30, 2);
    const { items, more } = await page(two);
    const today = items.filter((n) => n.proceeding !== null && n.at.slice(0, 10) === s.clock.now().slice(0, 10));
    expect(today.filter((n) => !n.pressing).length).toBeLessThanOrEqual(budget);
    expect(today.filter((n) => n.proceeding?.danger === 2 && n.kind === 'came').length).toBeGreaterThanOrEqual(30);
    expect(more.reduce((sum, m) => sum + m.count, 0)).toBeGreaterThanOrEqual(14);
  });

  it('leaves a look, like every list', async () => {
    const looks = async (): Promise<number> => (await s.owner.query<{ n: number }>(`select count(*)::int as n from kernel.look where route = 'GET /api/notices' and appointment = $1`, [first])).rows[0]?.n ?? 0;
    const before = await looks();
    await page(one);
    expect(await looks()).toBe(before + 1);
    expect((await s.call({ url: '/api/notices', token: null })).statusCode).toBe(401);
  });

  it('remembers of what was read no more than could be told of, whatever is sent, and what was read last', async () => {
    for (let n = 0; n < 8; n += 1) {
      s.clock.set(plusMillis(s.clock.now(), 1_000));
      const keys = Array.from({ length: 300 }, (_, i) => `made-up/${n}/${i}`);
      expect((await s.call({ url: '/api/notices/read', token: two, body: { keys } })).statusCode).toBe(204);
    }
    const { rows } = await s.owner.query<{ key: string }>('select key from kernel.notice_read where appointment = $1', [second]);
    expect(rows).toHaveLength(2_000);
    expect(rows.filter((r) => r.key.startsWith('made-up/7/'))).toHaveLength(300);
    expect(rows.filter((r) => r.key.startsWith('made-up/0/'))).toEqual([]);
  });
});

describe('two people at one form', () => {
  const write = async (token: string, id: string, over = false): Promise<Writers> => {
    const answer = await s.call({ url: `/api/proceedings/${id}/writing`, token, body: over ? { step: 'note', over } : { step: 'note' } });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json<Writers>();
  };
  it('hear of each other by name while both write, and are told when one comes and goes', async () => {
    const id = await open();
    let told = 0;
    const stop = s.changes.listen(() => (told += 1));
    expect(await write(one, id)).toEqual({ others: [] });
    const alone = told;
    const name = (await s.runtime.directory(null)).appointment(first)?.name;
    expect(await write(head, id)).toEqual({ others: [{ appointment: first, name, step: 'note' }] });
    expect((await write(one, id)).others.map((o) => o.appointment)).toEqual([at('district-head', 1)]);
    expect([alone, told]).toEqual([0, 1]);
    await write(head, id, true);
    expect(told).toBe(2);
    expect(await write(one, id)).toEqual({ others: [] });
    // A browser that was shut is forgotten.
    await write(head, id);
    s.clock.set(plusMillis(s.clock.now(), 60_000));
    expect(await write(one, id)).toEqual({ others: [] });
    stop();
  });

  it('are nowhere where one sees nothing', async () => {
    const id = await open();
    const { token } = await s.as('health-worker');
    expect((await s.call({ url: `/api/proceedings/${id}/writing`, token, body: { step: 'note' } })).statusCode).toBe(404);
    expect((await s.call({ url: `/api/proceedings/${id}/writing`, token: null, body: { step: 'note' } })).statusCode).toBe(401);
  });
});

describe('by its number', () => {
  it('an appeal is found by those who may see it, however the number is written, with one look; by others it is not', async () => {
    const appeal = (await s.call({ url: '/api/helpline/appeals', body: { text: 'сұрақ', channel: 'web' } })).json<{ number: string }>();
    const { token: operator } = await s.as('operator');
    const find = async (token: string, number: string): Promise<NumberedPage['items']> => {
      const answer = await s.call({ url: '/api/proceedings/by-number', token, body: { number } });
      expect(answer.statusCode, answer.body).toBe(200);
      return answer.json<NumberedPage>().items;
    };
    for (const number of [appeal.number, appeal.number.replaceAll('-', ''), ` ${appeal.number.replaceAll('-', ' ')} `]) {
      expect((await find(operator, number)).map((i) => i.label), number).toEqual([appeal.number]);
    }
    expect(await find(one, appeal.number)).toEqual([]);
    const { rows } = await s.owner.query<{ found: number }>(`select found from kernel.look where route = 'POST /api/proceedings/by-number' order by id`);
    expect(rows.map((r) => r.found)).toEqual([1, 1, 1, 0]);
    for (const number of ['', '12', 'abc', `${appeal.number}0`]) expect((await s.call({ url: '/api/proceedings/by-number', token: operator, body: { number } })).statusCode).toBe(400);
  });

  it('blanks between and behind the digits are read once, not in every way there is: nobody stops the server with a line of them', async () => {
    for (const number of [`1${' '.repeat(49)}`.repeat(11), `${' '.repeat(10)}1`.repeat(11), `1${'- '.repeat(60_000)}`, '1 '.repeat(100_000)]) {
      expect((await s.call({ url: '/api/proceedings/by-number', token: null, body: { number } })).statusCode).toBe(400);
    }
  });
});

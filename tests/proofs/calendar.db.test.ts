/** A calendar at a secret address: what it holds, for how long, and that everything else is one and the same nothing. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Appointment } from '#kernel/access/directory.ts';
import type { DayPage, ProceedingView } from '#kernel/contract.ts';
import { numberOf } from '#kernel/texts/number.ts';
import type { CalendarMade, CalendarState } from '#cap/calendar/contract.ts';
import { testServer, type Answer, type TestServer } from './server.ts';

let s: TestServer;
let worker: Appointment;
let token: string;
let opened: ProceedingView;

const on = (who: string | null = token, key: string = randomUUID()): Promise<Answer> => s.call({ url: '/api/calendar', token: who, body: {}, key, language: 'kk' });
const made = async (who?: string, key?: string): Promise<string> => {
  const answer = await on(who, key);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<CalendarMade>().address;
};
/** As a calendar asks: without a session. */
const feed = (address: string): Promise<Answer> => s.call({ url: address, language: 'kk', headers: { host: 'qorgan.example.kz' } });
const eventsOf = (answer: Answer): string[] => {
  expect([answer.statusCode, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([200, 'text/calendar; charset=utf-8', 'no-store']);
  return answer.body.replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1);
};
const state = async (): Promise<CalendarState> => (await s.call({ url: '/api/calendar', token })).json<CalendarState>();
const bare = ({ statusCode, headers, body }: Answer): object => ({ statusCode, body, headers: { ...headers, date: null } });
const nothing = (): Promise<Answer> => feed(`/api/calendar/feeds/${'a'.repeat(43)}.ics`);

beforeAll(async () => {
  s = await testServer();
  const { token: specialist, appointment } = await s.as('guardianship-specialist');
  const answer = await s.call({ url: '/api/cases/protection', token: specialist, body: { children: [{ name: 'Әйгерім Құпия', age: 7 }], category: 'physical', danger: 'violence', summary: 'құпия-оқиға' } });
  expect(answer.statusCode, answer.body).toBe(201);
  opened = answer.json<ProceedingView>();
  worker = (await s.staff('guardianship-specialist', (a) => a.id === opened.responsible.worker?.appointment))[0] ?? appointment;
  token = await s.signIn(worker.id);
});
afterAll(() => s.close());

describe('a calendar', () => {
  it('holds what is due, by kind and number, with a link, and no name and no word of a case', async () => {
    expect(await state()).toEqual({ since: null });
    const address = await made();
    expect(address).toMatch(/^\/api\/calendar\/feeds\/[\w-]{43}\.ics$/);
    expect(await state()).toEqual({ since: s.clock.now() });
    const answer = await feed(address);
    const events = eventsOf(answer);
    const { deadlines } = (await s.call({ url: `/api/proceedings/${opened.id}`, token, language: 'kk' })).json<ProceedingView>();
    const running = deadlines.filter((d) => d.state === 'running');
    expect(running.length).toBeGreaterThan(1);
    expect(events).toHaveLength(running.length);
    for (const d of running) expect(events.some((e) => e.includes(`SUMMARY:${d.title.replaceAll(',', '\\,')} · № ${numberOf(opened.id)}\r\n`)), d.title).toBe(true);
    for (const e of events) expect(e).toMatch(new RegExp(`URL:https?://qorgan\\.example\\.kz/app/proceedings/${opened.id}\\r\\n`));
    expect(answer.body).not.toMatch(/Әйгерім|Құпия|құпия/);
    // Nobody else's, and each reading is a look.
    expect((await s.call({ url: '/api/my-day', token })).json<DayPage>().items.map((i) => i.proceeding)).toEqual([opened.id]);
    const { rows } = await s.owner.query<{ found: number; appointment: string }>(`select found, appointment from kernel.look where route = 'GET /api/calendar/feeds/:name'`);
    expect(rows).toEqual([{ found: running.length, appointment: worker.id }]);
  });

  it('is shown once: the database has a hash, and a call sent again gives the same address', async () => {
    const key = randomUUID();
    const address = await made(token, key);
    expect(await made(token, key)).toBe(address);
    const secret = /feeds\/([\w-]+)\.ics/.exec(address)?.[1] ?? '?';
    const { rows } = await s.owner.query<{ n: number }>(`select count(*)::int as n from calendar.feed f where f::text like $1 or f::text like $2`, [`%${secret}%`, `%${Buffer.from(secret, 'base64url').toString('hex')}%`]);
    expect(rows[0]?.n).toBe(0);
    expect((await s.owner.query('select 1 from calendar.feed where ended_at is null')).rows).toHaveLength(1);
    // What leads to the calendar leads nowhere else.
    expect((await s.call({ url: '/api/my-day', token: secret })).statusCode).toBe(401);
  });

  it('shows nothing that came to conflict with its holder', async () => {
    const address = await made();
    expect(eventsOf(await feed(address)).length).toBeGreaterThan(0);
    await s.owner.query('insert into kernel.conflict (proceeding, person, at) values ($1, $2, $3)', [opened.id, worker.person, s.clock.now()]);
    expect(eventsOf(await feed(address))).toEqual([]);
    await s.owner.query('delete from kernel.conflict where proceeding = $1', [opened.id]);
  });

  it('two at once leave one', async () => {
    const both = await Promise.all([on(), on()]);
    expect(both.map((a) => a.statusCode)).toEqual([201, 201]);
    expect((await s.owner.query('select 1 from calendar.feed where ended_at is null')).rows).toHaveLength(1);
  });
});

describe('what is no calendar', () => {
  it('is the same to the byte: unknown, renewed, switched off, of an appointment that ended or became another one, of who is kept out', async () => {
    const none = bare(await nothing());
    expect(none).toMatchObject({ statusCode: 404 });
    const first = await made();
    const key = randomUUID();
    const second = await made(token, key);
    expect([bare(await feed(first)), (await feed(second)).statusCode]).toEqual([none, 200]);

    const off = await s.call({ method: 'DELETE', url: '/api/calendar', token });
    expect([off.statusCode, await state(), bare(await feed(second))]).toEqual([204, { since: null }, none]);
    // An address that was ended never works again, whoever sends its call once more.
    expect((await on(token, key)).statusCode).toBe(422);
    expect(bare(await feed(second))).toEqual(none);

    const third = await made();
    const set = (column: string, value: unknown): Promise<unknown> => s.owner.query(`update kernel.appointment set ${column} = $2 where id = $1`, [worker.id, value]);
    const other = (await s.as('case-manager', (a) => a.organisation !== worker.organisation)).appointment;
    for (const [column, before, after] of [['until', worker.until, s.clock.now()], ['role', worker.role, 'case-manager'], ['organisation', worker.organisation, other.organisation], ['person', worker.person, other.person]] as const) {
      await set(column, after);
      expect([column, bare(await feed(third))]).toEqual([column, none]);
      await set(column, before);
      expect([column, (await feed(third)).statusCode]).toEqual([column, 200]);
    }
    await s.owner.query('insert into kernel.credential (person, locked_at, changed_at) values ($1, $2, $2) on conflict (person) do update set locked_at = $2', [worker.person, s.clock.now()]);
    expect(bare(await feed(third))).toEqual(none);
    await s.owner.query('update kernel.credential set locked_at = null where person = $1', [worker.person]);
    for (const odd of ['x', 'x.ics', `${'a'.repeat(44)}.ics`, '..%2f..ics']) expect((await feed(`/api/calendar/feeds/${odd}`)).statusCode).toBe(404);
    expect((await on(null)).statusCode).toBe(401);
  });
});

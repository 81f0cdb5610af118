/** A roster is evidence: it is changed by its head alone, nothing of its past is lost, and nobody overwrites another. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plusMillis } from '#kernel/clock.ts';
import type { CopiedWeek, RosterChange, RosterLine, RosterView } from '#cap/agencies/contract.ts';
import { demoId } from '#cap/agencies/demo/ids.ts';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import { testServer, type Answer, type TestServer } from './server.ts';

const hour = 3_600_000;
const day = 24 * hour;
let s: TestServer;
/** The head of the police of Talgar, and the heads of its guardianship and of another police. */
let head: string;
let second: string;
let other: string;
const inspector = (n: number): string => appointmentId('talgar/police', 'police-inspector', n);

beforeAll(async () => {
  s = await testServer();
  head = await s.signIn(appointmentId('talgar/police', 'police-head', 1));
  second = await s.signIn(appointmentId('talgar/police', 'police-head', 2));
  other = await s.signIn(appointmentId('sayram/police', 'police-head', 1));
});
afterAll(() => s.close());

const view = async (from = s.clock.now(), days = 7, token = head): Promise<RosterView> => {
  const query = new URLSearchParams({ from, to: plusMillis(from, days * day) });
  return (await s.call({ url: `/api/agencies/rosters?${query.toString()}`, token })).json<RosterView>();
};
const lines = async (from?: string, days?: number): Promise<readonly RosterLine[]> => (await view(from, days)).roles.find((r) => r.role === 'police-inspector')?.lines ?? [];
const gapsOf = async (from?: string, days?: number) => (await view(from, days)).roles.find((r) => r.role === 'police-inspector')?.gaps;
const bodyOf = (l: RosterLine, more: object = {}): object => ({
  appointment: l.who.appointment, ...(l.deputy === null ? {} : { deputy: l.deputy.appointment }), starts: l.starts, ends: l.ends, phone: l.phone, ...more,
});
const change = (l: RosterLine, more: object, token = head, match = l.version): Promise<Answer> =>
  s.call({ url: `/api/agencies/rosters/${l.id}/change`, token, match, body: bodyOf(l, more) });
const remove = (l: RosterLine, token = head, match: number | null = l.version, key?: string): Promise<Answer> =>
  s.call({ url: `/api/agencies/rosters/${l.id}/remove`, token, ...(match === null ? {} : { match }), body: {}, ...(key === undefined ? {} : { key }) });
const history = async (id: string, token = head): Promise<RosterChange[]> => (await s.call({ url: `/api/agencies/rosters/${id}/changes`, token })).json<RosterChange[]>();
/** The first line that begins at least so long from now. */
const ahead = async (ms: number): Promise<RosterLine> => (await lines(undefined, 60)).find((l) => l.starts >= plusMillis(s.clock.now(), ms))!;
const running = async (): Promise<RosterLine> => (await lines()).find((l) => l.starts <= s.clock.now() && s.clock.now() < l.ends)!;

describe('a line ahead', () => {
  it('is changed: the person, who stands in, the number and the hours; who did it is kept', async () => {
    const line = await ahead(2 * day);
    const free = [1, 2, 3, 4].map(inspector).filter((a) => a !== line.who.appointment && a !== line.deputy?.appointment);
    const answer = await change(line, { appointment: free[0], phone: '8 701 111 22 33', ends: plusMillis(line.ends, -hour) });
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.json<RosterLine>()).toMatchObject({ id: line.id, version: 2, who: { appointment: free[0] }, phone: '+77011112233' });
    expect((await history(line.id))[0]).toMatchObject({ what: 'changed', at: s.clock.now(), before: { phone: line.phone, ends: line.ends }, after: { phone: '+77011112233' } });
    // The hour that came free shows at once.
    expect(await gapsOf(line.starts, 1)).toContainEqual({ from: plusMillis(line.ends, -hour), to: line.ends });
  });

  it('is taken back, and the gap shows at once', async () => {
    const line = await ahead(4 * day);
    expect(await gapsOf(line.starts, 0.5)).toEqual([]);
    const key = crypto.randomUUID();
    for (let i = 0; i < 2; i += 1) expect((await remove(line, head, line.version, key)).json<object>()).toEqual({ id: line.id, removed: true });
    expect(await gapsOf(line.starts, 0.5)).toEqual([{ from: line.starts, to: line.ends }]);
    expect(await history(line.id)).toMatchObject([{ what: 'removed', before: { who: line.who.name }, after: null }]);
  });

  it('two heads at once: the second is told, in his language, and nothing is overwritten', async () => {
    const line = await ahead(6 * day);
    const answers = await Promise.all([change(line, { phone: '8 701 000 00 01' }), change(line, { phone: '8 701 000 00 02' }, second)]);
    expect(answers.map((a) => a.statusCode).sort()).toEqual([200, 412]);
    const [won] = answers.filter((a) => a.statusCode === 200);
    expect((await lines(line.starts, 0.5)).find((l) => l.id === line.id)?.phone).toBe(won?.json<RosterLine>().phone);
    for (const language of ['kk', 'ru', 'en']) {
      const late = await s.call({ url: `/api/agencies/rosters/${line.id}/remove`, token: second, match: line.version, body: {}, language });
      expect(late.json<object>()).toMatchObject({ status: 412, code: 'agencies.line-changed', title: s.runtime.texts['problem.agencies.line-changed.title']?.[language as 'kk'] });
    }
    // Taken back meanwhile is changed as well.
    expect((await remove(line, head, 2)).statusCode).toBe(200);
    expect((await change(line, {}, second, 2)).statusCode).toBe(412);
    expect((await remove(line, head, null)).statusCode).toBe(428);
  });
});

describe('a line under way', () => {
  it('keeps its past when the person is changed: one ends now, another goes on from now', async () => {
    const line = await running();
    const free = [1, 2, 3, 4].map(inspector).find((a) => a !== line.who.appointment && a !== line.deputy?.appointment);
    const now = s.clock.now();
    const answer = await change(line, { appointment: free });
    expect(answer.statusCode, answer.body).toBe(200);
    const next = answer.json<RosterLine>();
    expect(next).toMatchObject({ who: { appointment: free }, starts: now, ends: line.ends, version: 1 });
    expect(next.id).not.toBe(line.id);
    const { rows } = await s.owner.query<{ appointment: string; starts: Date; ends: Date }>('select appointment, starts, ends from kernel.duty where id = $1', [line.id]);
    expect(rows.map((r) => [r.appointment, r.starts.toISOString(), r.ends.toISOString()])).toEqual([[line.who.appointment, line.starts, now]]);
    expect(await gapsOf(now, 0.25)).toEqual([]);
  });

  it('may end later or earlier, but never begin at another time', async () => {
    s.clock.add(hour);
    const line = await running();
    expect((await change(line, { starts: plusMillis(line.starts, hour) })).json<object>()).toMatchObject({ status: 400, fields: [{ path: '/starts' }] });
    expect((await change(line, { ends: plusMillis(s.clock.now(), -hour / 2) })).json<object>()).toMatchObject({ status: 400, fields: [{ path: '/ends' }] });
    expect((await change(line, { ends: plusMillis(line.ends, -hour / 4) })).json<object>()).toMatchObject({ id: line.id, ends: plusMillis(line.ends, -hour / 4) });
  });

  it('ends now when it is taken back; what is over can be neither changed nor taken back', async () => {
    s.clock.add(hour);
    const line = await running();
    expect((await remove(line)).json<object>()).toMatchObject({ id: line.id, ends: s.clock.now() });
    s.clock.add(1_000);
    const over = { ...line, version: line.version + 1 };
    expect((await change(over, {})).json<object>()).toMatchObject({ status: 409, code: 'agencies.line-over' });
    expect((await remove(over)).json<object>()).toMatchObject({ status: 409, code: 'agencies.line-over' });
  });
});

describe('the week before, once more', () => {
  it('fills the week after the last one, and the second time adds nothing', async () => {
    const { rows } = await s.owner.query<{ last: Date }>(`select max(starts) as last from kernel.duty where organisation = $1 and role = 'police-inspector'`, [demoId('organisation talgar/police')]);
    const first = plusMillis(rows[0]?.last.toISOString() ?? '', hour);
    expect(await lines(plusMillis(first, day), 6)).toEqual([]);
    const copy = (key?: string): Promise<Answer> => s.call({ url: '/api/agencies/rosters/copy', token: head, body: { role: 'police-inspector', first }, ...(key === undefined ? {} : { key }) });
    const key = crypto.randomUUID();
    const done = (await copy(key)).json<CopiedWeek>();
    expect(done).toEqual({ added: 14, skipped: 0 });
    expect((await copy(key)).json<CopiedWeek>()).toEqual(done);
    const before = (await lines(plusMillis(first, -7 * day), 14)).filter((l) => l.starts >= plusMillis(first, -7 * day));
    const ofWeek = (from: string) => before.filter((l) => l.starts >= from && l.starts < plusMillis(from, 7 * day)).map((l) => [l.who.appointment, l.deputy?.appointment, l.phone, l.starts]);
    expect(ofWeek(first)).toEqual(ofWeek(plusMillis(first, -7 * day)).map(([a, b, c, at]) => [a, b, c, plusMillis(at ?? '', 7 * day)]));
    expect((await copy()).json<CopiedWeek>()).toEqual({ added: 0, skipped: 14 });
  });

  it('leaves out who is away then', async () => {
    const { rows } = await s.owner.query<{ last: Date }>(`select max(starts) as last from kernel.duty where organisation = $1 and role = 'police-inspector'`, [demoId('organisation talgar/police')]);
    const first = plusMillis(rows[0]?.last.toISOString() ?? '', hour);
    await s.owner.query('update kernel.appointment set away_from = $2 where id = $1', [inspector(1), first]);
    const done = (await s.call({ url: '/api/agencies/rosters/copy', token: head, body: { role: 'police-inspector', first } })).json<CopiedWeek>();
    expect([done.added + done.skipped, done.skipped > 0]).toEqual([14, true]);
    expect((await lines(first, 7)).filter((l) => l.starts >= first).map((l) => l.who.appointment)).not.toContain(inspector(1));
    await s.owner.query('update kernel.appointment set away_from = null where id = $1', [inspector(1)]);
  });
});

describe('whose roster it is', () => {
  it('is for the heads of the house alone: for others the line is not there', async () => {
    const line = await ahead(8 * day);
    const tokens = [other, await s.signIn(inspector(2)), (await s.as('region-head')).token, (await s.as('district-head')).token];
    for (const token of tokens) {
      expect((await change(line, {}, token)).statusCode, 'change').toBeGreaterThanOrEqual(400);
      expect((await remove(line, token)).statusCode).toBe(404);
      expect([404, 200]).toContain((await s.call({ url: `/api/agencies/rosters/${line.id}/changes`, token })).statusCode);
    }
    expect((await lines(line.starts, 0.5)).find((l) => l.id === line.id)).toEqual(line);
    expect(await history((await ahead(2 * day)).id, other)).toEqual([]);
    expect((await view(undefined, 7, other)).mayChange).toBe(true);
    expect((await view()).mayChange).toBe(true);
  });

  it('cannot be had past the functions, and what was kept cannot be changed by anyone', async () => {
    for (const sql of ['update kernel.duty set ends = starts', 'delete from kernel.duty', 'delete from agencies.change', `insert into agencies.change (at, subject, what, organisation, by_appointment, by_person) select now(), id, 'added', id, id, id from kernel.appointment`]) {
      await expect(s.runtime.pool.query(sql)).rejects.toMatchObject({ code: '42501' });
    }
    await expect(s.owner.query(`update agencies.change set what = 'added'`)).rejects.toMatchObject({ code: '55000' });
    await expect(s.owner.query('delete from agencies.change')).rejects.toMatchObject({ code: '55000' });
    for (const inner of ['agencies.take_key(gen_random_uuid(), null, 200::smallint)', `agencies.note_change(gen_random_uuid(), 'added', null, null, null)`]) {
      await expect(s.runtime.pool.query(`select ${inner}`)).rejects.toMatchObject({ code: '42501' });
    }
  });
});

describe('a head of police', () => {
  it('reads what was sent to the own house and reviews of its own people, and nothing else of anything', () => {
    const rule = s.runtime.registry.rules.get('police-head');
    const reviews = ['oversight.access-review', 'oversight.look-review'];
    const own = (id: string): boolean => !id.startsWith('prevention.') && !id.startsWith('commission.');
    expect([...(rule?.organisation ?? [])].filter(own).sort()).toEqual([...reviews, 'referrals.police']);
    expect([rule?.district, rule?.region, rule?.country, rule?.own].map((set) => set?.size)).toEqual([0, 0, 0, 0]);
    expect([...(rule?.kinds ?? [])].filter((kind) => !reviews.includes(kind.split('/')[0] ?? '') && own(kind)).sort()).toEqual(['referrals.police/answer', 'referrals.police/referral']);
    for (const p of s.runtime.registry.procedures) {
      if (p.id === 'referrals.police' || reviews.includes(p.id) || !own(p.id)) continue;
      for (const step of Object.values(p.steps)) expect(step.by).not.toContain('police-head');
    }
  });
});

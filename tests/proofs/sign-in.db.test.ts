/** Signing in, as anybody at the door meets it: who proves who he is comes in, and nobody else learns anything. */
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OwnAppointment, OwnSession, SessionOpened, SessionView } from '#kernel/contract.ts';
import { giveCredential, type Known } from '../setup/credential.ts';
import { refused } from './problems.ts';
import { testServer, type Answer, type TestServer } from './server.ts';

const minute = 60_000;
const hour = 60 * minute;
let s: TestServer;
let aigul: Known;
let appointment: string;
let outside: pg.Client;

beforeAll(async () => {
  s = await testServer();
  appointment = (await s.staff('case-manager'))[0]!.id;
  aigul = await giveCredential(s, appointment);
  outside = new pg.Client({ connectionString: s.database.appUrl });
  await outside.connect();
});
afterAll(async () => {
  await outside.end();
  await s.close();
});
// Every story begins on a day of its own: a new code, no try remembered.
beforeEach(() => s.clock.add(24 * hour));

const signIn = (more: object = {}, address = '192.0.2.1'): Promise<Answer> =>
  s.call({ url: '/api/session', body: { login: aigul.login, password: aigul.password, code: aigul.code(), ...more }, headers: { 'x-forwarded-for': address, 'user-agent': 'Firefox on a telephone' } });
const opened = async (answer: Promise<Answer>): Promise<string> => {
  const got = await answer;
  expect(got.statusCode, got.body).toBe(201);
  return got.json<SessionOpened>().token;
};
const me = (token: string): Promise<Answer> => s.call({ url: '/api/session', token });
const events = async (): Promise<string[]> => (await s.owner.query<{ what: string }>('select what from kernel.security_event order by id')).rows.map((r) => r.what);

describe('a password and a code', () => {
  it('open a session in a cookie that scripts cannot read and other sites cannot send', async () => {
    const answer = await signIn();
    expect(answer.statusCode, answer.body).toBe(201);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(String(answer.headers['set-cookie'])).toMatch(/^qorgan=[\w-]{43};.*HttpOnly;.*SameSite=Strict/);
    const view = (await me(answer.json<SessionOpened>().token)).json<SessionView>();
    expect([view.appointment, view.person]).toEqual([appointment, aigul.person]);
    const { rows } = await s.owner.query<{ n: number }>(`select count(*)::int as n from kernel.session where hash = $1`, [Buffer.from(answer.json<SessionOpened>().token, 'base64url')]);
    expect(rows[0]?.n, 'the token itself is nowhere').toBe(0);
  });

  it('under https the cookie has the prefix of its host, and no other name is read', async () => {
    const https = { 'x-forwarded-proto': 'https' };
    const answer = await s.call({ url: '/api/session', body: { login: aigul.login, password: aigul.password, code: aigul.code() }, headers: https });
    expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-qorgan=[\w-]{43};.*Path=\/;.*HttpOnly; Secure; SameSite=Strict/);
    const { token } = answer.json<SessionOpened>();
    expect((await s.call({ url: '/api/session', headers: { ...https, cookie: `__Host-qorgan=${token}` } })).statusCode).toBe(200);
    expect((await s.call({ url: '/api/session', headers: { ...https, cookie: `qorgan=${token}` } })).statusCode).toBe(401);
  });

  it('a login is found however it is typed', async () => {
    await opened(signIn({ login: `  ${aigul.login.toUpperCase()} ` }));
  });

  it('a code serves once, also when it is sent twice at the same time', async () => {
    const both = await Promise.all([signIn(), signIn()]);
    expect(both.map((a) => a.statusCode).sort()).toEqual([201, 401]);
    expect((await signIn()).statusCode).toBe(401);
    s.clock.add(31_000);
    await opened(signIn());
  });

  it('a recovery code serves once in its life, and leaves an event', async () => {
    await opened(signIn({ code: aigul.recovery[0] }));
    s.clock.add(hour);
    expect((await signIn({ code: aigul.recovery[0] })).statusCode).toBe(401);
    await opened(signIn({ code: aigul.recovery[1]?.toLowerCase().replaceAll('-', ' ') }));
    expect(await events()).toContain('recovery-code-used');
  });

  it('what is wrong is told to nobody: the same words for a login that nobody has', async () => {
    const answers = [await signIn({ password: 'өтірік құпиясөз' }), await signIn({ code: '000000' }), await signIn({ login: 'nobody.at.all', password: 'x' })];
    expect(answers.map((a) => [a.statusCode, a.json<{ code: string }>().code])).toEqual(answers.map(() => [401, 'sign-in-failed']));
    expect(new Set(answers.map((a) => a.body)).size).toBe(1);
    await refused(s, { url: '/api/session', body: { login: 'nobody', password: 'x', code: '1' } }, { status: 401, code: 'sign-in-failed' });
  });

  it('let nobody in who has no appointment, or is locked', async () => {
    await s.owner.query('update kernel.credential set locked_at = $2 where person = $1', [aigul.person, s.clock.now()]);
    expect((await signIn()).statusCode).toBe(401);
    await s.owner.query('update kernel.credential set locked_at = null where person = $1', [aigul.person]);
    s.clock.add(hour);
    await s.owner.query('update kernel.appointment set until = $2 where id = $1', [appointment, s.clock.now()]);
    expect((await signIn()).statusCode).toBe(401);
    await s.owner.query('update kernel.appointment set until = null where id = $1', [appointment]);
  });

  it('no secret is in an event, nor can an event be changed', async () => {
    const { rows } = await s.owner.query<{ all: string }>('select jsonb_agg(e)::text as all from kernel.security_event e');
    for (const secret of [aigul.password, ...aigul.recovery]) expect(rows[0]?.all).not.toContain(secret);
    for (const change of ['update kernel.security_event set at = at', 'delete from kernel.security_event', 'truncate kernel.security_event cascade']) {
      await expect(s.owner.query(change)).rejects.toThrow(/append-only/);
    }
  });
});

describe('guessing', () => {
  const guess = (login: string, address = '192.0.2.7'): Promise<Answer> => signIn({ login, password: 'болжам', code: '123456' }, address);

  it.each(['somebody', 'nobody'])('is slowed and then locked for a while, the same for %s', async (who) => {
    const login = who === 'somebody' ? aigul.login : 'nobody.here';
    const seen: number[] = [];
    for (let tries = 0; tries < 10; ) {
      const answer = await guess(login);
      if (answer.statusCode === 401) tries += 1;
      else {
        expect(answer.json<{ code: string }>().code).toBe('sign-in-wait');
        seen.push(Number(answer.headers['retry-after']));
        s.clock.add(seen.at(-1)! * 1000);
      }
    }
    seen.push(Number((await guess(login)).headers['retry-after']));
    expect(seen).toEqual([1, 2, 4, 8, 16, 32, 15 * 60]);
  });

  it('a right answer does not come through while locked, and does when the lock has passed', async () => {
    for (let i = 0; i < 60; i += 1) await guess(aigul.login, `198.51.100.${i}`);
    const { rows } = await s.owner.query<{ blocked_until: Date }>(`select blocked_until from kernel.sign_in_try where kind = 'account' order by last_at desc limit 1`);
    expect(rows[0]!.blocked_until.toISOString() > s.clock.now()).toBe(true);
    expect((await signIn()).statusCode).toBe(429);
    s.clock.add(15 * minute + 1000);
    await opened(signIn());
  });

  it('of many at the same time counts each', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => guess('many.at.once')));
    expect(answers.filter((a) => a.statusCode === 401).length).toBeLessThanOrEqual(4);
  });

  it('of many logins from one address is slowed too, while a house that signs in rightly is not', async () => {
    const codes: number[] = [];
    for (let i = 0; i < 60; i += 1) codes.push((await guess(`login${i}`, '203.0.113.9')).statusCode);
    expect(codes.filter((c) => c === 401)).toHaveLength(51);
    expect((await signIn({}, '203.0.113.10')).statusCode).toBe(201);
  });
});

describe('a session', () => {
  it('goes on while one works and ends after half an hour of silence', async () => {
    const token = await opened(signIn());
    for (let i = 0; i < 8; i += 1) {
      s.clock.add(20 * minute);
      expect((await me(token)).statusCode).toBe(200);
    }
    s.clock.add(30 * minute);
    expect((await me(token)).statusCode).toBe(401);
  });

  it('ends after twelve hours whatever one does', async () => {
    const token = await opened(signIn());
    for (let i = 0; i < 36; i += 1) {
      s.clock.add(20 * minute - 1000);
      expect((await me(token)).statusCode).toBe(200);
    }
    s.clock.add(minute);
    expect((await me(token)).statusCode).toBe(401);
  });

  it('is not kept alive by a page that reads by itself', async () => {
    const token = await opened(signIn());
    for (let i = 0; i < 4; i += 1) {
      s.clock.add(7 * minute);
      expect((await s.call({ url: '/api/session', token, headers: { 'x-qorgan-away': '1' } })).statusCode).toBe(200);
    }
    s.clock.add(3 * minute);
    expect((await me(token)).statusCode).toBe(401);
  });

  it('is written at most once a minute', async () => {
    const token = await opened(signIn());
    const until = async (): Promise<string> => (await s.owner.query<{ until: Date }>('select max(until) as until from kernel.session where person = $1 and ended_at is null', [aigul.person])).rows[0]!.until.toISOString();
    const first = await until();
    s.clock.add(59_000);
    await me(token);
    expect(await until()).toBe(first);
    s.clock.add(61_000);
    await me(token);
    expect((await until()) > first).toBe(true);
  });

  it('is listed with its device; one of them or all others may be ended', async () => {
    const tokens: string[] = [];
    for (let i = 0; i < 4; i += 1) {
      tokens.push(await opened(signIn()));
      s.clock.add(minute);
    }
    const list = (await s.call({ url: '/api/session/list', token: tokens[0] })).json<OwnSession[]>();
    expect(list.map((x) => x.current)).toEqual([true, false, false, false]);
    expect(list[0]).toMatchObject({ device: 'Firefox on a telephone', way: 'password', appointment: { appointment, role: 'case-manager' } });
    expect(JSON.stringify(list)).not.toContain(tokens[1]);
    expect((await s.call({ method: 'DELETE', url: `/api/session/list/${list[1]!.id}`, token: tokens[0] })).statusCode).toBe(204);
    expect((await me(tokens[3]!)).statusCode).toBe(401);
    expect((await me(tokens[2]!)).statusCode).toBe(200);
    expect((await s.call({ method: 'DELETE', url: '/api/session/list', token: tokens[0] })).statusCode).toBe(204);
    expect(await Promise.all(tokens.map(async (t) => (await me(t)).statusCode))).toEqual([200, 401, 401, 401]);
  });

  it('of somebody else cannot be ended, nor seen', async () => {
    const token = await opened(signIn());
    const mine = (await s.call({ url: '/api/session/list', token })).json<OwnSession[]>();
    const { token: other } = await s.as('operator');
    await refused(s, { method: 'DELETE', url: `/api/session/list/${mine[0]!.id}`, token: other }, { status: 404, code: 'not-found' });
    expect((await me(token)).statusCode).toBe(200);
    for (const call of [{ url: '/api/session/list' }, { url: '/api/session/appointments' }, { method: 'DELETE', url: '/api/session/list' }] as const) {
      await refused(s, call, { status: 401, code: 'no-session' });
    }
  });

  it('ends at once when the appointment ends, or becomes another', async () => {
    let token = await opened(signIn());
    await s.owner.query('update kernel.appointment set until = $2 where id = $1', [appointment, s.clock.now()]);
    expect((await me(token)).statusCode).toBe(401);
    await s.owner.query('update kernel.appointment set until = null where id = $1', [appointment]);
    s.clock.add(hour);
    token = await opened(signIn());
    await s.owner.query(`update kernel.appointment set role = 'district-head' where id = $1`, [appointment]);
    expect((await me(token)).statusCode).toBe(401);
    await s.owner.query(`update kernel.appointment set role = 'case-manager' where id = $1`, [appointment]);
    expect((await me(token)).statusCode).toBe(401);
  });

  it('may go on under another of one’s appointments, without a password, under a new token', async () => {
    const { rows } = await s.owner.query<{ id: string }>(
      `insert into kernel.appointment (id, person, role, organisation, region, district, since)
       select gen_random_uuid(), person, 'guardianship-specialist', organisation, region, district, since from kernel.appointment where id = $1 returning id`, [appointment]);
    const second = rows[0]!.id;
    const token = await opened(signIn());
    await me(token);
    const own = (await s.call({ url: '/api/session/appointments', token })).json<OwnAppointment[]>();
    expect(own.map((a) => a.role).sort()).toEqual(['case-manager', 'guardianship-specialist']);
    const foreign = (await s.as('operator')).appointment.id;
    await refused(s, { url: '/api/session/appointment', token, body: { appointment: foreign } }, { status: 404, code: 'not-found' });
    const switched = await s.call({ url: '/api/session/appointment', token, body: { appointment: second } });
    expect(switched.statusCode, switched.body).toBe(200);
    const fresh = switched.json<{ token: string }>().token;
    expect((await me(token)).statusCode).toBe(401);
    expect((await me(fresh)).json<SessionView>()).toMatchObject({ appointment: second, role: 'guardianship-specialist' });
    // Next time one begins where one was last.
    s.clock.add(hour);
    expect((await me(await opened(signIn()))).json<SessionView>().appointment).toBe(second);
    await s.owner.query('update kernel.appointment set until = $2 where id = $1', [second, s.clock.now()]);
  });
});

describe('proving it once more', () => {
  const prove = (token: string, more: object = {}): Promise<Answer> => s.call({ url: '/api/session/step-up', token, body: { password: aigul.password, code: aigul.code(), ...more } });

  it('gives the session a new token; a wrong answer leaves one signed in', async () => {
    const token = await opened(signIn());
    s.clock.add(20 * minute);
    for (const wrong of [{ password: 'x' }, { code: '000000' }]) {
      const answer = await prove(token, wrong);
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([403, 'step-up-failed']);
    }
    expect((await me(token)).statusCode).toBe(200);
    const answer = await prove(token);
    expect(answer.statusCode, answer.body).toBe(200);
    expect((await me(token)).statusCode).toBe(401);
    expect((await me(answer.json<{ token: string }>().token)).statusCode).toBe(200);
    expect(await events()).toContain('stepped-up');
    // The code was used up.
    expect((await prove(answer.json<{ token: string }>().token)).statusCode).toBe(403);
  });

  it('is asked of whoever is signed in', () => refused(s, { url: '/api/session/step-up', body: { password: 'x', code: '1' } }, { status: 401, code: 'no-session' }));
});

describe('a passkey', () => {
  const use = async (id: string, seen: number): Promise<boolean> =>
    (await s.runtime.pool.query<{ used: boolean }>('select kernel.use_passkey($1, $2, $3, $4) as used', [s.runtime.program, id, seen, s.clock.now()])).rows[0]!.used;
  it('that counts backwards is a copy, and opens nothing', async () => {
    await s.owner.query(`insert into kernel.passkey (id, person, public_key, counter, transports, created_at) values ('counts', $1, '\\x00', 5, '', $2), ('never', $1, '\\x00', 0, '', $2)`, [aigul.person, s.clock.now()]);
    expect([await use('counts', 5), await use('counts', 6), await use('counts', 6), await use('counts', 4), await use('never', 0), await use('never', 0), await use('nobodys', 1)]).toEqual([false, true, false, false, true, true, false]);
    await s.owner.query('delete from kernel.passkey');
  });
  it('is not made by who has not just proved who he is, nor by nobody', async () => {
    const token = await opened(signIn());
    s.clock.add(11 * minute);
    await refused(s, { url: '/api/session/passkeys/options', token, body: {} }, { status: 403, code: 'step-up-needed' });
    await refused(s, { url: '/api/session/passkeys', token, body: { ceremony: 'x', response: { id: 'x', response: {} } } }, { status: 403, code: 'step-up-needed' });
    for (const url of ['/api/session/passkeys/options', '/api/session/step-up/passkey/options']) await refused(s, { url, body: {} }, { status: 401, code: 'no-session' });
  });
  it('that nobody has opens nothing, whatever its answer says', async () => {
    const { ceremony } = (await s.call({ url: '/api/session/passkey/options', body: {} })).json<{ ceremony: string }>();
    for (const c of [ceremony, ceremony, 'never-begun']) {
      await refused(s, { url: '/api/session/passkey', body: { ceremony: c, response: { id: 'x', response: { clientDataJSON: 'x', signature: '' } } } }, { status: 401, code: 'sign-in-failed' });
    }
  });
});

describe('the application’s login alone', () => {
  it('reads no secret and opens no session', async () => {
    for (const key of [Buffer.alloc(32), null, Buffer.from(s.runtime.secret)]) {
      for (const [call, values] of [
        ['kernel.sign_in_begin($1, $2, $3, $3, $4, $5)', [aigul.login, Buffer.alloc(32), s.clock.now(), '{"free":{"account":3,"address":3},"steps":3,"lock":3,"window":3}']],
        ['kernel.sign_in_open($1, $2, $3)', [s.clock.now(), JSON.stringify({ person: aigul.person, hash: '00', until: '2030-01-01', absolute: '2030-01-01' })]],
        ['kernel.step_up($1, $2, $3, $4, null, null, null)', [Buffer.alloc(32), s.clock.now(), Buffer.alloc(32)]],
        ['kernel.switch_appointment($1, $2, $3, $4, $5)', [Buffer.alloc(32), s.clock.now(), appointment, Buffer.alloc(32)]],
        ['kernel.sign_in_failed($1, $2, $3, $4, $5)', ['x', s.clock.now(), 'x', 'x']],
        ['kernel.passkeys($1, $2, $3)', ['x', aigul.person]],
        ['kernel.use_passkey($1, $2, $3, $4)', ['x', 1, s.clock.now()]],
        ['kernel.add_passkey($1, $2, $3, $4)', [Buffer.alloc(32), s.clock.now(), '{}']],
        ['kernel.begin_ceremony($1, $2, $3, $4, $5, $6, $3)', [Buffer.alloc(32), s.clock.now(), 'passkey-sign-in', null, 'x']],
        ['kernel.end_ceremony($1, $2, $3, $4)', [Buffer.alloc(32), s.clock.now(), 'passkey-sign-in']],
        ['kernel.invite($1, $2, $3, $4)', [Buffer.alloc(32), s.clock.now(), '{}']],
        ['kernel.look_invitation($1, $2, $3)', [Buffer.alloc(32), s.clock.now()]],
        ['kernel.accept_invitation($1, $2, $3, $4)', [Buffer.alloc(32), s.clock.now(), '{}']],
        ['kernel.lock_person($1, $2, $3, $4, true)', [Buffer.alloc(32), s.clock.now(), aigul.person]],
        ['kernel.sign_in_states($1, $2, $3, $4)', [Buffer.alloc(32), s.clock.now(), [aigul.person]]],
      ] as const) {
        await expect(outside.query(`select ${call}`, [key, ...values]), call).rejects.toMatchObject({ code: '42501' });
      }
    }
    for (const table of ['credential', 'recovery_code', 'security_event', 'sign_in_try', 'session', 'setting']) {
      await expect(outside.query(`select 1 from kernel.${table}`)).rejects.toMatchObject({ code: '42501' });
    }
    await expect(outside.query(`select kernel.demand_program('\\x00')`)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('a write to the interface from another site', () => {
  it('is refused before anything is looked at', async () => {
    const token = await opened(signIn());
    for (const headers of [{ origin: 'https://evil.kz' }, { 'sec-fetch-site': 'cross-site' }, { origin: 'null' }] as Record<string, string>[]) {
      await refused(s, { method: 'DELETE', url: '/api/session', headers: { ...headers, cookie: `qorgan=${token}` } }, { status: 403, code: 'foreign-origin' });
      await refused(s, { url: '/api/session', body: {}, headers }, { status: 403, code: 'foreign-origin' });
    }
    expect((await me(token)).statusCode).toBe(200);
    // A form of the public pages, from an old telephone: no origin of its own, and it works.
    const form = await s.call({ url: '/help', method: 'POST', body: 'text=', headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'null' } });
    expect([400, 201]).toContain(form.statusCode);
    expect(form.headers['content-type']).toContain('text/html');
  });
});

/** Coming in for the first time, and coming back after everything was forgotten. */
import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HouseUsers, InvitationAccepted, InvitationMade, InvitationView, SessionOpened, SessionView } from '#kernel/contract.ts';
import { appointPerson, inviteFromConsole, listFromConsole, lockFromConsole, personOfLogin } from '#kernel/signin/console.ts';
import { freshToken } from '#kernel/signin/common.ts';
import { giveCredential, type Known } from '../setup/credential.ts';
import { refused } from './problems.ts';
import { testServer, type Answer, type TestServer } from './server.ts';

const hour = 3_600_000;
let s: TestServer;
let head: Known;
let house: string;
/** Those of the house who were there before any invitation. */
const colleagues = async () => s.staff('case-manager', (a) => a.organisation === house && a.since < '2021');
/** A session of the head, who proved a moment ago who he is. */
let token: string;

beforeAll(async () => {
  s = await testServer();
  const appointment = (await s.staff('district-head'))[0]!;
  house = appointment.organisation;
  head = await giveCredential(s, appointment.id);
});
afterAll(() => s.close());
beforeEach(async () => {
  s.clock.add(24 * hour);
  const answer = await s.call({ url: '/api/session', body: { login: head.login, password: head.password, code: head.code() } });
  token = answer.json<SessionOpened>().token;
});

const newcomer = (more: object = {}): object => ({ name: 'Жанар Омарова', role: 'case-manager', ...more });
const invite = async (body: object = newcomer(), key = randomUUID()): Promise<InvitationMade> => {
  const answer = await s.call({ url: '/api/users/invitations', token, body, key });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<InvitationMade>();
};
const linkIn = (made: InvitationMade): string => made.link.split('#')[1]!;
const look = async (link: string): Promise<InvitationView> => (await s.call({ url: '/api/invitations/look', body: { link } })).json<InvitationView>();
const codeOf = (secret: string): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(s.clock.now()) });
const accept = async (link: string, more: object = {}): Promise<Answer> => {
  const { totp } = await look(link);
  return s.call({ url: '/api/invitations/accept', body: { link, login: 'zh.omarova', password: 'жеті қаз ұшты аспанда', code: codeOf(totp.secret), ...more } });
};
const states = async (): Promise<Record<string, string>> =>
  Object.fromEntries((await s.call({ url: '/api/users', token })).json<HouseUsers>().users.map((u) => [u.name, u.state]));

describe('an invitation', () => {
  it('lets a new person in once: login, password, codes, and a session', async () => {
    const made = await invite();
    expect(made.link).toMatch(/^\/app\/invitation#[\w-]{43}$/);
    expect((await states())['Жанар Омарова']).toBe('invited');
    const seen = await look(linkIn(made));
    expect(seen).toMatchObject({ name: 'Жанар Омарова', login: null, works: [{ roleTitle: 'Кейс-менеджер' }] });
    expect((await look(linkIn(made))).totp.secret).toBe(seen.totp.secret);
    const answer = await accept(linkIn(made));
    expect(answer.statusCode, answer.body).toBe(201);
    const { token: hers, recovery } = answer.json<InvitationAccepted>();
    expect(recovery).toHaveLength(10);
    expect((await s.call({ url: '/api/session', token: hers })).json<SessionView>()).toMatchObject({ name: 'Жанар Омарова', role: 'case-manager', organisation: { id: house } });
    expect((await states())['Жанар Омарова']).toBe('active');
    await refused(s, { url: '/api/invitations/look', body: { link: linkIn(made) } }, { status: 404, code: 'invitation-gone' });
    // The code that set it up is used; the next one signs in.
    const again = { login: 'zh.omarova', password: 'жеті қаз ұшты аспанда', code: codeOf(seen.totp.secret) };
    expect((await s.call({ url: '/api/session', body: again })).statusCode).toBe(401);
    s.clock.add(31_000);
    expect((await s.call({ url: '/api/session', body: { ...again, code: codeOf(seen.totp.secret) } })).statusCode).toBe(201);
    const { rows } = await s.owner.query<{ password: string; totp: Buffer }>('select c.password, c.totp from kernel.credential c join kernel.person p on p.id = c.person where p.login = $1', ['zh.omarova']);
    expect(rows[0]?.password).toMatch(/^\$argon2id\$/);
    expect(rows[0]?.totp.includes(Buffer.from(Secret.fromBase32(seen.totp.secret).buffer))).toBe(false);
  });

  it('sent twice under one key is one person, and only the last link works', async () => {
    const key = randomUUID();
    const body = newcomer({ name: 'Екі рет' });
    const [first, second] = [await invite(body, key), await invite(body, key)];
    expect((await s.owner.query(`select 1 from kernel.person where name = 'Екі рет'`)).rowCount).toBe(1);
    await refused(s, { url: '/api/invitations/look', body: { link: linkIn(first) } }, { status: 404, code: 'invitation-gone' });
    expect((await look(linkIn(second))).name).toBe('Екі рет');
  });

  it('ends after seventy-two hours', async () => {
    const made = await invite(newcomer({ name: 'Кешіккен' }));
    s.clock.add(72 * hour);
    await refused(s, { url: '/api/invitations/look', body: { link: linkIn(made) } }, { status: 404, code: 'invitation-gone' });
    expect((await s.call({ url: '/api/invitations/accept', body: { link: linkIn(made), login: 'late.one', password: 'жеті қаз ұшты аспанда', code: '000000' } })).statusCode).toBe(404);
  });

  it('opens nothing for a weak password, a strange login, a wrong code, another’s login', async () => {
    const link = linkIn(await invite(newcomer({ name: 'Серік Ахметов' })));
    const fields = async (more: object): Promise<string[]> => (await accept(link, more)).json<{ fields?: { path: string; code: string }[] }>().fields?.map((f) => `${f.path} ${f.code}`) ?? [];
    expect(await fields({ password: 'қысқа' })).toEqual(['/password too-short']);
    expect(await fields({ password: 'passwordpassword' })).toEqual(['/password password.common']);
    expect(await fields({ password: 'Ахметов-Серік1' })).toEqual(['/password password.own']);
    expect(await fields({ login: 'Серік' })).toEqual(['/login login.shape']);
    expect(await fields({ code: '000000' })).toEqual(['/code code.wrong']);
    expect(await fields({ login: head.login.toUpperCase() })).toEqual(['/login login.taken']);
    expect((await states())['Серік Ахметов']).toBe('invited');
  });

  it('used by two at the same time lets one in', async () => {
    const link = linkIn(await invite(newcomer({ name: 'Жалғыз' })));
    const both = await Promise.all([accept(link, { login: 'one.of.two' }), accept(link, { login: 'two.of.two' })]);
    expect(both.map((a) => a.statusCode).sort()).toEqual([201, 404]);
  });

  it('brings back who lost everything: the old password, codes and sessions are worth nothing', async () => {
    const appointment = (await colleagues())[0]!;
    const old = await giveCredential(s, appointment.id);
    const session = (await s.call({ url: '/api/session', body: { login: old.login, password: old.password, code: old.code() } })).json<SessionOpened>().token;
    const answer = await accept(linkIn(await invite({ appointment: appointment.id })), { login: old.login, password: 'он екі бұлт көшті таудан' });
    expect(answer.statusCode, answer.body).toBe(201);
    expect((await s.call({ url: '/api/session', token: session })).statusCode).toBe(401);
    s.clock.add(hour);
    for (const code of [old.code(), old.recovery[0]]) {
      expect((await s.call({ url: '/api/session', body: { login: old.login, password: old.password, code } })).statusCode).toBe(401);
    }
  });
});

describe('a head', () => {
  it('is asked who he is once more, before he invites or locks', async () => {
    s.clock.add(11 * 60_000);
    await refused(s, { url: '/api/users/invitations', token, body: newcomer() }, { status: 403, code: 'step-up-needed' });
    await refused(s, { url: '/api/users/locks', token, body: { appointment: randomUUID(), locked: true } }, { status: 403, code: 'step-up-needed' });
    const proved = await s.call({ url: '/api/session/step-up', token, body: { password: head.password, code: head.code() } });
    token = proved.json<{ token: string }>().token;
    await invite(newcomer({ name: 'Расталған' }));
  });

  it('keeps somebody out at once, and nobody of another house, nor himself', async () => {
    const theirs = (await colleagues())[1]!;
    const worker = await giveCredential(s, theirs.id);
    const session = (await s.call({ url: '/api/session', body: { login: worker.login, password: worker.password, code: worker.code() } })).json<SessionOpened>().token;
    expect((await s.call({ url: '/api/users/locks', token, body: { appointment: theirs.id, locked: true } })).statusCode).toBe(200);
    expect((await s.call({ url: '/api/session', token: session })).statusCode).toBe(401);
    s.clock.add(hour / 4);
    expect((await s.call({ url: '/api/session', body: { login: worker.login, password: worker.password, code: worker.code() } })).statusCode).toBe(401);
  });

  it('reaches nobody of another house, nor himself; others reach nobody', async () => {
    const other = (await s.staff('case-manager', (a) => a.organisation !== house))[0]!;
    const own = (await s.staff('district-head', (a) => a.person === head.person))[0]!;
    for (const appointment of [other.id, own.id, randomUUID()]) {
      await refused(s, { url: '/api/users/invitations', token, body: { appointment } }, { status: 404, code: 'not-found' });
      await refused(s, { url: '/api/users/locks', token, body: { appointment, locked: true } }, { status: 404, code: 'not-found' });
    }
    await refused(s, { url: '/api/users/invitations', token, body: newcomer({ role: 'administrator' }) }, { status: 400, code: 'invalid-input', fields: ['/role not-in-list'] });
    await refused(s, { url: `/api/users?organisation=${other.organisation}`, token }, { status: 404, code: 'not-found' });
    await refused(s, { url: '/api/users' }, { status: 401, code: 'no-session' });
    const { token: operator } = await s.as('operator');
    await refused(s, { url: '/api/users', token: operator }, { status: 404, code: 'not-found' });
    await refused(s, { url: '/api/users/invitations', body: newcomer() }, { status: 401, code: 'no-session' });
  });

  it('does not invite again who is somebody elsewhere too: the link would open that as well', async () => {
    const both = (await colleagues())[0]!;
    const { rows } = await s.owner.query<{ id: string }>(
      `insert into kernel.appointment (id, person, role, organisation, region, district, since)
       select gen_random_uuid(), $1, role, organisation, region, district, since from kernel.appointment where role = 'committee-duty' limit 1 returning id`, [both.person]);
    await s.call({ url: '/api/session', token });
    const { version } = (await s.owner.query<{ version: string }>('select version from kernel.directory_version')).rows[0]!;
    await s.runtime.directory(Number(version));
    await refused(s, { url: '/api/users/invitations', token, body: { appointment: both.id } }, { status: 409, code: 'invited-elsewhere' });
    await s.owner.query('update kernel.appointment set until = $2 where id = $1', [rows[0]!.id, s.clock.now()]);
  });

  it('in the demo is not asked, since nobody there can prove anything', async () => {
    const lead = (await s.staff('shift-lead'))[0]!;
    const demo = (await s.call({ url: '/api/session/demo', body: { appointment: lead.id } })).json<{ token: string }>().token;
    expect((await s.call({ url: '/api/users/invitations', token: demo, body: newcomer({ role: 'operator' }) })).statusCode).toBe(201);
  });
});

describe('the administrator', () => {
  it('lets people in where no head of ours does, and sees no case', async () => {
    const { token: admin } = await s.as('administrator');
    const clinic = (await s.staff('health-worker'))[0]!;
    const list = await s.call({ url: `/api/users?organisation=${clinic.organisation}`, token: admin });
    expect(list.json<HouseUsers>().roles.map((r) => r.role)).toEqual(['health-worker']);
    expect(s.runtime.registry.rules.has('administrator')).toBe(false);
    expect((await s.call({ url: '/api/proceedings?scope=country', token: admin })).json<{ items: unknown[] }>().items).toEqual([]);
  });
});

describe('the console', () => {
  it('makes the first person and his house, lists him, and locks him', async () => {
    const client = new pg.Client({ connectionString: s.database.ownerUrl });
    await client.connect();
    try {
      const at = s.clock.now();
      await expect(appointPerson(client, { name: 'А', role: 'police-inspector', organisation: null }, null, at)).rejects.toThrow(/choose one/);
      await expect(appointPerson(client, { name: 'А', role: 'operator', organisation: house }, null, at)).rejects.toThrow(/works in a contact-centre/);
      const first = await appointPerson(client, { name: 'Бірінші Адам', role: 'administrator', organisation: null }, null, at);
      expect(await appointPerson(client, { name: 'Бірінші Адам', role: 'administrator', organisation: null }, null, at)).toBe(first);
      const link = freshToken();
      await inviteFromConsole(client, first, link.hash, at, '2030-01-01T00:00:00.000Z');
      const answer = await accept(link.token, { login: 'birinshi.adam' });
      expect(answer.statusCode, answer.body).toBe(201);
      expect(await listFromConsole(client, at)).toContainEqual(expect.objectContaining({ login: 'birinshi.adam', role: 'administrator', state: 'active' }));
      await lockFromConsole(client, await personOfLogin(client, 'Birinshi.Adam'), at);
      expect((await s.call({ url: '/api/session', token: answer.json<SessionOpened>().token })).statusCode).toBe(401);
      await expect(personOfLogin(client, 'nobody')).rejects.toThrow(/Nobody has/);
    } finally {
      await client.end();
    }
  });

  it('a link that was never made opens nothing', () =>
    refused(s, { url: '/api/invitations/look', body: { link: randomBytes(32).toString('base64url') } }, { status: 404, code: 'invitation-gone' }));
});

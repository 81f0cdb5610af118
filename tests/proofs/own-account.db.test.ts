/** What one does with one's own way in: nobody who found an open browser does it, and afterwards the old way leads nowhere. */
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { InvitationMade, InvitationView, OwnPasskey, OwnSession, SessionOpened } from '#kernel/contract.ts';
import { giveCredential, type Known } from '../setup/credential.ts';
import { refused } from './problems.ts';
import { testServer, type Answer, type TestServer } from './server.ts';

const minute = 60_000;
let s: TestServer;
let known: Known;
let token: string;

beforeAll(async () => {
  s = await testServer();
  known = await giveCredential(s, (await s.staff('case-manager'))[0]!.id);
});
afterAll(() => s.close());
const signIn = (headers: Record<string, string> = {}): Promise<Answer> => s.call({ url: '/api/session', body: { login: known.login, password: known.password, code: known.code() }, headers });
beforeEach(async () => {
  s.clock.add(24 * 60 * minute);
  token = (await signIn()).json<SessionOpened>().token;
});
const me = (held: string): Promise<Answer> => s.call({ url: '/api/session', token: held });
const inCookie = (answer: Answer): string => /qorgan=([\w-]{43});/.exec(String(answer.headers['set-cookie']))?.[1] ?? '';

describe('a session', () => {
  it('is in a browser in its cookie alone; a program is told it', async () => {
    for (const headers of [{ 'sec-fetch-site': 'same-origin' }, { origin: 'http://localhost' }] as Record<string, string>[]) {
      s.clock.add(31_000);
      const answer = await signIn({ ...headers, host: 'localhost' });
      expect(answer.statusCode, answer.body).toBe(201);
      expect(Object.keys(answer.json<object>())).toEqual(['appointment']);
      expect((await me(inCookie(answer))).statusCode).toBe(200);
      s.clock.add(31_000);
      const again = await s.call({ url: '/api/session/step-up', token: inCookie(answer), body: { password: known.password, code: known.code() }, headers: { ...headers, host: 'localhost' } });
      expect([again.statusCode, again.body]).toEqual([200, '{}']);
      expect((await me(inCookie(again))).statusCode).toBe(200);
    }
  });

  it('ends when somebody signs in over it', async () => {
    s.clock.add(31_000);
    const over = await signIn({ cookie: `qorgan=${token}` });
    expect(over.statusCode).toBe(201);
    expect((await me(token)).statusCode).toBe(401);
    expect((await me(over.json<SessionOpened>().token)).statusCode).toBe(200);
    // A try that failed ends nothing.
    const held = over.json<SessionOpened>().token;
    expect((await signIn({ cookie: `qorgan=${held}` })).statusCode).toBe(401);
    expect((await me(held)).statusCode).toBe(200);
  });
});

describe('who does not prove again who he is', () => {
  it('ends no session and takes no passkey away', async () => {
    const list = async (): Promise<OwnSession[]> => (await s.call({ url: '/api/session/list', token })).json<OwnSession[]>();
    s.clock.add(31_000);
    await signIn();
    await s.owner.query(`insert into kernel.passkey (id, person, public_key, counter, transports, created_at) values ('x', $1, '\\x00', 0, '', $2) on conflict do nothing`, [known.person, s.clock.now()]);
    const [key] = (await s.call({ url: '/api/session/passkeys', token })).json<OwnPasskey[]>();
    s.clock.add(10 * minute);
    const other = (await list()).find((one) => !one.current)!;
    for (const url of ['/api/session/list', `/api/session/list/${other.id}`, `/api/session/passkeys/${key!.id}`]) await refused(s, { method: 'DELETE', url, token }, { status: 403, code: 'step-up-needed' });
    expect((await list()).map((one) => one.id)).toContain(other.id);
    const proved = await s.call({ url: '/api/session/step-up', token, body: { password: known.password, code: known.code() } });
    token = proved.json<{ token: string }>().token;
    expect((await s.call({ method: 'DELETE', url: `/api/session/passkeys/${key!.id}`, token })).statusCode).toBe(204);
    expect((await s.call({ method: 'DELETE', url: `/api/session/list/${other.id}`, token })).statusCode).toBe(204);
  });
});

describe('changing password and telephone', () => {
  const renewal = (body: object, held: string | null = token): Promise<Answer> => s.call({ url: '/api/session/renewal', token: held, body });
  const linkIn = (answer: Answer): string => answer.json<InvitationMade>().link.split('#')[1]!;
  const accept = async (link: string, password: string): Promise<Answer> => {
    const { totp } = (await s.call({ url: '/api/invitations/look', body: { link } })).json<InvitationView>();
    const code = new TOTP({ secret: Secret.fromBase32(totp.secret) }).generate({ timestamp: Date.parse(s.clock.now()) });
    return s.call({ url: '/api/invitations/accept', body: { link, login: known.login, password, code } });
  };

  it('asks for those of now, also of who has just come in', async () => {
    await refused(s, { url: '/api/session/renewal', body: { password: 'x', code: '1' } }, { status: 401, code: 'no-session' });
    s.clock.add(31_000);
    for (const wrong of [{ password: known.password, code: '000000' }, { password: 'x', code: known.code() }]) expect((await renewal(wrong)).statusCode).toBe(403);
    expect((await renewal({})).statusCode).toBe(400);
    expect((await s.owner.query('select 1 from kernel.invitation where person = $1', [known.person])).rowCount).toBe(0);
  });

  it('gives a link for oneself alone, for ten minutes, and a new token', async () => {
    s.clock.add(31_000);
    const made = await renewal({ password: known.password, code: known.code() });
    expect(made.statusCode, made.body).toBe(201);
    expect((await me(token)).statusCode).toBe(401);
    expect((await me(inCookie(made))).statusCode).toBe(200);
    s.clock.add(10 * minute);
    await refused(s, { url: '/api/invitations/look', body: { link: linkIn(made) } }, { status: 404, code: 'invitation-gone' });
    expect((await signIn()).statusCode, 'nothing was changed').toBe(201);
  });

  it('sets the new ones by the same rules, and nothing of before is good any more', async () => {
    s.clock.add(31_000);
    const elsewhere = (await signIn()).json<SessionOpened>().token;
    s.clock.add(31_000);
    const link = linkIn(await renewal({ password: known.password, code: known.code() }));
    expect((await accept(link, 'passwordpassword')).statusCode).toBe(400);
    const accepted = await accept(link, 'он екі бұлт көшті таудан');
    expect(accepted.statusCode, accepted.body).toBe(201);
    expect((await me(elsewhere)).statusCode).toBe(401);
    await refused(s, { url: '/api/invitations/look', body: { link } }, { status: 404, code: 'invitation-gone' });
    s.clock.add(60 * minute);
    for (const code of [known.code(), known.recovery[0]]) expect((await s.call({ url: '/api/session', body: { login: known.login, password: known.password, code } })).statusCode).toBe(401);
    const { rows } = await s.owner.query<{ what: string }>('select what from kernel.security_event where person = $1 order by id', [known.person]);
    expect(rows.map((r) => r.what)).toEqual(expect.arrayContaining(['stepped-up', 'invited', 'credential-set']));
  });
});

/** Signing in through an organisation: it says who somebody is, and lets in nobody who was not invited. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InvitationMade, SessionView } from '#kernel/contract.ts';
import { buildApp } from '../../apps/server/app.ts';
import { changes } from '../../apps/server/changes.ts';
import { readSettings } from '../../apps/server/settings.ts';
import { testProvider, type TestProvider } from '../setup/provider.ts';
import { testServer, type TestServer } from './server.ts';

const host = 'qorgan.test:8443';
const path = '/api/session/organisation';
let s: TestServer;
let provider: TestProvider;
let app: FastifyInstance;
/** Of a head of the demo, whom nobody asks to prove anything. */
let lead: string;

beforeAll(async () => {
  s = await testServer();
  provider = await testProvider(`http://${host}${path}/callback`);
  const { issuer, client, secret } = provider;
  app = await buildApp({ runtime: s.runtime, demo: true, changes: changes(), organisation: { issuer, client, secret, name: 'Мекеме', iinClaim: 'iin' } });
  lead = (await s.call({ url: '/api/session/demo', body: { appointment: (await s.staff('shift-lead'))[0]!.id } })).json<{ token: string }>().token;
});
afterAll(async () => {
  await app.close();
  await provider.close();
  await s.close();
});

const linkIn = (answer: LightMyRequestResponse): string => {
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<InvitationMade>().link.split('#')[1]!;
};
const invite = async (name: string, iin?: string): Promise<string> =>
  linkIn(await s.call({ url: '/api/users/invitations', token: lead, body: { name, role: 'operator', ...(iin === undefined ? {} : { iin }) }, key: randomUUID() }));
const begin = async (link?: string): Promise<{ url: string; cookie: string }> => {
  const answer = await app.inject({ method: 'POST', url: path, headers: { host }, payload: link === undefined ? {} : { link } });
  expect(answer.statusCode, answer.body).toBe(200);
  const set = String(answer.headers['set-cookie']);
  expect(set).toMatch(/^qorgan-way=[\w-]{43};.*HttpOnly;.*SameSite=Lax/);
  return { url: answer.json<{ url: string }>().url, cookie: set.split(';')[0]! };
};
const comeBack = (to: URL, cookie: string): Promise<LightMyRequestResponse> => app.inject({ url: `${to.pathname}${to.search}`, headers: { host, cookie } });
const go = async (who: string, link?: string): Promise<LightMyRequestResponse> => {
  const { url, cookie } = await begin(link);
  return comeBack(await provider.visit(url, who), cookie);
};
const tokenIn = (answer: LightMyRequestResponse): string | undefined => /(?:^|,)qorgan=([\w-]{43});/.exec(String(answer.headers['set-cookie']))?.[1];
const nameOf = async (answer: LightMyRequestResponse): Promise<string> => (await s.call({ url: '/api/session', token: tokenIn(answer)! })).json<SessionView>().name;
const refusedBy = (answer: LightMyRequestResponse): void => {
  expect([answer.statusCode, answer.headers.location, tokenIn(answer)]).toEqual([303, '/app/?organisation=refused', undefined]);
};

describe('the organisation’s sign-in', () => {
  it('is asked with PKCE, a state and a nonce', async () => {
    const { url } = await begin();
    expect(url.startsWith(provider.issuer)).toBe(true);
    expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', scope: 'openid', code_challenge: expect.stringMatching(/^[\w-]{43}$/), nonce: expect.stringMatching(/.{20}/), state: expect.stringMatching(/^[\w-]{43}$/) });
  });

  it('makes nobody: who was not invited stays out', async () => {
    const before = (await s.owner.query('select 1 from kernel.person')).rowCount;
    refusedBy(await go('stranger'));
    refusedBy(await go('stranger/850101300015'));
    expect((await s.owner.query('select 1 from kernel.person')).rowCount).toBe(before);
  });

  it('is bound by the link of an invitation, once, and then known by its subject', async () => {
    const link = await invite('Байланған Адам');
    const first = await go('subject-1', link);
    expect([first.statusCode, first.headers.location]).toEqual([303, '/app/']);
    expect(await nameOf(first)).toBe('Байланған Адам');
    expect(await nameOf(await go('subject-1'))).toBe('Байланған Адам');
    refusedBy(await go('subject-2', link));
    // Invited again, the same identity is welcome.
    const again = (await s.owner.query<{ id: string }>(`select a.id from kernel.appointment a join kernel.person p on p.id = a.person where p.name = 'Байланған Адам'`)).rows[0]!.id;
    const anew = linkIn(await s.call({ url: '/api/users/invitations', token: lead, body: { appointment: again }, key: randomUUID() }));
    expect(await nameOf(await go('subject-1', anew))).toBe('Байланған Адам');
    // One identity is one person.
    refusedBy(await go('subject-1', await invite('Басқа Адам')));
  });

  it('is bound by the number the head gave, of which only a hash is kept', async () => {
    await invite('Нөмірлі Адам', '850101300015');
    refusedBy(await go('subject-3/850101300023'));
    expect(await nameOf(await go('subject-3/850101300015'))).toBe('Нөмірлі Адам');
    const { rows } = await s.owner.query<{ all: string }>('select jsonb_agg(i)::text as all from kernel.invitation i');
    expect(rows[0]?.all).not.toContain('850101300015');
    expect(rows[0]?.all).not.toContain(Buffer.from('850101300015').toString('hex'));
  });

  it('two invitations with one number bind nobody', async () => {
    await invite('Бірінші', '900101300015');
    await invite('Екінші', '900101300015');
    refusedBy(await go('subject-4/900101300015'));
  });

  it('comes back only to the browser that set out, and once', async () => {
    const link = await invite('Жалғыз Жол');
    const { url, cookie } = await begin(link);
    const back = await provider.visit(url, 'subject-5');
    refusedBy(await comeBack(back, ''));
    refusedBy(await comeBack(back, (await begin()).cookie));
    expect(tokenIn(await comeBack(back, cookie))).toBeDefined();
    refusedBy(await comeBack(back, cookie));
  });

  it('with a forged or stale answer opens nothing', async () => {
    const { url, cookie } = await begin(await invite('Қолдан жасалған'));
    const back = await provider.visit(url, 'subject-6');
    back.searchParams.set('code', 'forged');
    refusedBy(await comeBack(back, cookie));
    const late = await begin();
    const came = await provider.visit(late.url, 'subject-1');
    s.clock.add(6 * 60_000);
    refusedBy(await comeBack(came, late.cookie));
  });

  it('of somebody locked opens nothing', async () => {
    await s.owner.query(`update kernel.credential set locked_at = $1 where person = (select person from kernel.outside_identity where subject = 'subject-1')`, [s.clock.now()]);
    refusedBy(await go('subject-1'));
  });

  it('where there is none is not there', async () => {
    expect((await s.call({ url: path })).statusCode).toBe(404);
    expect((await s.call({ url: path, body: {} })).statusCode).toBe(404);
  });
});

describe('its settings', () => {
  it('are told in one line when they are wrong', () => {
    expect(readSettings({}).organisation).toBeNull();
    expect(() => readSettings({ QORGAN_OIDC_ISSUER: 'http://id.kz' })).toThrow(/https/);
    expect(() => readSettings({ QORGAN_OIDC_ISSUER: 'https://id.kz' })).toThrow(/QORGAN_OIDC_CLIENT/);
    expect(() => readSettings({ QORGAN_OIDC_ISSUER: 'https://id.kz', QORGAN_OIDC_CLIENT: 'a', QORGAN_OIDC_SECRET_FILE: '/nowhere' })).toThrow(/cannot be read/);
  });
});

/** What a provider says is believed only as far as its own key signs it, for us, today, for this one way; a false one opens nothing. */
import { createHmac, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InvitationMade } from '#kernel/contract.ts';
import { buildApp } from '../../apps/server/app.ts';
import { changes } from '../../apps/server/changes.ts';
import { testServer, type TestServer } from './server.ts';

const host = 'qorgan.test:8443';
const path = '/api/session/organisation';
const client = 'qorgan';
const secret = 'a secret of the test, long enough';
const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwk = (key: KeyObject): object => ({ ...key.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' });

let s: TestServer;
let server: Server;
let issuer = '';
/** What the provider hands out for the next code, and what its document says. */
let token = '';
let document: Record<string, unknown> = {};

beforeAll(async () => {
  s = await testServer();
  server = createServer((request, response) => {
    const answer = request.url === '/token' ? { access_token: 'x', token_type: 'bearer', id_token: token } : request.url === '/keys' ? { keys: [jwk(own.publicKey)] } : document;
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await s.close();
});

const good = (): Record<string, unknown> => ({
  issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/keys`,
  response_types_supported: ['code'], subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
});
const appWith = (at = issuer): Promise<FastifyInstance> => buildApp({ runtime: s.runtime, demo: true, changes: changes(), organisation: { issuer: at, client, secret, name: 'Мекеме', iinClaim: null } });

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
type Signed = (text: string) => string;
const rsa = (key: KeyObject): Signed => (text) => sign('RSA-SHA256', Buffer.from(text), key).toString('base64url');
const make = (claims: object, signed: Signed = rsa(own.privateKey), header: object = { alg: 'RS256', kid: 'one' }): string => {
  const text = `${part(header)}.${part(claims)}`;
  return `${text}.${signed(text)}`;
};

async function way(app: FastifyInstance, link: string, tokenOf: (claims: Record<string, unknown>) => string): Promise<LightMyRequestResponse> {
  const begun = await app.inject({ method: 'POST', url: path, headers: { host }, payload: { link } });
  expect(begun.statusCode, begun.body).toBe(200);
  const asked = new URL(begun.json<{ url: string }>().url).searchParams;
  // The library reads the machine's own clock.
  const now = Math.floor(Date.parse(new Date().toISOString()) / 1000);
  token = tokenOf({ iss: issuer, aud: client, sub: 'subject', nonce: asked.get('nonce'), iat: now, exp: now + 60, auth_time: now });
  return app.inject({ url: `${path}/callback?code=x&state=${asked.get('state') ?? ''}`, headers: { host, cookie: String(begun.headers['set-cookie']).split(';')[0] } });
}
const opens = (answer: LightMyRequestResponse): boolean => /(?:^|,)qorgan=[\w-]{43};/.test(String(answer.headers['set-cookie']));
const invited = async (): Promise<string> => {
  const { token: lead } = (await s.call({ url: '/api/session/demo', body: { appointment: (await s.staff('shift-lead'))[0]!.id } })).json<{ token: string }>();
  const made = await s.call({ url: '/api/users/invitations', token: lead, body: { name: 'Шақырылған Адам', role: 'operator' }, key: randomUUID() });
  return made.json<InvitationMade>().link.split('#')[1]!;
};

describe('a provider’s word', () => {
  it('an ID token that is unsigned, of another key, for another client or of yesterday opens nothing', async () => {
    document = good();
    const app = await appWith();
    const link = await invited();
    const hmac: Signed = (text) => createHmac('sha256', secret).update(text).digest('base64url');
    const changed = (claims: object): ((c: Record<string, unknown>) => string) => (c) => make({ ...c, ...claims });
    const false_: Readonly<Record<string, (claims: Record<string, unknown>) => string>> = {
      unsigned: (c) => make(c, () => '', { alg: 'none' }),
      'of a shared secret': (c) => make(c, hmac, { alg: 'HS256' }),
      'of another key': (c) => make(c, rsa(stranger.privateKey)),
      'of a key it brings itself': (c) => make(c, rsa(stranger.privateKey), { alg: 'RS256', kid: 'one', jwk: jwk(stranger.publicKey), jku: 'http://127.0.0.1:1/keys' }),
      'of another issuer': changed({ iss: 'https://evil.example' }),
      'for another client': changed({ aud: 'another' }),
      'of yesterday': changed({ exp: 1_700_000_000 }),
      'of another way': changed({ nonce: 'another' }),
      'without a nonce': changed({ nonce: undefined }),
      'without a subject': changed({ sub: undefined }),
      'signed, then changed': (c) => make(c).replace(/\.[^.]+\./, `.${part({ ...c, sub: 'somebody' })}.`),
      'no token': () => 'x',
    };
    for (const [what, tokenOf] of Object.entries(false_)) expect([what, opens(await way(app, link, tokenOf))]).toEqual([what, false]);
    expect(opens(await way(app, link, (c) => make(c))), 'and the true one does').toBe(true);
    await app.close();
  });

  it('wants the person signed in anew, not remembered by the provider', async () => {
    document = good();
    const app = await appWith();
    const link = await invited();
    const begun = await app.inject({ method: 'POST', url: path, headers: { host }, payload: {} });
    expect(Object.fromEntries(new URL(begun.json<{ url: string }>().url).searchParams)).toMatchObject({ prompt: 'login', max_age: '300' });
    for (const remembered of [{ auth_time: undefined }, { auth_time: Math.floor(Date.now() / 1000) - 3600 }]) expect(opens(await way(app, link, (c) => make({ ...c, ...remembered })))).toBe(false);
    await app.close();
  });

  it('a provider whose document names another issuer is none', async () => {
    document = { ...good(), issuer: 'https://evil.example' };
    const app = await appWith();
    const answer = await app.inject({ method: 'POST', url: path, headers: { host }, payload: {} });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([503, 'organisation-unreachable']);
    await app.close();
  });

  it('a provider that does not answer is told to who asked, and asked again by the next', async () => {
    document = { nothing: 'of use' };
    const app = await appWith();
    for (let i = 0; i < 2; i += 1) expect((await app.inject({ method: 'POST', url: path, headers: { host }, payload: {} })).statusCode).toBe(503);
    document = good();
    expect((await app.inject({ method: 'POST', url: path, headers: { host }, payload: {} })).statusCode).toBe(200);
    await app.close();
    const nowhere = await appWith('http://127.0.0.1:9');
    expect((await nowhere.inject({ method: 'POST', url: path, headers: { host }, payload: {} })).statusCode).toBe(503);
    await nowhere.close();
  });
});

import { describe, expect, it } from 'vitest';
import { callWith } from './call.ts';

interface Sent {
  path: string;
  init: RequestInit;
}

function harness(answer: () => Response | Promise<Response>) {
  const sent: Sent[] = [];
  const dates: string[] = [];
  let signedOut = 0;
  const call = callWith({
    fetch: async (path, init) => {
      sent.push({ path: String(path), init: init ?? {} });
      return answer();
    },
    language: () => 'kk',
    onDate: (date) => dates.push(date),
    onSignedOut: () => {
      signedOut += 1;
    },
  });
  return { call, sent, dates, signedOut: () => signedOut };
}

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });
const headers = (sent: Sent | undefined) => new Headers(sent?.init.headers);

describe('call', () => {
  it('reads in the language of the screen, without the header of a write', async () => {
    const { call, sent } = harness(() => json({ a: 1 }));
    expect(await call('/api/my-day')).toMatchObject({ ok: true, status: 200, data: { a: 1 } });
    expect(headers(sent[0]).get('Accept-Language')).toBe('kk');
    expect(headers(sent[0]).has('X-Qorgan')).toBe(false);
    expect(headers(sent[0]).has('X-Qorgan-As')).toBe(false);
    expect(sent[0]?.init.credentials).toBe('same-origin');
  });

  it('writes with key, sequence and the header against forged requests', async () => {
    const { call, sent } = harness(() => json({}, 200));
    await call('/api/a/b/steps/c', { method: 'POST', body: { x: 'ә' }, key: 'k-1', sequence: 7, as: 'a-1' });
    const h = headers(sent[0]);
    expect(h.get('Idempotency-Key')).toBe('k-1');
    expect(h.get('If-Match')).toBe('"7"');
    expect(h.get('X-Qorgan')).toBe('1');
    expect(h.get('X-Qorgan-As')).toBe('a-1');
    expect(sent[0]?.init.body).toBe('{"x":"ә"}');
  });

  it('hands back a refusal as a value, with its extra members', async () => {
    const problem = { type: 'x', title: 't', detail: 'd', status: 412, code: 'stale', current: { sequence: 9 } };
    const { call } = harness(() => json(problem, 412));
    expect(await call('/api/a', { method: 'POST', body: {} })).toEqual({
      ok: false,
      status: 412,
      problem,
      refused: true,
    });
  });

  it('does not know the outcome when the network or the server fails', async () => {
    const lost = harness(() => Promise.reject(new TypeError('failed to fetch')));
    expect(await lost.call('/api/a')).toMatchObject({ ok: false, refused: false, problem: { code: 'no-network' } });
    const broken = harness(() => new Response('<html>', { status: 502 }));
    expect(await broken.call('/api/a')).toMatchObject({
      ok: false,
      refused: false,
      problem: { code: 'server-trouble' },
    });
    const busy = harness(() => json({ type: '', title: '', detail: '', status: 429, code: 'busy' }, 429));
    expect(await busy.call('/api/a')).toMatchObject({ ok: false, refused: false, problem: { code: 'busy' } });
  });

  it('calls an answer it cannot read a problem', async () => {
    const { call } = harness(() => new Response('<html>', { status: 200 }));
    expect(await call('/api/a')).toMatchObject({ ok: false, problem: { code: 'not-understood' } });
  });

  it('takes an empty answer as null', async () => {
    const { call } = harness(() => new Response(null, { status: 204 }));
    expect(await call('/api/session', { method: 'DELETE' })).toMatchObject({ ok: true, data: null });
  });

  it('tells of a lost session and of the server clock, but not of the date of a cached schema', async () => {
    const { call, dates, signedOut } = harness(() => json({}, 401, { Date: 'Tue, 24 Nov 2026 05:00:00 GMT' }));
    await call('/api/my-day');
    await call('/api/schemas/abc');
    expect(signedOut()).toBe(2);
    expect(dates).toEqual(['Tue, 24 Nov 2026 05:00:00 GMT']);
  });

  it.each(['https://evil.example/api/x', '//evil.example', '/other', '/api/../x'])('never calls %s', async (path) => {
    const { call, sent } = harness(() => json({}));
    await expect(call(path)).rejects.toThrow('not a path');
    expect(sent).toHaveLength(0);
  });
});

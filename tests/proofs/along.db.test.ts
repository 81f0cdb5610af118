/** What a device gets from us for a day without a network: a key of its owner's alone, and reads that say what they are for. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plusMillis } from '#kernel/clock.ts';
import type { DeviceKey, ProceedingView, SessionOpened } from '#kernel/contract.ts';
import { testServer, type TestServer } from './server.ts';

let s: TestServer;
beforeAll(async () => {
  s = await testServer();
});
afterAll(() => s.close());

const looks = async (target: string): Promise<unknown[]> =>
  (await s.owner.query(`select what, route, purpose, found from kernel.look where target = $1 and route like '%/along' order by id`, [target])).rows;

describe('the key of a device', () => {
  it('is the same for a person by whatever session, another for everybody else, and nobody’s without one', async () => {
    const [one, other] = await s.staff('case-manager');
    if (one === undefined || other === undefined) throw new Error('too few');
    const keyOf = async (appointment: string): Promise<DeviceKey> => (await s.call({ url: '/api/session/device-key', token: await s.signIn(appointment) })).json<DeviceKey>();
    const first = await keyOf(one.id);
    expect(Buffer.from(first.key, 'base64')).toHaveLength(32);
    expect(first.until).toBe(plusMillis(s.clock.now(), 12 * 3_600_000));
    const { token } = (await s.call({ url: '/api/session/demo', body: { appointment: one.id } })).json<SessionOpened>();
    expect((await s.call({ url: '/api/session/device-key', token })).json<DeviceKey>().key).toBe(first.key);
    expect((await keyOf(other.id)).key).not.toBe(first.key);
    const answer = await s.call({ url: '/api/session/device-key', token: await s.signIn(one.id) });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect((await s.call({ url: '/api/session/device-key' })).statusCode).toBe(401);
  });
});

describe('what is taken along', () => {
  it('is what a read gives, with a look that says for what; what is not one’s own is not there', async () => {
    const { token, appointment } = await s.as('guardianship-specialist');
    // Whoever is nobody is told the same as of any read.
    expect((await s.call({ url: `/api/proceedings/${randomUUID()}/along` })).statusCode).toBe(404);
    const opened = await s.call({ url: '/api/cases/protection', token, body: { children: [{ name: 'Әсем', age: 8 }], category: 'neglect', danger: 'rights', summary: 'тамақсыз қалған' } });
    const { id } = opened.json<ProceedingView>();
    const read = (await s.call({ url: `/api/proceedings/${id}`, token })).json<ProceedingView>();
    const along = await s.call({ url: `/api/proceedings/${id}/along`, token });
    expect(along.json<ProceedingView>()).toEqual(read);
    expect(along.headers['cache-control']).toBe('no-store');
    const stranger = await s.as('case-manager', (a) => a.district !== appointment.district);
    const absent = randomUUID();
    for (const target of [id, absent]) expect((await s.call({ url: `/api/proceedings/${target}/along`, token: stranger.token })).statusCode).toBe(404);
    const route = 'GET /api/proceedings/:id/along';
    expect(await looks(id)).toEqual([{ what: 'proceeding', route, purpose: 'along', found: 1 }, { what: 'refused', route, purpose: 'along', found: 0 }]);
    expect(await looks(absent)).toEqual([{ what: 'refused', route, purpose: 'along', found: 0 }]);
  });
});

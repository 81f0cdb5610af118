/** A device is pushed to when something presses that its holder has not read: with nothing in it, seldom, once, and never for what is not his. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import type { StaffView } from '#cap/agencies/contract.ts';
import { plusMillis } from '#kernel/clock.ts';
import type { NoticePage, ProceedingView, PushState } from '#kernel/contract.ts';
import type { Outcome } from '#kernel/push/push.ts';
import { pushFrom } from '../../apps/server/push.ts';
import { tick } from '../../apps/server/tick.ts';
import { problemIn } from './problems.ts';
import { testServer, type TestServer } from './server.ts';

const minute = 60_000;
const at = (role: Parameters<typeof appointmentId>[1], n: number): string => appointmentId('talgar/guardianship', role, n);
const [first, second] = [at('guardianship-specialist', 1), at('guardianship-specialist', 2)];

/** A browser's service on this machine. */
let service: Server;
let address = '';
let came: { readonly path: string; readonly method: string; readonly headers: IncomingMessage['headers']; readonly body: string }[] = [];
let status: (path: string) => number | null = () => 201;
let s: TestServer;
let [head, one, two] = ['', '', ''];
let failures: unknown[] = [];

beforeAll(async () => {
  service = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const path = request.url ?? '';
      came.push({ path, method: request.method ?? '', headers: request.headers, body: Buffer.concat(parts).toString() });
      const said = status(path);
      // Null: no answer at all.
      if (said !== null) response.writeHead(said, said === 301 ? { location: 'http://127.0.0.1:1/' } : {}).end();
    });
  });
  await new Promise<void>((done) => service.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  s = await testServer(undefined, undefined, ['127.0.0.1']);
  [head, one, two] = [await s.signIn(at('district-head', 1)), await s.signIn(first), await s.signIn(second)];
});
afterAll(async () => {
  service.closeAllConnections();
  await new Promise((done) => service.close(done));
  await s.close();
});
beforeEach(async () => {
  [came, failures, status] = [[], [], () => 201];
  s.clock.add(60 * minute);
  await s.owner.query('delete from kernel.push_subscription');
  await s.owner.query('delete from kernel.push_wait');
  await device(one, 'a');
});
afterEach(async () => {
  await s.owner.query('update kernel.appointment set until = null, away_from = null, away_until = null, substitute = null');
});

const endpoint = (name: string): string => `${address}/${name}`;
const nameOf = (text: string): string => createHash('sha256').update(text).digest('hex');
async function device(token: string, name: string): Promise<void> {
  const answer = await s.call({ url: '/api/push', method: 'PUT', token, body: { endpoint: endpoint(name) } });
  expect(answer.statusCode, answer.body).toBe(204);
}
const state = async (token: string): Promise<PushState> => (await s.call({ url: '/api/push', token })).json<PushState>();
const server = () => s.push.begin(s.runtime, (error) => failures.push(error));
const pass = (): Promise<readonly Outcome[]> => server().pass();
const pushed = (): string[] => came.map(({ path }) => path.slice(1)).sort();
const waits = async (): Promise<number> => (await s.owner.query<{ n: number }>('select count(*)::int as n from kernel.push_wait')).rows[0]?.n ?? -1;
const read = async (id: string): Promise<ProceedingView> => (await s.call({ url: `/api/proceedings/${id}`, token: head })).json<ProceedingView>();
async function step(id: string, token: string, name: string, body: object): Promise<void> {
  const answer = await s.call({ url: `/api/cases/protection/${id}/${name}`, token, match: (await read(id)).sequence, body });
  expect(answer.statusCode, answer.body).toBe(200);
}
/** A case that lies with the second. `ordinary`: no danger, and no term of hours. */
async function opened(ordinary = false): Promise<string> {
  const answer = await s.call({ url: '/api/cases/protection', token: two, body: { children: [{ name: 'Айша', age: 7 }], category: 'neglect', danger: ordinary ? 'rights' : 'violence', summary: 'үйде жалғыз' } });
  expect(answer.statusCode, answer.body).toBe(201);
  const { id } = answer.json<ProceedingView>();
  await s.owner.query('update kernel.proceeding set worker = $2 where id = $1', [id, second]);
  await s.owner.query('delete from kernel.push_wait');
  return id;
}
/** It comes to the first, by the head's hand. */
async function comes(ordinary = false): Promise<string> {
  const id = await opened(ordinary);
  s.clock.add(minute);
  await step(id, head, 'reassign', { worker: first, why: 'көп жұмыс' });
  if (ordinary) await s.owner.query(`update kernel.proceeding set due_term = 'cases.review', due = opened_at + interval '20 days' where id = $1`, [id]);
  return id;
}

describe('a push', () => {
  it('comes when danger to a child came to me: nothing in it, urgent, for hours, by who may send', async () => {
    await comes();
    expect(await waits()).toBe(1);
    expect(await pass()).toEqual(['sent']);
    expect(came).toHaveLength(1);
    const { method, path, body, headers } = came[0]!;
    expect([method, path, body, headers['content-length'], headers['content-encoding']]).toEqual(['POST', '/a', '', '0', undefined]);
    expect(headers).toMatchObject({ ttl: String(12 * 3600), urgency: 'high', topic: 'qorgan' });
    const [, claims = ''] = /^vapid t=[\w-]+\.([\w-]+)\.[\w-]+, k=[\w-]+$/.exec(headers.authorization ?? '') ?? [];
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({ aud: address, sub: 'https://localhost' });
    expect(headers.authorization).toContain(`k=${(await state(one)).key ?? '-'}`);
    // Once.
    expect([await pass(), await waits(), failures]).toEqual([[], 0, []]);
  });

  it('comes for a term of hours too; not for what is ordinary, read already, handed on, or closed to me', async () => {
    await s.owner.query(`update kernel.proceeding set due_term = 'cases.police-notice' where id = $1`, [await comes(true)]);
    expect([await pass(), pushed()]).toEqual([['sent'], ['a']]);
    came = [];
    s.clock.add(60 * minute);
    await comes(true);
    expect([await pass(), await waits()]).toEqual([['quiet'], 0]);

    const id = await comes();
    const keys = (await s.call({ url: '/api/notices', token: one })).json<NoticePage>().items.filter((n) => n.proceeding?.id === id).map((n) => n.key);
    expect((await s.call({ url: '/api/notices/read', token: one, body: { keys } })).statusCode).toBe(204);
    expect(await pass()).toEqual(['quiet']);

    await step(await comes(), head, 'reassign', { worker: second, why: 'кері' });
    expect(await pass()).toEqual(['quiet']);

    const conflicted = await comes();
    await s.owner.query(`insert into kernel.conflict (proceeding, person, at) select $1, person, $3 from kernel.appointment where id = $2`, [conflicted, first, s.clock.now()]);
    expect(await pass()).toEqual(['quiet']);
    expect(came).toEqual([]);
  });

  it('tells nobody of what he did himself', async () => {
    await device(two, 'b');
    await s.owner.query('delete from kernel.push_wait');
    const answer = await s.call({ url: '/api/cases/protection', token: two, body: { children: [{ name: 'Дана', age: 6 }], category: 'neglect', danger: 'violence', summary: 'өзім' } });
    const { rows } = await s.owner.query<{ worker: string; waits: string[] }>(
      `select p.worker, array(select s.appointment::text from kernel.push_wait w join kernel.push_subscription s on s.id = w.subscription where w.proceeding = p.id) as waits from kernel.proceeding p where p.id = $1`, [answer.json<ProceedingView>().id]);
    expect(rows[0]?.waits).toEqual(rows[0]?.worker === first ? [first] : []);
  });

  it('comes once in a quarter of an hour, however much comes; what came meanwhile and was not read is told then', async () => {
    await comes();
    await pass();
    const ids = [await opened(), await opened()];
    for (const id of ids) await step(id, head, 'reassign', { worker: first, why: 'көп жұмыс' });
    expect([await pass(), await waits()]).toEqual([[], 2]);
    s.clock.add(16 * minute);
    expect([await pass(), await waits()]).toEqual([['sent'], 0]);
    expect(pushed()).toEqual(['a', 'a']);
  });

  it('comes to whom a missed term was told, and to who stands in while one is away', async () => {
    await device(two, 'b');
    const missed = async (): Promise<string> => {
      const id = await comes();
      const { rows } = await s.owner.query<{ due: Date }>('select due from kernel.proceeding where id = $1', [id]);
      s.clock.set(plusMillis((rows[0]?.due ?? new Date(0)).toISOString(), 1_000));
      while ((await tick(s.runtime, s.clockToken)) > 0);
      return (await s.owner.query<{ told: string }>('select escalated_to as told from kernel.proceeding where id = $1', [id])).rows[0]?.told ?? '';
    };
    const above = await missed();
    await device(await s.signIn(above), 'above');
    expect(await missed()).toBe(above);
    await pass();
    expect(pushed()).toContain('above');

    s.clock.add(60 * minute);
    const { version } = (await s.call({ url: `/api/agencies/staff/${first}`, token: head })).json<StaffView>();
    const away = await s.call({ url: `/api/agencies/staff/${first}/away`, token: head, match: version, body: { from: s.clock.now(), until: plusMillis(s.clock.now(), 5 * 1440 * minute), substitute: second } });
    expect(away.statusCode, away.body).toBe(200);
    await pass();
    came = [];
    s.clock.add(60 * minute);
    const another = await opened();
    // At this moment, by nobody whom it could be his own doing.
    await s.owner.query(`update kernel.proceeding set worker = $2 where id = $1 and set_config('qorgan.at', $3, true) <> ''`, [another, first, s.clock.now()]);
    await pass();
    expect(pushed()).toEqual(['b']);
  });
});

describe('a service', () => {
  it.each([404, 410])('that answers %i knows the device no more, and it is forgotten', async (gone) => {
    status = () => gone;
    await comes();
    expect(await pass()).toEqual(['gone']);
    expect((await state(one)).devices).toEqual([]);
    expect([await pass(), await waits()]).toEqual([[], 0]);
  });

  it.each([500, 429, 403, 301])('that answers %i is asked again, later each time, and nothing is thrown', async (bad) => {
    status = () => bad;
    await comes();
    expect(await pass()).toEqual(['kept']);
    expect(await pass()).toEqual([]);
    s.clock.add(minute);
    expect(await pass()).toEqual(['kept']);
    s.clock.add(minute);
    expect(await pass()).toEqual([]);
    s.clock.add(minute);
    status = () => 201;
    expect(await pass()).toEqual(['sent']);
    expect([came.length, failures.length, await waits()]).toEqual([3, 2, 0]);
    // A log names the service and what it said; the address of a device is nobody's to read.
    expect(JSON.stringify(failures.map((f) => ({ ...(f as object), message: (f as Error).message })))).not.toContain(endpoint('a'));
  });

  it('that does not answer at all keeps no tick waiting', async () => {
    status = () => null;
    await comes();
    const hanging = server();
    await hanging.job();
    await expect.poll(() => came.length).toBe(1);
    // The next tick begins no second one.
    await hanging.job();
    service.closeAllConnections();
    await hanging.end();
    expect([came.length, failures.length, await waits()]).toEqual([1, 1, 1]);
  });

  it('that takes it for hours in vain is asked no more: by then it was told elsewhere', async () => {
    status = () => 500;
    await comes();
    await pass();
    s.clock.add(13 * 60 * minute);
    expect([await pass(), await waits()]).toEqual([[], 0]);
  });
});

describe('servers', () => {
  it('two at once push once', async () => {
    for (const name of ['b', 'c', 'd']) await device(one, name);
    for (let n = 0; n < 5; n += 1) {
      came = [];
      s.clock.add(60 * minute);
      await comes();
      await Promise.all([pass(), pass(), pass()]);
      expect(pushed()).toEqual(['a', 'b', 'c', 'd']);
    }
  });

  it('one that dies before it has written what it did leaves it to the next, a minute later', async () => {
    await comes();
    const now = s.clock.now();
    const taken = await s.owner.query<{ answer: readonly { device: string }[] | null }>('select kernel.push_due($1, $2, $3, $4, $5, 50) as answer', [s.clockToken, now, plusMillis(now, -15 * minute), plusMillis(now, -720 * minute), plusMillis(now, minute)]);
    expect(taken.rows[0]?.answer).toHaveLength(1);
    expect(await pass()).toEqual([]);
    s.clock.add(minute);
    expect(await pass()).toEqual(['sent']);
  });

  it('and nobody but the clock asks what waits', async () => {
    const now = s.clock.now();
    for (const token of [null, Buffer.from(one, 'base64url')]) {
      await expect(s.runtime.pool.query('select kernel.push_due($1, $2, $2, $2, $2, 50)', [token, now])).rejects.toMatchObject({ code: '42501' });
      await expect(s.runtime.pool.query(`select kernel.push_done($1, $2, gen_random_uuid(), true, false, 0::smallint, null, '[]')`, [token, now])).rejects.toMatchObject({ code: '42501' });
    }
  });
});

describe('devices', () => {
  it('are one’s own: named, taken away, five at most, and the last who named one has it', async () => {
    expect((await state(one)).devices).toEqual([nameOf(endpoint('a'))]);
    expect((await state(two)).devices).toEqual([]);
    await device(two, 'a');
    expect([(await state(one)).devices, (await state(two)).devices]).toEqual([[], [nameOf(endpoint('a'))]]);
    const off = (token: string | null, name: string): Promise<number> => s.call({ url: `/api/push/${name}`, method: 'DELETE', token }).then((a) => a.statusCode);
    // Another's stays, whoever asks.
    expect([await off(one, nameOf(endpoint('a'))), (await state(two)).devices.length]).toEqual([204, 1]);
    expect([await off(two, nameOf(endpoint('a'))), (await state(two)).devices.length, await off(two, 'nothing')]).toEqual([204, 0, 204]);
    for (const name of ['b', 'c', 'd', 'e', 'f', 'g']) {
      s.clock.add(1_000);
      await device(one, name);
    }
    expect((await state(one)).devices).toEqual(['c', 'd', 'e', 'f', 'g'].map((name) => nameOf(endpoint(name))));
  });

  it('of an appointment that is over, or became another one, are none; nor is who is kept out told', async () => {
    await comes();
    await s.owner.query('update kernel.appointment set until = $2 where id = $1', [first, s.clock.now()]);
    expect(await pass()).toEqual([]);
    expect([(await s.owner.query('select 1 from kernel.push_subscription')).rowCount, came]).toEqual([0, []]);
    await s.owner.query('update kernel.appointment set until = null where id = $1', [first]);
    await device(one, 'a');
    await s.owner.query(`update kernel.appointment set role = 'case-manager' where id = $1`, [first]);
    expect((await s.owner.query('select 1 from kernel.push_subscription')).rowCount).toBe(0);
    await s.owner.query(`update kernel.appointment set role = 'guardianship-specialist' where id = $1`, [first]);
    // Sessions of an appointment that became another one end.
    await s.owner.query('update kernel.session set ended_at = null where appointment = $1', [first]);
    await device(one, 'a');
    await s.owner.query(`insert into kernel.credential (person, locked_at, changed_at) select person, $2, $2 from kernel.appointment where id = $1 on conflict (person) do update set locked_at = excluded.locked_at`, [first, s.clock.now()]);
    await comes();
    expect(await pass()).toEqual(['quiet']);
    await s.owner.query('update kernel.credential set locked_at = null');
    expect(came).toEqual([]);
  });

  it('lie with services that were named, and with none where none was', async () => {
    const elsewhere = ['https://fcm.googleapis.com/a', 'https://127.0.0.1:8443/a', 'http://localhost/a', 'nothing'];
    for (const text of elsewhere) await problemIn(s, { url: '/api/push', method: 'PUT', token: one, body: { endpoint: text } }, { status: 422, code: 'push-elsewhere' });
    for (const body of [{}, { endpoint: '' }, { endpoint: 1 }, { endpoint: endpoint('a'), more: 1 }]) expect((await s.call({ url: '/api/push', method: 'PUT', token: one, body })).statusCode).toBe(400);
    for (const token of [null, Buffer.alloc(32, 7).toString('base64url')]) {
      expect((await s.call({ url: '/api/push', token })).statusCode).toBe(401);
      expect((await s.call({ url: '/api/push', method: 'PUT', token, body: { endpoint: endpoint('x') } })).statusCode).toBe(401);
      expect((await s.call({ url: `/api/push/${nameOf(endpoint('a'))}`, method: 'DELETE', token })).statusCode).toBe(401);
    }
    // A setting that is taken away: what waits for devices of before goes, and nobody is called.
    await comes();
    expect(await pushFrom({ push: [], address: null, inside: [], demo: true }, { push: () => Buffer.alloc(32), clock: s.clockToken }).begin(s.runtime, (error) => failures.push(error)).pass()).toEqual(['quiet']);
    expect([came, failures, await waits(), (await state(one)).devices.length]).toEqual([[], [], 0, 1]);
    const closed = await testServer();
    const { token } = await closed.as('guardianship-specialist');
    expect((await closed.call({ url: '/api/push', token })).json<PushState>()).toEqual({ key: null, devices: [] });
    await problemIn(closed, { url: '/api/push', method: 'PUT', token, body: { endpoint: endpoint('a') } }, { status: 422, code: 'push-elsewhere' });
    await closed.close();
  });
});

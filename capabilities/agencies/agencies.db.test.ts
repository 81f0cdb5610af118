/** The capability against a real database: demo twice, the copy in memory, the routes, and a head's new line. */
import cookie from '@fastify/cookie';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directoryCache, loadDirectory } from '#kernel/access/load.ts';
import type { Role } from '#kernel/access/roles.ts';
import { handClock, plusMillis } from '#kernel/clock.ts';
import { makePool } from '#kernel/db/pool.ts';
import { once } from '#kernel/db/provision.ts';
import { testDatabase, type TestDatabase } from '#kernel/db/testing.ts';
import { unscanned } from '#kernel/files/scan.ts';
import { journalSigner } from '#kernel/journal/checkpoint.ts';
import { masterKey } from '#kernel/journal/keys.ts';
import { keyRing } from '#kernel/journal/ring.ts';
import { registry } from '#kernel/procedures/registry.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { gatherTexts } from '#kernel/texts/text.ts';
import { kernelTexts } from '#kernel/texts/texts.ts';
import { mountAgencies } from './api.ts';
import type { AppointmentItem, OrganisationItem, Page, RosterLine, RosterView, SchoolItem, ServiceItem } from './contract.ts';
import { demoCountry, demoDirectoryData } from './demo/country.ts';
import { demoId } from './demo/ids.ts';
import { loadDemo } from './demo/load.ts';
import { appointmentId } from './demo/people.ts';
import { agencies } from './index.ts';

const at = '2026-11-22T12:00:00.000Z';
const day = 86_400_000;
const clock = handClock(at);

let database: TestDatabase;
let pool: Pool;
let app: FastifyInstance;

const owner = <T>(text: string, values: unknown[] = []): Promise<T[]> =>
  once(database.ownerUrl, async (client) => (await client.query(text, values)).rows as T[]);

/** Signs an appointment in; answers the header. */
async function signIn(organisation: string, role: Role, n = 1): Promise<{ authorization: string }> {
  const token = randomBytes(32);
  const appointment = appointmentId(organisation, role, n);
  await owner(
    `insert into kernel.session (hash, role, person, appointment, created_at, until)
     select $1, role, person, id, $3, $4 from kernel.appointment where id = $2`,
    [createHash('sha256').update(token).digest(), appointment, at, plusMillis(at, 300 * day)],
  );
  return { authorization: `Bearer ${token.toString('base64url')}` };
}

const get = (url: string, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> => app.inject({ url, headers });
const post = (body: object, headers: Record<string, string>, key: string = randomUUID()): Promise<LightMyRequestResponse> =>
  app.inject({ method: 'POST', url: '/api/agencies/rosters', headers: { ...headers, 'idempotency-key': key }, payload: body });

beforeAll(async () => {
  database = await testDatabase();
  await loadDemo(database.ownerUrl, at);
  pool = makePool(database.appUrl, { max: 4 });
  const runtime: Runtime = {
    pool,
    registry: registry([agencies]),
    texts: gatherTexts([kernelTexts, agencies.texts]),
    keys: keyRing({ sources: () => [masterKey(randomBytes(32))], inForce: () => Promise.resolve(null), clock: clock.now }),
    journal: journalSigner(randomBytes(32)),
    program: randomBytes(32),
    secret: randomBytes(32),
    clock: clock.now,
    directory: directoryCache(pool, clock.now),
    changed: () => undefined,
    scan: unscanned,
  };
  app = fastify();
  await app.register(cookie);
  mountAgencies(app, runtime);
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await pool.end();
  await database.drop();
});

describe('the demo country in the database', () => {
  it('is the same after it was loaded again', async () => {
    const before = await loadDirectory(pool, at);
    await loadDemo(database.ownerUrl, at);
    const after = await loadDirectory(pool, at);
    expect({ ...after, version: 0 }).toEqual({ ...before, version: 0 });
    expect(after.version).toBeGreaterThan(before.version);
  });

  it('is what the program has in memory without a database', async () => {
    const { version: _, ...loaded } = await loadDirectory(pool, at);
    const { version: __, ...made } = demoDirectoryData(at);
    const sorted = <T extends object>(rows: readonly T[]): T[] => [...rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    expect(sorted(loaded.duties)).toEqual(sorted(made.duties));
    expect(sorted(loaded.appointments)).toEqual(sorted(made.appointments));
    expect(sorted(loaded.districts)).toEqual(sorted(made.districts));
    expect(sorted(loaded.organisations.map(({ endedAt: ___, ...o }) => o))).toEqual(sorted(made.organisations));
    expect(loaded.regions).toEqual(made.regions);
  });

  it('keeps what people changed by hand, and adds the rosters of later days', async () => {
    const appointment = appointmentId('sayram/clinic', 'health-worker', 1);
    await owner('update kernel.appointment set until = $2 where id = $1', [appointment, '2027-06-01T00:00:00Z']);
    const later = plusMillis(at, 10 * day);
    const count = async (): Promise<number> => (await owner<{ n: number }>('select count(*)::int as n from kernel.duty'))[0]?.n ?? 0;
    const before = await count();
    await loadDemo(database.ownerUrl, later);
    const found = await loadDirectory(pool, later);
    expect(found.appointments.find((a) => a.id === appointment)?.until).toBe('2027-06-01T00:00:00.000Z');
    const known = new Set(demoCountry(at).duties.map((d) => d.id));
    const added = demoCountry(later).duties.filter((d) => !known.has(d.id));
    expect(added.length).toBeGreaterThan(0);
    expect(await count()).toBe(before + added.length);
  });

  it('is read without roster lines that ended long ago', async () => {
    const found = await loadDirectory(pool, plusMillis(at, 50 * day));
    const ends = found.duties.map((d) => d.ends);
    expect(ends.every((end) => end > plusMillis(at, 10 * day))).toBe(true);
    expect(ends.length).toBeGreaterThan(0);
  });

  it('gives nobody work at a house that has ended', async () => {
    const id = demoId('organisation saryagash/clinic');
    await owner('update kernel.organisation set ended_at = $2 where id = $1', [id, '2026-11-01T00:00:00Z']);
    const cache = directoryCache(pool, clock.now);
    const found = await cache(null);
    expect(found.organisation(id)?.endedAt).toBe('2026-11-01T00:00:00.000Z');
    expect(found.choose('health-worker', { region: 'KZ-61', district: '615400000' }, at, 'seed')).toBeNull();
    await owner('update kernel.organisation set ended_at = null where id = $1', [id]);
  });
});

describe('the copy in memory', () => {
  it('is loaded once for all who ask, and again when the version is another', async () => {
    const cache = directoryCache(pool, clock.now);
    const [a, b] = await Promise.all([cache(null), cache(null)]);
    expect(a).toBe(b);
    expect(await cache(a.data.version)).toBe(a);
    await owner(`update kernel.person set phone = '+76009999999' where login = 'committee.committee-duty.1'`);
    expect(await cache(null)).toBe(a);
    const next = await cache(a.data.version + 1);
    expect(next).not.toBe(a);
    expect(next.data.version).toBe(a.data.version + 1);
    expect(next.data.appointments.some((x) => x.phone === '+76009999999')).toBe(true);
  });

  it('is never older than what the caller was told, though a load was under way', async () => {
    const cache = directoryCache(pool, clock.now);
    const underWay = cache(null);
    await owner(`update kernel.person set phone = '+76009999998' where login = 'committee.committee-duty.1'`);
    const [row] = await owner<{ version: string }>('select version from kernel.directory_version');
    const told = Number(row?.version);
    expect((await cache(told)).data.version).toBeGreaterThanOrEqual(told);
    await underWay;
  });
});

describe('reading', () => {
  it('gives regions and schools to everyone, and of a school only its id and names', async () => {
    const listed = (await get('/api/agencies/regions', { 'accept-language': 'kk' })).json<Page<{ id: string }>>();
    expect(listed.items).toHaveLength(20);
    expect(listed.items[0]?.id).toBe('KZ-10');
    const schools = (await get('/api/agencies/schools')).json<Page<SchoolItem>>();
    expect(schools.items).toHaveLength(2);
    for (const school of schools.items) expect(Object.keys(school).sort()).toEqual(['id', 'names']);
  });

  it.each(['districts', 'organisations', 'appointments', 'rosters', 'services'])('keeps %s for those who work here', async (list) => {
    expect((await get(`/api/agencies/${list}`)).statusCode).toBe(401);
    expect((await get(`/api/agencies/${list}`, { authorization: `Bearer ${randomBytes(32).toString('base64url')}` })).statusCode).toBe(401);
    expect((await get(`/api/agencies/${list}`, await signIn('talgar/clinic', 'health-worker'))).statusCode).toBe(200);
  });

  it('finds organisations by kind, place and words', async () => {
    const me = await signIn('talgar/guardianship', 'case-manager');
    const of = async (query: string): Promise<string[]> =>
      (await get(`/api/agencies/organisations?${query}`, me)).json<Page<OrganisationItem>>().items.map((o) => o.id);
    expect(await of('kind=police&district=196200000')).toEqual([demoId('organisation talgar/police')]);
    expect((await of('kind=region-department')).length).toBe(20);
    expect(await of(`kind=clinic&q=${encodeURIComponent('сарыагаш')}`)).toEqual([demoId('organisation saryagash/clinic')]);
    expect((await get('/api/agencies/organisations?unknown=1', me)).statusCode).toBe(400);
  });

  it('says who is on duty now', async () => {
    const me = await signIn('contact-centre', 'operator');
    const police = demoId('organisation talgar/police');
    const { items } = (await get(`/api/agencies/appointments?organisation=${police}&role=police-inspector`, me)).json<Page<AppointmentItem>>();
    expect(items).toHaveLength(4);
    expect(items.filter((a) => a.onDuty)).toHaveLength(1);
    expect(items[0]?.onDuty).toBe(true);
    expect(items.every((a) => a.phone !== null && a.name !== '')).toBe(true);
    const own = (await get('/api/agencies/appointments', me)).json<Page<AppointmentItem>>();
    expect(own.items).toHaveLength(12);
  });

  it('gives services within reach of a district', async () => {
    const me = await signIn('talgar/guardianship', 'case-manager');
    const { items } = (await get('/api/agencies/services?district=194000000&kind=legal-aid', me)).json<Page<ServiceItem>>();
    expect(items.map((s) => s.organisation.id).sort()).toEqual(
      [demoId('organisation enbekshikazakh/family-support'), demoId('organisation KZ-19/ngo')].sort(),
    );
    expect(items.every((s) => s.capacity === null)).toBe(true);
  });

  it('shows a roster with its gaps', async () => {
    const head = await signIn('talgar/guardianship', 'district-head');
    const view = (await get('/api/agencies/rosters', head)).json<RosterView>();
    expect(view.roles.map((r) => r.role)).toEqual(['guardianship-specialist', 'district-head']);
    expect(view.roles.map((r) => r.gaps)).toEqual([[], []]);
    expect(view.mayChange).toBe(true);
    const far = demoId('organisation KZ-75/department');
    const other = (await get(`/api/agencies/rosters?organisation=${far}`, head)).json<RosterView>();
    expect(other.mayChange).toBe(false);
    expect(other.roles).toEqual([{ role: 'region-head', lines: [], needed: [{ from: view.from, to: view.to }], gaps: [{ from: view.from, to: view.to }] }]);
    const wrong = await Promise.all(
      [`from=${at}&to=${at}`, `from=${at}&to=2027-11-22T00:00:00Z`, 'role=nobody', 'from=2026-12-31T23:59:60Z'].map((q) => get(`/api/agencies/rosters?${q}`, head)),
    );
    expect(wrong.map((answer) => answer.statusCode)).toEqual([400, 400, 400, 400]);
    expect((await get(`/api/agencies/rosters?organisation=${randomUUID()}`, head)).statusCode).toBe(404);
  });
});

describe("a head's new line", () => {
  const line = (n: number, more: object = {}): object => ({
    appointment: appointmentId('talgar/guardianship', 'case-manager', 1),
    deputy: appointmentId('talgar/guardianship', 'case-manager', 2),
    phone: '8 701 000 00 01',
    starts: plusMillis(at, n * day),
    ends: plusMillis(at, (n + 0.5) * day),
    ...more,
  });

  it('is there at once, for everyone, and a repeat of the key adds nothing', async () => {
    const head = await signIn('talgar/guardianship', 'district-head');
    const key = randomUUID();
    const first = await post(line(1), head, key);
    expect(first.statusCode).toBe(201);
    expect(first.json<RosterLine>()).toMatchObject({ phone: '+77010000001', starts: plusMillis(at, day) });
    const second = await post(line(1), head, key);
    expect([second.statusCode, second.json<RosterLine>()]).toEqual([201, first.json<RosterLine>()]);
    expect((await post(line(2), head, key)).statusCode).toBe(422);
    const view = (await get('/api/agencies/rosters?role=case-manager', head)).json<RosterView>();
    expect(view.roles.map((r) => r.lines.map((l) => l.id))).toEqual([[first.json<RosterLine>().id]]);
  });

  it('takes the number of the person where none is given', async () => {
    const head = await signIn('talgar/guardianship', 'district-head');
    const answer = await post(line(6, { phone: undefined }), head);
    const own = demoDirectoryData(at).appointments.find((a) => a.id === appointmentId('talgar/guardianship', 'case-manager', 1));
    expect(answer.json<RosterLine>().phone).toBe(own?.phone);
  });

  it('is refused twice over the same hours, and the key stays free for the corrected line', async () => {
    const head = await signIn('talgar/guardianship', 'district-head');
    const key = randomUUID();
    expect((await post(line(1.25), head, key)).json()).toMatchObject({ status: 409, code: 'agencies.duty-overlaps' });
    expect((await post(line(3), head, key)).statusCode).toBe(201);
  });

  it('counts once when it is sent twice at the same time', async () => {
    const head = await signIn('talgar/guardianship', 'district-head');
    const key = randomUUID();
    const answers = await Promise.all([post(line(4), head, key), post(line(4), head, key)]);
    expect(answers.map((a) => a.statusCode)).toEqual([201, 201]);
    expect(answers[0]?.json<RosterLine>().id).toBe(answers[1]?.json<RosterLine>().id);
  });

  it.each([
    ['someone of another house', { appointment: appointmentId('sayram/guardianship', 'case-manager', 1) }, '/appointment'],
    ['nobody', { appointment: demoId('nobody') }, '/appointment'],
    ['nobody, with no number either', { appointment: demoId('nobody'), phone: undefined }, '/phone'],
    ['a deputy of another role', { deputy: appointmentId('talgar/guardianship', 'district-head', 1) }, '/deputy'],
    ['the past', { starts: plusMillis(at, -2 * day), ends: plusMillis(at, -day) }, '/ends'],
    ['an end before the beginning', { ends: at }, '/ends'],
    ['no number', { phone: '12 34' }, '/phone'],
  ])('never names %s', async (_, more, path) => {
    const head = await signIn('talgar/guardianship', 'district-head');
    const answer = await post(line(20, more), head);
    expect(answer.json()).toMatchObject({ status: 400, fields: [{ path }] });
  });

  it('is not for those who head nothing, nor for those who are not signed in, nor without a key', async () => {
    const head = await signIn('talgar/guardianship', 'district-head');
    expect((await post(line(30), await signIn('talgar/guardianship', 'case-manager'))).statusCode).toBe(404);
    expect((await post(line(30), await signIn('sayram/guardianship', 'district-head'))).statusCode).toBe(400);
    expect((await post(line(30), {})).statusCode).toBe(401);
    expect((await app.inject({ method: 'POST', url: '/api/agencies/rosters', headers: head, payload: line(30) })).statusCode).toBe(400);
  });

  it('cannot be had past the function: no context, no rights, no line', async () => {
    const who = appointmentId('talgar/guardianship', 'case-manager', 1);
    const call = (): Promise<unknown> =>
      pool.query('select agencies.add_duty($1, $2, $3, null, $4, $5, $6)', [randomUUID(), 'h', who, '111', plusMillis(at, day), plusMillis(at, 2 * day)]);
    await expect(call()).rejects.toMatchObject({ code: '42501' });
    await expect(pool.query('delete from kernel.duty')).rejects.toMatchObject({ code: '42501' });
    const client = await pool.connect();
    try {
      await client.query('begin');
      // Settings written by hand carry no signature.
      await client.query(`select set_config('qorgan.role', 'district-head', true), set_config('qorgan.appointment', $1, true),
        set_config('qorgan.organisation', $2, true), set_config('qorgan.at', $3, true)`, [who, demoId('organisation talgar/guardianship'), at]);
      await expect(client.query('select agencies.add_duty($1, $2, $3, null, $4, $5, $6)', [randomUUID(), 'h', who, '111', at, plusMillis(at, day)])).rejects.toMatchObject({ code: '42501' });
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

describe('the regions of the migration', () => {
  it('carry KATO codes of their ISO number and the published population', async () => {
    const rows = await owner<{ code: string; kato: string; population_2026: number | null }>(`select code, kato, population_2026 from kernel.region where code <> 'KZ'`);
    expect(rows).toHaveLength(20);
    for (const { code, kato } of rows) expect(kato).toBe(`${code.slice(3)}0000000`);
    const known = rows.filter((r) => r.population_2026 !== null);
    expect(known).toHaveLength(10);
    // All twenty together 20,495,975; the ten without a figure hold 7,795,696 (bureau's release, 1 January 2026).
    expect(known.reduce((sum, r) => sum + (r.population_2026 ?? 0), 0)).toBe(20_495_975 - 7_795_696);
  });
});

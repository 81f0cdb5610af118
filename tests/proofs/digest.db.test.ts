/** The morning's letter: to who asked for it, where the address is proved, once a day, and nothing of anybody in it. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import { plusMillis } from '#kernel/clock.ts';
import type { DigestView, ProceedingView } from '#kernel/contract.ts';
import { endOfDay } from '#kernel/terms/almaty.ts';
import { codesADay, codeTries } from '#kernel/digest/terms.ts';
import { digests } from '../../apps/server/digests.ts';
import { testServer, type TestServer } from './server.ts';

const hour = 3_600_000;
const appointment = (n: number): string => appointmentId('talgar/guardianship', 'guardianship-specialist', n);
const address = 'a.specialist@example.kz';
let s: TestServer;
let [one, two] = ['', ''];
let failures = 0;

beforeAll(async () => {
  s = await testServer('2026-11-24T02:00:00.000Z');
  [one, two] = [await s.signIn(appointment(1)), await s.signIn(appointment(2))];
});
afterAll(() => s.close());
beforeEach(() => {
  failures = 0;
});
afterEach(async () => {
  s.mail.trouble = false;
  s.mail.letters.length = 0;
  await s.owner.query('delete from kernel.digest');
  await s.owner.query('update kernel.appointment set away_from = null, away_until = null, until = null where id = any ($1)', [[appointment(1), appointment(2)]]);
  s.clock.set('2026-11-24T02:00:00.000Z');
});

const figure = (term: typeof codeTries): number => s.runtime.registry.terms.value(term, s.clock.now()).value;
const own = async (token: string): Promise<DigestView> => (await s.call({ url: '/api/digest', token })).json<DigestView>();
const ask = (token: string, to = address) => s.call({ url: '/api/digest', token, body: { address: to } });
const confirm = (token: string, code: string) => s.call({ url: '/api/digest/confirm', token, body: { code } });
const lastCode = (): string => /\b\d{6}\b/.exec(s.mail.letters.at(-1)?.text ?? '')?.[0] ?? '';
const otherThan = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const job = () => digests({ runtime: s.runtime, clockToken: s.clockToken, mail: s.mail.send, at: '08:00', address: 'https://q.example.kz', failed: () => void (failures += 1) });
/** Asked for and proved; the box is empty again. */
async function subscribed(token: string, to = address): Promise<void> {
  expect((await ask(token, to)).statusCode).toBe(204);
  expect((await confirm(token, lastCode())).statusCode).toBe(204);
  s.mail.letters.length = 0;
}
/** A case that the first specialist carries, whose term ends then. */
async function carried(due: string): Promise<void> {
  const opened = await s.call({ url: '/api/cases/protection', token: one, body: { children: [{ name: 'Айша', age: 7 }], category: 'neglect', danger: 'rights', summary: 'үйде жалғыз' } });
  expect(opened.statusCode, opened.body).toBe(201);
  await s.owner.query('update kernel.proceeding set worker = $2, due = $3 where id = $1', [opened.json<ProceedingView>().id, appointment(1), due]);
}
const carriesNothing = () => s.owner.query('update kernel.proceeding set worker = $2 where worker = $1', [appointment(1), appointmentId('talgar/guardianship', 'district-head', 1)]);

describe('asking for it', () => {
  it('goes nowhere before the code that went there is entered', async () => {
    expect(await own(one)).toEqual({ offered: true, address: null, confirmed: false });
    expect((await ask(one)).statusCode).toBe(204);
    expect(s.mail.letters).toMatchObject([{ to: address }]);
    expect(await own(one)).toEqual({ offered: true, address, confirmed: false });
    const wrong = await confirm(one, otherThan(lastCode()));
    expect([wrong.statusCode, wrong.json<{ code: string }>().code]).toEqual([409, 'digest-wrong-code']);
    expect((await confirm(one, lastCode())).statusCode).toBe(204);
    expect(await own(one)).toEqual({ offered: true, address, confirmed: true });
    expect((await confirm(one, lastCode())).json<{ code: string }>().code).toBe('digest-no-code');
  });

  it('is nobody else’s to see, to prove or to end', async () => {
    await ask(one);
    expect(await own(two)).toEqual({ offered: true, address: null, confirmed: false });
    expect((await confirm(two, lastCode())).json<{ code: string }>().code).toBe('digest-no-code');
    expect((await s.call({ url: '/api/digest', token: two, method: 'DELETE' })).statusCode).toBe(204);
    expect((await own(one)).address).toBe(address);
    for (const call of [{ url: '/api/digest' }, { url: '/api/digest', body: { address } }, { url: '/api/digest/confirm', body: { code: '123456' } }, { url: '/api/digest', method: 'DELETE' as const }]) {
      expect((await s.call({ ...call, token: null })).statusCode).toBe(401);
    }
  });

  it('a code is good for minutes and for a few tries', async () => {
    await ask(one);
    s.clock.set(plusMillis(s.clock.now(), 15 * 60_000));
    expect((await confirm(one, lastCode())).json<{ code: string }>().code).toBe('digest-no-code');
    await ask(one);
    for (let n = 0; n < figure(codeTries); n += 1) await confirm(one, otherThan(lastCode()));
    expect((await confirm(one, lastCode())).json<{ code: string }>().code).toBe('digest-no-code');
  });

  it('nobody’s box is filled: so many codes a day, not more after giving it up in between', async () => {
    for (let n = 0; n < figure(codesADay); n += 1) {
      expect((await ask(one)).statusCode).toBe(204);
      await s.call({ url: '/api/digest', token: one, method: 'DELETE' });
    }
    const refused = await ask(one);
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([429, 'digest-too-many']);
    expect(s.mail.letters).toHaveLength(figure(codesADay));
    s.clock.set(plusMillis(s.clock.now(), 24 * hour));
    expect((await ask(one)).statusCode).toBe(204);
  });

  it.each(['', 'nobody', 'a@b', 'a b@example.kz', 'a@example.kz,b@example.kz', 'Айгүл <a@example.kz>', 'a@example.kz\r\nBcc: b@example.kz', `a@${'x'.repeat(300)}.kz`])('%j is no address', async (to) => {
    const answer = await ask(one, to);
    expect([answer.statusCode, s.mail.letters.length]).toEqual([400, 0]);
    expect((await own(one)).address).toBeNull();
  });

  it('says so where the mail server does not take the letter; that code was none, and does not count', async () => {
    s.mail.trouble = true;
    for (let n = 0; n <= figure(codesADay); n += 1) {
      const answer = await ask(one);
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([503, 'digest-not-sent']);
    }
    expect(await own(one)).toEqual({ offered: true, address: null, confirmed: false });
    s.mail.trouble = false;
    expect((await ask(one)).statusCode).toBe(204);
  });

  it('who proves it at noon gets the first letter in the morning', async () => {
    await carried(endOfDay('2026-11-24'));
    s.clock.set('2026-11-24T07:00:00.000Z');
    await subscribed(one);
    await job()();
    expect(s.mail.letters).toEqual([]);
    s.clock.set('2026-11-25T03:00:00.000Z');
    await job()();
    expect(s.mail.letters).toHaveLength(1);
  });

  it('forgets an address that nobody proved in time', async () => {
    await ask(one, 'stranger@example.kz');
    s.clock.set('2026-11-24T03:00:00.000Z');
    await job()();
    expect((await s.owner.query('select address, code from kernel.digest')).rows).toEqual([{ address: null, code: null }]);
  });
});

describe('the morning', () => {
  beforeEach(async () => {
    await carriesNothing();
    // The last moment of the day, as terms in days end; and one that ends later.
    await carried(endOfDay('2026-11-24'));
    await carried('2026-11-27T05:00:00.000Z');
    await subscribed(one);
    await s.owner.query('update kernel.digest set sent_on = null');
    // Eight in the morning in Almaty.
    s.clock.set('2026-11-24T03:00:00.000Z');
  });

  it('brings one letter with counts, and nobody’s name', async () => {
    const run = job();
    await run();
    await run();
    expect(s.mail.letters).toMatchObject([{ to: address }]);
    expect(s.mail.letters[0]?.text.match(/\d+/g)).toEqual(['1', '2']);
    expect(s.mail.letters[0]?.text).not.toMatch(/Айша|үйде/);
    s.clock.set('2026-11-25T03:00:00.000Z');
    await run();
    expect(s.mail.letters).toHaveLength(2);
  });

  it('not before its hour, and not in the evening', async () => {
    const run = job();
    s.clock.set('2026-11-24T02:59:59.000Z');
    await run();
    s.clock.set('2026-11-24T09:00:00.000Z');
    await run();
    expect(s.mail.letters).toEqual([]);
  });

  it('two servers send it once', async () => {
    await Promise.all([job()(), job()(), job()()]);
    expect(s.mail.letters).toHaveLength(1);
  });

  it('none where nothing is due, nor to who is away, has left, or wants no more', async () => {
    await carriesNothing();
    await job()();
    await s.owner.query('update kernel.digest set sent_on = null');
    await carried(plusMillis(s.clock.now(), 3 * hour));
    await s.owner.query(`update kernel.appointment set away_from = $2 where id = $1`, [appointment(1), '2026-11-23T00:00:00Z']);
    await job()();
    await s.owner.query('update kernel.digest set sent_on = null');
    await s.owner.query(`update kernel.appointment set away_from = null, until = $2 where id = $1`, [appointment(1), '2026-11-24T02:30:00Z']);
    await job()();
    await s.owner.query('update kernel.digest set sent_on = null');
    await s.owner.query('update kernel.appointment set until = null where id = $1', [appointment(1)]);
    await s.call({ url: '/api/digest', token: one, method: 'DELETE' });
    await job()();
    expect(s.mail.letters).toEqual([]);
    expect((await s.owner.query('select address from kernel.digest')).rows).toEqual([{ address: null }]);
  });

  it('what did not go out is tried again, later and later, and then goes once', async () => {
    const run = job();
    s.mail.trouble = true;
    await run();
    await run();
    expect(failures).toBe(1);
    s.mail.trouble = false;
    s.clock.set(plusMillis(s.clock.now(), 59_000));
    await run();
    expect(s.mail.letters).toEqual([]);
    s.clock.set(plusMillis(s.clock.now(), 2_000));
    await run();
    await run();
    expect(s.mail.letters).toHaveLength(1);
  });

  it('a box that is full or gone keeps nobody else waiting', async () => {
    await s.owner.query('update kernel.proceeding set worker = $2 where id = (select id from kernel.proceeding where worker = $1 order by due desc limit 1)', [appointment(1), appointment(2)]);
    await s.owner.query(`update kernel.proceeding set due = '2026-11-24T08:00:00Z' where worker = $1`, [appointment(2)]);
    s.clock.set('2026-11-24T02:00:00.000Z');
    await subscribed(two, 'full@example.kz');
    await s.owner.query('update kernel.digest set sent_on = null');
    s.clock.set('2026-11-24T03:00:00.000Z');
    const sent: string[] = [];
    const mail = async ({ to }: { readonly to: string }): Promise<void> => {
      if (to === 'full@example.kz') throw Object.assign(new Error('552 full'), { responseCode: 552 });
      sent.push(to);
    };
    const run = digests({ runtime: s.runtime, clockToken: s.clockToken, mail, at: '08:00', address: 'https://q.example.kz', failed: () => void (failures += 1) });
    await run();
    await run();
    expect([sent, failures]).toEqual([[address], 1]);
  });

  it('only the clock asks for them', async () => {
    await expect(s.runtime.pool.query(`select kernel.digests_due($1, now(), current_date, now(), 10)`, [Buffer.from(one, 'base64url')])).rejects.toThrow('only the clock writes letters');
    await expect(s.runtime.pool.query(`select kernel.digests_failed($1, now(), $2, current_date)`, [Buffer.from(one, 'base64url'), [appointment(1)]])).rejects.toThrow('only the clock writes letters');
    expect((await s.runtime.pool.query('select * from kernel.digest')).rows).toEqual([]);
  });
});

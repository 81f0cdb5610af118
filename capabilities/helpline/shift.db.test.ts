/** The end of a shift: nothing is left in the hands of who went home. Across midnight, and across a gap in the roster. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { plusMillis, toMillis, type Instant } from '#kernel/clock.ts';
import type { ProceedingView } from '#kernel/contract.ts';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import { districts } from '#cap/agencies/demo/places.ts';
import { demoOrganisations } from '#cap/agencies/demo/organisations.ts';
import { testApp } from '../../tests/setup/app.ts';
import { testProgram, type TestProgram } from '../../tests/setup/program.ts';
import { here, shiftEnd } from './presence.ts';

const minute = 60_000;
const hour = 60 * minute;
const centre = demoOrganisations().find((o) => o.kind === 'contact-centre')?.id ?? '';
const id = (n: number): string => appointmentId('contact-centre', 'operator', n);

let program: TestProgram;
let app: FastifyInstance;
let job: () => Promise<number>;
beforeAll(async () => {
  program = await testProgram();
  app = await testApp(program);
  job = shiftEnd(program.runtime, program.clockToken);
  await program.owner.query(`delete from kernel.duty where organisation = $1`, [centre]);
});
afterAll(async () => {
  await app.close();
  await program.close();
});
/** Each test has nights of its own: midnight in Almaty of a later day. */
let midnight: Instant = '2026-11-24T19:00:00.000Z';
beforeEach(async () => {
  await program.owner.query(`delete from kernel.duty where organisation = $1`, [centre]);
  midnight = plusMillis(midnight, 24 * hour);
});
const goTo = (at: Instant): void => program.clock.add(toMillis(at) - toMillis(program.clock.now()));
const duty = (n: number, from: number, to: number, role = 'operator', appointment = id(n)): Promise<unknown> =>
  program.owner.query(`insert into kernel.duty values (gen_random_uuid(), $1, $2, $3, null, '+70000000000', $4, $5)`, [
    role, centre, appointment, plusMillis(midnight, from * hour), plusMillis(midnight, to * hour),
  ]);

async function signIn(appointment: string) {
  const { token } = (await app.inject({ method: 'POST', url: '/api/session/demo', payload: { appointment } })).json<{ token: string }>();
  const headers = { authorization: `Bearer ${token}` };
  const see = async (which: string) => (await app.inject({ url: `/api/proceedings/${which}`, headers })).json<ProceedingView>();
  return {
    token: Buffer.from(token, 'base64url'),
    see,
    step: async (which: string, name: string, input: object = {}) => {
      const done = await app.inject({
        method: 'POST', url: `/api/helpline/appeal/${which}/${name}`, payload: input,
        headers: { ...headers, 'idempotency-key': randomUUID(), 'if-match': `"${(await see(which)).sequence}"` },
      });
      expect(done.statusCode, done.body).toBe(200);
    },
  };
}
type Person = Awaited<ReturnType<typeof signIn>>;

async function appeal(): Promise<string> {
  const taken = await app.inject({
    method: 'POST', url: '/api/helpline/appeals', headers: { 'idempotency-key': randomUUID() },
    payload: { channel: 'web', language: 'ru', text: 'у меня вопрос про кружок' },
  });
  const { number } = taken.json<{ number: string }>();
  return (await program.owner.query<{ id: string }>('select proceeding as id from helpline.appeal where number = $1', [number])).rows[0]?.id ?? '';
}
const talking = async (who: Person): Promise<string> => {
  const which = await appeal();
  await who.step(which, 'claim');
  return which;
};
const handingOver = async (who: Person): Promise<string> => {
  const which = await talking(who);
  await who.step(which, 'hand-over', { service: '103', where: 'дом', what: 'плохо' });
  return which;
};
const followed = async (who: Person): Promise<string> => {
  const which = await talking(who);
  await who.step(which, 'grade', { category: 'leisure', urgency: 'consultation' });
  await who.step(which, 'route-agency', { need: 'leisure', district: districts[0]?.code ?? '', summary: 'Кружок' });
  return which;
};
const state = async (which: string): Promise<[string, string]> => {
  const { rows } = await program.owner.query<{ stage: string; worker: string }>('select stage, worker from kernel.proceeding where id = $1', [which]);
  return [rows[0]?.stage ?? '', rows[0]?.worker ?? ''];
};

describe('at midnight, between two shifts', () => {
  it('a talk goes back to the queue as a colleague’s turn, a hand-over and what is followed go to the colleague, and not a moment before', async () => {
    await duty(1, -8, 0);
    await duty(2, 0, 8);
    goTo(plusMillis(midnight, -10 * minute));
    const first = await signIn(id(1));
    const [talk, urgent, help] = [await talking(first), await handingOver(first), await followed(first)];
    goTo(plusMillis(midnight, -1));
    expect(await job()).toBe(0);
    goTo(midnight);
    expect(await job()).toBe(3);
    expect(await state(talk)).toEqual(['unread', id(2)]);
    expect(await state(urgent)).toEqual(['handing-over', id(2)]);
    expect(await state(help)).toEqual(['followed', id(2)]);
    const { rows } = await program.owner.query<{ step: string; role: string }>(
      `select header::json ->> 'step' as step, header::json ->> 'role' as role from kernel.entry where proceeding = $1 order by sequence desc limit 1`, [urgent]);
    expect(rows).toEqual([{ step: 'pass-on', role: 'clock' }]);
    // Danger is not lowered by it, and the five minutes of the hand-over run on.
    expect((await (await signIn(id(2))).see(urgent)).deadlines.filter((d) => d.key === 'stage:handing-over')).toHaveLength(1);
    // Once: it is in the hands of one who is on duty.
    expect(await job()).toBe(0);
  });

  it('whoever stays on for the next shift keeps what he has', async () => {
    await duty(1, -8, 0);
    await duty(1, 0, 8);
    goTo(plusMillis(midnight, -10 * minute));
    const talk = await talking(await signIn(id(1)));
    goTo(plusMillis(midnight, minute));
    expect(await job()).toBe(0);
    expect(await state(talk)).toEqual(['talking', id(1)]);
  });

  it('whose page is open finishes his talk, for half an hour', async () => {
    await duty(1, -8, 0);
    await duty(2, 0, 8);
    goTo(plusMillis(midnight, -10 * minute));
    const first = await signIn(id(1));
    const talk = await talking(first);
    goTo(plusMillis(midnight, 29 * minute));
    await here(program.runtime, first.token);
    await job();
    expect(await state(talk)).toEqual(['talking', id(1)]);
    goTo(plusMillis(midnight, 30 * minute));
    await here(program.runtime, first.token);
    await job();
    expect(await state(talk)).toEqual(['unread', id(2)]);
  });

  it('who was called in beside the roster is not sent home by an old shift', async () => {
    await duty(1, -8, 0);
    await duty(2, -8, 8);
    goTo(plusMillis(midnight, hour));
    const talk = await talking(await signIn(id(1)));
    await job();
    expect(await state(talk)).toEqual(['talking', id(1)]);
  });
});

describe('where the roster has a gap', () => {
  it('a talk is in the queue at once; the rest stays where somebody is named, until a shift begins', async () => {
    await duty(1, -8, 0);
    await duty(3, 2, 8);
    goTo(plusMillis(midnight, -10 * minute));
    const first = await signIn(id(1));
    const [talk, urgent, help] = [await talking(first), await handingOver(first), await followed(first)];
    goTo(plusMillis(midnight, minute));
    await job();
    expect((await state(talk))[0]).toBe('unread');
    expect(await state(urgent)).toEqual(['handing-over', id(1)]);
    goTo(plusMillis(midnight, 2 * hour));
    await job();
    expect(await state(urgent)).toEqual(['handing-over', id(3)]);
    expect(await state(help)).toEqual(['followed', id(3)]);
  });

  it('goes to the shift lead where only she is on duty', async () => {
    const lead = appointmentId('contact-centre', 'shift-lead', 1);
    await duty(1, -8, 0);
    await duty(1, 0, 8, 'shift-lead', lead);
    goTo(plusMillis(midnight, -10 * minute));
    const urgent = await handingOver(await signIn(id(1)));
    goTo(midnight);
    await job();
    expect(await state(urgent)).toEqual(['handing-over', lead]);
  });
});

it('only the clock may ask', async () => {
  const { token } = await signIn(id(1));
  const { rows } = await program.runtime.pool.query('select helpline.left_behind($1, $2, $2, $2, 10) as left', [token, program.clock.now()]);
  expect(rows).toEqual([{ left: [] }]);
});

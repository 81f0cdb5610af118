/** After a grave talk: the pause, and the debrief that is nobody's but the operator's and the lead's. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { plusMillis } from '#kernel/clock.ts';
import type { DayPage, Problem, ProceedingView } from '#kernel/contract.ts';
import { isRefusal } from '#kernel/problems/refusal.ts';
import { performEscalation } from '#kernel/procedures/perform.ts';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import { districts } from '#cap/agencies/demo/places.ts';
import { demoOrganisations } from '#cap/agencies/demo/organisations.ts';
import { testApp } from '../../tests/setup/app.ts';
import { testProgram, type TestProgram } from '../../tests/setup/program.ts';
import type { DebriefRecords, DeskQueue } from './contract.ts';
import { here } from './presence.ts';

const minute = 60_000;
const centre = demoOrganisations().find((o) => o.kind === 'contact-centre')?.id ?? '';
const district = districts[0]?.code ?? '';
const operatorId = (n: number): string => appointmentId('contact-centre', 'operator', n);
const leadId = (n: number): string => appointmentId('contact-centre', 'shift-lead', n);
/** Words and a number that must not come through. */
const secret = 'жасырын сөз';

let program: TestProgram;
let app: FastifyInstance;
beforeAll(async () => {
  program = await testProgram();
  app = await testApp(program);
});
afterAll(async () => {
  await app.close();
  await program.close();
});
const duty = (appointment: string, role: string): Promise<unknown> =>
  program.owner.query(`insert into kernel.duty values (gen_random_uuid(), $1, $2, $3, null, '+70000000000', $4, $5)`, [
    role, centre, appointment, plusMillis(program.clock.now(), -minute), plusMillis(program.clock.now(), 600 * minute),
  ]);
/** A fresh shift: operators 1 and 2, shift lead 1; all pauses are over. */
beforeEach(async () => {
  program.clock.add(60 * minute);
  await program.owner.query('delete from kernel.duty where organisation = $1', [centre]);
  await duty(operatorId(1), 'operator');
  await duty(operatorId(2), 'operator');
  await duty(leadId(1), 'shift-lead');
});

async function signIn(appointment: string) {
  const { token } = (await app.inject({ method: 'POST', url: '/api/session/demo', payload: { appointment } })).json<{ token: string }>();
  const headers = { authorization: `Bearer ${token}`, 'accept-language': 'kk' };
  const get = (url: string): Promise<LightMyRequestResponse> => app.inject({ url, headers });
  const see = async (id: string): Promise<ProceedingView> => (await get(`/api/proceedings/${id}`)).json<ProceedingView>();
  const tries = async (id: string, name: string, input: object = {}, procedure = 'appeal'): Promise<LightMyRequestResponse> =>
    app.inject({
      method: 'POST', url: `/api/helpline/${procedure}/${id}/${name}`, payload: input,
      headers: { ...headers, 'idempotency-key': randomUUID(), 'if-match': `"${(await see(id)).sequence}"` },
    });
  return {
    token: Buffer.from(token, 'base64url'),
    get,
    see,
    tries,
    step: async (id: string, name: string, input: object = {}, procedure = 'appeal'): Promise<ProceedingView> => {
      const done = await tries(id, name, input, procedure);
      expect(done.statusCode, `${name} ${done.body}`).toBe(200);
      return done.json<ProceedingView>();
    },
    queue: async (): Promise<DeskQueue> => (await get('/api/helpline/queue')).json<DeskQueue>(),
  };
}
type Person = Awaited<ReturnType<typeof signIn>>;

async function appeal(): Promise<string> {
  const taken = await app.inject({
    method: 'POST', url: '/api/helpline/appeals', headers: { 'idempotency-key': randomUUID() }, payload: { channel: 'web', language: 'kk', text: secret },
  });
  const { number } = taken.json<{ number: string }>();
  return (await program.owner.query<{ id: string }>('select proceeding as id from helpline.appeal where number = $1', [number])).rows[0]?.id ?? '';
}
async function talk(who: Person, category: string, urgency: string): Promise<string> {
  const id = await appeal();
  await who.step(id, 'claim');
  await who.step(id, 'grade', { category, urgency });
  return id;
}
const route = (who: Person, id: string): Promise<ProceedingView> => who.step(id, 'route-case', { district, children: [{ age: 12 }], summary: secret });
async function grave(who: Person): Promise<string> {
  const id = await talk(who, 'suicide-risk', 'danger');
  await route(who, id);
  return id;
}
const debriefs = async (): Promise<string[]> =>
  (await program.owner.query<{ id: string }>(`select id from kernel.proceeding where procedure = 'helpline.debrief' and opened_at = $1 order by id`, [program.clock.now()])).rows.map((r) => r.id);

describe('a grave talk', () => {
  it('leaves its operator a pause at once, and the lead on duty a debrief', async () => {
    const who = await signIn(operatorId(1));
    await grave(who);
    const [debrief = '', ...more] = await debriefs();
    expect(more).toEqual([]);
    const lead = await signIn(leadId(1));
    const view = await lead.see(debrief);
    expect(view).toMatchObject({ stage: 'due', responsible: { worker: { appointment: leadId(1) } }, links: [] });
    expect((view.records as unknown as DebriefRecords).pause).toEqual({ operator: operatorId(1), since: program.clock.now(), until: plusMillis(program.clock.now(), 15 * minute) });
    expect((await who.queue()).rest).toEqual({ proceeding: debrief, sequence: 1, until: plusMillis(program.clock.now(), 15 * minute), alone: false });
    const day = (await lead.get('/api/my-day')).json<DayPage>();
    expect(day.items.find((i) => i.proceeding === debrief)?.step?.name).toBe('hold');
  });

  it.each([
    ['graded as danger to life', 'threat-or-attack', 'danger', 1],
    ['of sexual violence', 'sexual-violence', 'violence', 1],
    ['about suicide', 'suicide-risk', 'violence', 1],
    ['of violence without danger to life', 'physical-violence-home', 'violence', 0],
    ['of advice', 'health', 'rights', 0],
  ])('%s: %s', async (_name, category, urgency, count) => {
    const who = await signIn(operatorId(1));
    await route(who, await talk(who, category, urgency));
    expect(await debriefs()).toHaveLength(count);
  });

  it('that an emergency service took opens one when the talk ends, not while he still stays with the child, and only once', async () => {
    const who = await signIn(operatorId(1));
    const id = await talk(who, 'neglect', 'violence');
    await who.step(id, 'hand-over', { service: '103', where: 'үй', what: secret });
    await who.step(id, 'hand-over-taken', { name: 'Кезекші', incident: '7' });
    expect(await debriefs()).toEqual([]);
    await route(who, id);
    expect(await debriefs()).toHaveLength(1);
    await who.step(id, 'route-agency', { need: 'psychologist', district, summary: secret });
    expect(await debriefs()).toHaveLength(1);
  });

  it('a second one opens a debrief of its own: each may be talked through, and the longer pause holds', async () => {
    const who = await signIn(operatorId(1));
    const [one, two] = [await talk(who, 'suicide-risk', 'danger'), await talk(who, 'sexual-violence', 'danger')];
    await route(who, one);
    await route(who, two);
    expect(await debriefs()).toHaveLength(2);
  });

  it('says nothing of the child in the debrief, to nobody, and nothing of the debrief in the appeal but that a pause was given', async () => {
    const who = await signIn(operatorId(1));
    const id = await grave(who);
    const [debrief = ''] = await debriefs();
    const { label } = await who.see(id);
    for (const reader of [who, await signIn(operatorId(2)), await signIn(leadId(1)), await signIn(appointmentId('committee', 'committee-duty', 1))]) {
      const seen = await reader.get(`/api/proceedings/${debrief}`);
      expect(seen.statusCode).toBe(200);
      for (const told of [secret, label, id]) expect(seen.body).not.toContain(told);
      expect((await reader.get(`/api/proceedings/${id}`)).body).not.toContain(debrief);
    }
    const school = demoOrganisations().find((o) => o.kind === 'school')?.key ?? '';
    expect((await (await signIn(appointmentId(school, 'school-head', 1))).get(`/api/proceedings/${debrief}`)).statusCode).toBe(404);
    const { rows } = await program.owner.query('select 1 from kernel.link where source = $1 or target = $1', [debrief]);
    expect(rows).toEqual([]);
  });
});

describe('while the pause runs', () => {
  it('a claim is refused with the hour, and goes through when it is over', async () => {
    const who = await signIn(operatorId(1));
    await grave(who);
    const next = await appeal();
    const refused = await who.tries(next, 'claim');
    expect(refused.statusCode).toBe(409);
    const problem = refused.json<Problem>();
    expect(problem.code).toBe('helpline.resting');
    expect(problem.title).toMatch(/: \d\d:\d\d$/);
    expect((await who.see(next)).stage).toBe('unread');
    program.clock.add(15 * minute - 1);
    expect((await who.tries(next, 'claim')).statusCode).toBe(409);
    program.clock.add(1);
    await who.step(next, 'claim');
    expect((await who.queue()).rest).toBeNull();
  });

  it('colleagues see that he rests, and take what comes; his own talks go on', async () => {
    const who = await signIn(operatorId(1));
    const open = await talk(who, 'health', 'rights');
    await grave(who);
    await who.step(open, 'reply', { text: 'осындамын' });
    const colleague = await signIn(operatorId(2));
    const { shift, rest } = await colleague.queue();
    expect(rest).toBeNull();
    expect(shift.filter((s) => s.role === 'operator').map((s) => [s.me, s.resting]).sort()).toEqual([[false, true], [true, false]]);
    await colleague.step(await appeal(), 'claim');
  });

  it('he ends it himself, at any moment; nobody else does', async () => {
    const who = await signIn(operatorId(1));
    await grave(who);
    const { rest } = await who.queue();
    const debrief = rest?.proceeding ?? '';
    for (const other of [operatorId(2), leadId(1)]) {
      expect((await (await signIn(other)).tries(debrief, 'end-pause', {}, 'debrief')).json<Problem>().code).toBe('helpline.not-your-pause');
    }
    program.clock.add(minute);
    await who.step(debrief, 'end-pause', {}, 'debrief');
    expect((await who.queue()).rest).toBeNull();
    await who.step(await appeal(), 'claim');
    expect((await who.tries(debrief, 'end-pause', {}, 'debrief')).json<Problem>().code).toBe('helpline.pause-over');
  });

  it('danger does not wait for one who is alone: by the roster, and by who is present', async () => {
    await program.owner.query('delete from kernel.duty where organisation = $1 and appointment = $2', [centre, operatorId(2)]);
    const who = await signIn(operatorId(1));
    await grave(who);
    expect((await who.queue()).rest?.alone).toBe(true);
    // Somebody else came, off the roster.
    await here(program.runtime, (await signIn(operatorId(3))).token);
    expect((await who.queue()).rest?.alone).toBe(false);
    expect((await who.tries(await appeal(), 'claim')).statusCode).toBe(409);
    program.clock.add(minute + 1);
    await who.step(await appeal(), 'claim');
  });

  it('two who both rest do not wait for each other', async () => {
    const [one, two] = [await signIn(operatorId(1)), await signIn(operatorId(2))];
    const [first, second] = [await talk(one, 'suicide-risk', 'danger'), await talk(two, 'suicide-risk', 'danger')];
    await route(one, first);
    await route(two, second);
    await one.step(await appeal(), 'claim');
    await two.step(await appeal(), 'claim');
  });

  it('a call that is speaking already is never refused', async () => {
    const who = await signIn(operatorId(1));
    await grave(who);
    const call = await app.inject({ method: 'POST', url: '/api/helpline/appeals', payload: { channel: 'phone' }, headers: { authorization: `Bearer ${who.token.toString('base64url')}`, 'idempotency-key': randomUUID() } });
    expect(call.statusCode, call.body).toBe(201);
  });
});

describe('the debrief', () => {
  const opened = async (who: Person): Promise<string> => {
    await grave(who);
    return (await debriefs())[0] ?? '';
  };

  it('is held by the lead; what was agreed is read by leads alone', async () => {
    const id = await opened(await signIn(operatorId(1)));
    const lead = await signIn(leadId(1));
    await lead.step(id, 'note', { text: 'ол шаршады' }, 'debrief');
    expect(await lead.step(id, 'hold', { agreed: 'ертең демалады' }, 'debrief')).toMatchObject({ outcome: 'held' });
    for (const [reader, reads] of [[leadId(2), true], [operatorId(2), false], [operatorId(1), false], [appointmentId('committee', 'committee-duty', 1), false]] as const) {
      const seen = (await (await signIn(reader)).get(`/api/proceedings/${id}`)).body;
      expect([reader, seen.includes('ертең демалады'), seen.includes('ол шаршады')]).toEqual([reader, reads, reads]);
    }
  });

  it('offers each only what is his to do', async () => {
    const who = await signIn(operatorId(1));
    const id = await opened(who);
    const offers = async (as: string): Promise<string[]> => (await (await signIn(as)).see(id)).steps.map((s) => s.name);
    expect(await offers(operatorId(1))).toEqual(expect.arrayContaining(['end-pause', 'decline']));
    for (const step of ['end-pause', 'decline']) for (const other of [operatorId(2), leadId(1)]) expect(await offers(other)).not.toContain(step);
    expect(await offers(leadId(1))).toEqual(expect.arrayContaining(['hold', 'cannot-hold']));
  });

  it('is declined by the operator alone, unasked why; his pause stays', async () => {
    const who = await signIn(operatorId(1));
    const id = await opened(who);
    expect((await (await signIn(operatorId(2))).tries(id, 'decline', {}, 'debrief')).json<Problem>().code).toBe('helpline.not-your-pause');
    expect(await who.step(id, 'decline', {}, 'debrief')).toMatchObject({ outcome: 'declined-by-operator' });
    expect((await who.queue()).rest?.proceeding).toBe(id);
    await who.step(id, 'end-pause', {}, 'debrief');
    expect((await who.queue()).rest).toBeNull();
  });

  it('of a lead who took the talk herself is another lead’s', async () => {
    const lead = await signIn(leadId(1));
    const id = await opened(lead);
    expect((await lead.see(id)).responsible.worker?.appointment).not.toBe(leadId(1));
    expect((await lead.tries(id, 'hold', {}, 'debrief')).json<Problem>().code).toBe('helpline.debrief-with-oneself');
    expect(await (await signIn(leadId(2))).step(id, 'hold', {}, 'debrief')).toMatchObject({ outcome: 'held' });
  });

  it('that nobody held comes before the Committee after a day', async () => {
    const id = await opened(await signIn(operatorId(1)));
    const told = async (): Promise<string | null> => (await program.owner.query<{ to: string | null }>('select escalated_to as to from kernel.proceeding where id = $1', [id])).rows[0]?.to ?? null;
    /** The tick's own part on one proceeding. */
    const late = async (): Promise<boolean> =>
      !isRefusal(await performEscalation(program.runtime, { token: program.clockToken, key: randomUUID(), method: 'TICK', address: `/tick/${id}`, input: {} }, id));
    program.clock.add(24 * 60 * minute - 1);
    expect(await late()).toBe(false);
    expect(await told()).toBeNull();
    program.clock.add(1);
    expect(await late()).toBe(true);
    const { rows } = await program.owner.query<{ role: string }>('select role from kernel.appointment where id = $1', [await told()]);
    expect(rows).toEqual([{ role: 'committee-duty' }]);
  });
});

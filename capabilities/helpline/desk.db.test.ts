/** The desk over HTTP: who came before, and what happens when an operator's page is gone. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DayPage, ProceedingView } from '#kernel/contract.ts';
import { plusMillis, toMillis } from '#kernel/clock.ts';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import { districts } from '#cap/agencies/demo/places.ts';
import { demoOrganisations } from '#cap/agencies/demo/organisations.ts';
import { testApp } from '../../tests/setup/app.ts';
import { testProgram, type TestProgram } from '../../tests/setup/program.ts';
import type { DeskQueue, Repeat } from './contract.ts';
import { here, presence, seenBefore } from './presence.ts';

let program: TestProgram;
let app: FastifyInstance;
const school = demoOrganisations().find((o) => o.kind === 'school')?.id ?? '';

beforeAll(async () => {
  program = await testProgram();
  app = await testApp(program);
});
afterAll(async () => {
  await app.close();
  await program.close();
});

interface Desk {
  readonly token: string;
  get(url: string): Promise<LightMyRequestResponse>;
  step(id: string, name: string, input?: object): Promise<ProceedingView>;
}

async function signIn(appointment: string): Promise<Desk> {
  const answer = await app.inject({ method: 'POST', url: '/api/session/demo', payload: { appointment } });
  const { token } = answer.json<{ token: string }>();
  const headers = { authorization: `Bearer ${token}`, 'accept-language': 'ru' };
  const get = (url: string): Promise<LightMyRequestResponse> => app.inject({ url, headers });
  return {
    token,
    get,
    step: async (id, name, input = {}) => {
      const { sequence } = (await get(`/api/proceedings/${id}`)).json<ProceedingView>();
      const done = await app.inject({
        method: 'POST', url: `/api/helpline/appeal/${id}/${name}`, payload: input,
        headers: { ...headers, 'idempotency-key': randomUUID(), 'if-match': `"${sequence}"` },
      });
      expect(done.statusCode, done.body).toBe(200);
      return done.json<ProceedingView>();
    },
  };
}
const operator = (n: number): Promise<Desk> => signIn(appointmentId('contact-centre', 'operator', n));

async function appeal(input: object): Promise<{ id: string; number: string; code: string }> {
  const answer = await app.inject({
    method: 'POST', url: '/api/helpline/appeals', headers: { 'idempotency-key': randomUUID() },
    payload: { channel: 'web', language: 'ru', text: 'спасибо, у меня вопрос про школу', ...input },
  });
  expect(answer.statusCode, answer.body).toBe(201);
  const { number, code } = answer.json<{ number: string; code: string }>();
  const { rows } = await program.owner.query<{ id: string }>('select proceeding as id from helpline.appeal where number = $1', [number]);
  return { id: rows[0]?.id ?? '', number, code };
}
const repeats = async (desk: Desk, id: string, said = ''): Promise<Repeat> => {
  const answer = await desk.get(`/api/helpline/repeat?proceeding=${id}&said=${encodeURIComponent(said)}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<Repeat>();
};
const stageOf = async (desk: Desk, id: string): Promise<string> => (await desk.get(`/api/proceedings/${id}`)).json<ProceedingView>().stage;

describe('a repeated applicant', () => {
  it('is known by his contact, however he writes it', async () => {
    const desk = await operator(1);
    const first = await appeal({ contact: '+7 701 000 00 11', safeToAnswer: false });
    const second = await appeal({ contact: '8 (701) 000-00-11' });
    const known = await repeats(desk, second.id);
    expect(known.appeals.map((a) => [a.id, a.why, a.label, a.stageTitle])).toEqual([[first.id, 'contact', first.number, 'Не прочитано']]);
    expect(known.warnings).toEqual(['!unsafe']);
  });

  it('is known by the number he gives, in the form or in the talk', async () => {
    const desk = await operator(1);
    const first = await appeal({});
    const second = await appeal({ earlier: first.number.replaceAll('-', ' ') });
    expect((await repeats(desk, second.id)).appeals.map((a) => [a.id, a.why])).toEqual([[first.id, 'number']]);
    const third = await appeal({});
    expect((await repeats(desk, third.id)).appeals).toEqual([]);
    expect((await repeats(desk, third.id, first.number)).appeals.map((a) => a.id)).toEqual([first.id]);
  });

  it('the same school on the same day stands last, and brings no warnings of others', async () => {
    const desk = await operator(1);
    const one = await appeal({ school, channel: 'school-qr-text', text: 'маған көмек керек, үйдегілерге айтпаңдар' });
    const other = await appeal({ school, channel: 'school-qr-text', text: 'у меня вопрос про кружок' });
    const known = await repeats(desk, other.id);
    expect(known.appeals.map((a) => [a.id, a.why])).toContainEqual([one.id, 'school']);
    expect(known.warnings).toEqual([]);
    expect((await repeats(desk, one.id)).warnings).toEqual(['!home']);
  });

  it('tells that a case is open and whom to call, and nothing else of it', async () => {
    const desk = await operator(2);
    const first = await appeal({ contact: '@demo_child', text: 'әкем мені ұрады' });
    await desk.step(first.id, 'claim');
    await desk.step(first.id, 'grade', { category: 'physical-violence-home', urgency: 'violence', warnings: 'не звонить домой' });
    await desk.step(first.id, 'route-case', { district: districts[0]?.code ?? '', children: [{ age: 11 }], summary: 'Ребёнок говорит о побоях дома.' });
    const second = await appeal({ contact: '@demo_child' });
    const known = await repeats(desk, second.id);
    expect(known.cases).toHaveLength(1);
    expect(Object.keys(known.cases[0] ?? {}).sort()).toEqual(['onDuty', 'phone', 'worker']);
    expect(known.warnings).toContain('не звонить домой');
  });

  it('every look leaves a line', async () => {
    const desk = await operator(1);
    const { id } = await appeal({});
    await repeats(desk, id);
    const { rows } = await program.owner.query(`select what, role from kernel.look where target = $1 and what = 'search'`, [id]);
    expect(rows).toEqual([{ what: 'search', role: 'operator' }]);
  });

  it('is told to nobody else: not to other roles, not to an operator in a conflict, not to one who is not signed in', async () => {
    const { id } = await appeal({ contact: '8 701 000 00 12' });
    const others = [
      appointmentId('committee', 'committee-duty', 1),
      ...demoOrganisations().flatMap((o) =>
        o.kind === 'school' ? [appointmentId(o.key, 'school-worker', 1)] : o.kind === 'guardianship-body' ? [appointmentId(o.key, 'district-head', 1)] : [],
      ),
    ];
    for (const appointment of others) expect((await (await signIn(appointment)).get(`/api/helpline/repeat?proceeding=${id}`)).statusCode).toBe(404);
    expect((await app.inject({ url: `/api/helpline/repeat?proceeding=${id}` })).statusCode).toBe(401);

    const near = await operator(3);
    await near.step(id, 'declare-conflict', { why: 'Это мои соседи.' }).catch(() => undefined);
    expect((await near.get(`/api/helpline/repeat?proceeding=${id}`)).statusCode).toBe(404);
    // Nor as an earlier appeal of another one.
    const later = await appeal({ contact: '8 701 000 00 12' });
    expect((await repeats(near, later.id)).appeals).toEqual([]);
    expect((await repeats(await operator(1), later.id)).appeals).toHaveLength(1);
  });

  it('whatever is said, it answers', async () => {
    const desk = await operator(1);
    const { id } = await appeal({});
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (said) => {
        const answer = await app.inject({ url: '/api/helpline/repeat', query: { proceeding: id, said: said.toWellFormed() }, headers: { authorization: `Bearer ${desk.token}` } });
        expect(answer.statusCode).toBe(200);
      }),
      { numRuns: 30 },
    );
  });

  it('nobody can read the contacts past the function', async () => {
    await expect(program.runtime.pool.query('select * from helpline.contact')).rejects.toMatchObject({ code: '42501' });
    await expect(program.runtime.pool.query('select * from helpline.presence')).rejects.toMatchObject({ code: '42501' });
  });
});

describe('an operator whose page is gone', () => {
  const minute = 60_000;
  const bytes = (desk: Desk): Buffer => Buffer.from(desk.token, 'base64url');

  it('gives his talk back to the queue after the term, and not before', async () => {
    const job = presence(program.runtime, program.clockToken);
    const desk = await operator(4);
    const { id } = await appeal({});
    await desk.step(id, 'claim');
    program.clock.add(2 * minute);
    await here(program.runtime, bytes(desk));
    program.clock.add(minute - 1);
    expect(await job()).toBe(0);
    expect(await stageOf(desk, id)).toBe('talking');
    program.clock.add(1);
    expect(await job()).toBe(1);
    expect(await stageOf(desk, id)).toBe('unread');
    const { rows } = await program.owner.query(`select header::json ->> 'role' as role from kernel.entry where proceeding = $1 order by sequence desc limit 1`, [id]);
    expect(rows).toEqual([{ role: 'clock' }]);
    // Done once.
    expect(await job()).toBe(0);
  });

  it('keeps it while his page is open', async () => {
    const job = presence(program.runtime, program.clockToken);
    const desk = await operator(5);
    const { id } = await appeal({});
    await desk.step(id, 'claim');
    for (let i = 0; i < 12; i += 1) {
      await here(program.runtime, bytes(desk));
      program.clock.add(20_000);
      await job();
    }
    expect(await stageOf(desk, id)).toBe('talking');
  });

  it('who never had a page (a telephone system) is left alone; the page of another role is not kept', async () => {
    const job = presence(program.runtime, program.clockToken);
    const desk = await operator(6);
    const { id } = await appeal({});
    await desk.step(id, 'claim');
    program.clock.add(5 * minute);
    await job();
    expect(await stageOf(desk, id)).toBe('talking');
    const head = await signIn(appointmentId('committee', 'committee-duty', 1));
    await here(program.runtime, bytes(head));
    const { rows } = await program.owner.query('select 1 from helpline.presence where appointment = $1', [appointmentId('committee', 'committee-duty', 1)]);
    expect(rows).toEqual([]);
  });

  it('after a restart everybody has the whole term to come back', () => {
    const since = '2026-11-24T07:00:00.000Z';
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_600_000 }), fc.integer({ min: 1, max: 600_000 }), (passed, patience) => {
        const until = seenBefore(plusMillis(since, passed), since, patience);
        expect(until === null).toBe(passed < patience);
        if (until !== null) expect(toMillis(until)).toBeGreaterThanOrEqual(toMillis(since));
      }),
    );
  });
});

describe('the queue', () => {
  it('is one for operators and shift leads, the most dangerous first', async () => {
    await appeal({ text: 'папа сейчас бьёт маму ножом' });
    const desk = await operator(1);
    const lead = await signIn(appointmentId('contact-centre', 'shift-lead', 1));
    const mine = (await desk.get('/api/helpline/queue')).json<DeskQueue>();
    const theirs = (await lead.get('/api/helpline/queue')).json<DeskQueue>();
    expect(mine.items.map((i) => i.proceeding)).toEqual(theirs.items.map((i) => i.proceeding));
    // A call that the lead took is on both their screens.
    const call = await app.inject({ method: 'POST', url: '/api/helpline/appeals', payload: { channel: 'phone' }, headers: { authorization: `Bearer ${lead.token}`, 'idempotency-key': randomUUID() } });
    const { number } = call.json<{ number: string }>();
    for (const [who, isHers] of [[desk, false], [lead, true]] as const) {
      const seen = (await who.get('/api/helpline/queue')).json<DeskQueue>().items.find((i) => i.label === number);
      expect(seen).toMatchObject({ stage: 'talking', mine: isHers, channel: 'phone' });
    }
    // Together with what is only followed, the same as the uniform list of the desk.
    const uniform = (await desk.get('/api/proceedings?scope=desk&procedure=helpline.appeal&limit=100')).json<DayPage>();
    expect([...mine.items, ...mine.followed].map((i) => i.proceeding).sort()).toEqual(uniform.items.map((i) => i.proceeding).sort());
    expect(mine.followed.every((i) => i.stage === 'followed')).toBe(true);
    expect(mine.followed.length).toBeGreaterThan(0);
    expect(mine.items.some((i) => i.stage === 'followed')).toBe(false);
    expect(mine.shift.some((s) => s.role === 'operator')).toBe(true);
    expect((await (await signIn(appointmentId('committee', 'committee-duty', 1))).get('/api/helpline/queue')).statusCode).toBe(404);
    const dangers = mine.items.map((i) => i.danger);
    expect(dangers[0]).toBe(3);
    expect(dangers).toEqual(dangers.toSorted((a, b) => b - a));
  });
});

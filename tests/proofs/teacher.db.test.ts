/** A teacher over the wire: the answer to his own, a picture that he gives and does not take, and nothing else of his school. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Appointment } from '#kernel/access/directory.ts';
import type { ProceedingView } from '#kernel/contract.ts';
import { png } from '#kernel/files/pictures.fixture.ts';
import type { MyConcerns } from '#cap/schools/contract.ts';
import { languages, testServer, type Answer, type TestServer } from './server.ts';

let s: TestServer;
let teacher: Appointment;
let colleague: Appointment;
beforeAll(async () => {
  s = await testServer();
  teacher = (await s.as('teacher')).appointment;
  const [found] = await s.staff('teacher', (a) => a.organisation === teacher.organisation && a.id !== teacher.id);
  if (found === undefined) throw new Error('no second teacher');
  colleague = found;
});
afterAll(() => s.close());

const worried = async (more: object = {}): Promise<Answer> =>
  s.call({ url: '/api/schools/concern', token: await s.signIn(teacher.id), body: { name: 'Тимур Қасымов', source: 'drawing', signs: ['changed'], summary: 'құпия сөз', ...more } });
const begun = async (): Promise<ProceedingView> => {
  const answer = await worried();
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<ProceedingView>();
};
const viewOf = async (id: string, who: string): Promise<ProceedingView> => (await s.call({ url: `/api/proceedings/${id}`, token: await s.signIn(who) })).json<ProceedingView>();
const mine = async (who: Appointment, language = 'kk'): Promise<MyConcerns['reports']> => (await s.call({ url: '/api/schools/mine', token: await s.signIn(who.id), language })).json<MyConcerns>().reports;
const picture = async (id: string, who: string, match: number): Promise<Answer> => s.app.inject({
  method: 'POST', url: `/api/proceedings/${id}/files`, payload: png,
  headers: { 'content-type': 'image/png', 'file-name': 'a.png', 'idempotency-key': randomUUID(), authorization: `Bearer ${await s.signIn(who)}`, 'if-match': `"${match}"` },
});
const workerOf = async (id: string): Promise<string> => (await s.owner.query<{ worker: string }>('select worker from kernel.proceeding where id = $1', [id])).rows[0]?.worker ?? '';
const kept = async (id: string): Promise<number> => (await s.owner.query<{ n: number }>('select count(*)::int as n from kernel.file where proceeding = $1', [id])).rows[0]?.n ?? -1;
async function taken(id: string, step: string, input: object = {}): Promise<void> {
  const worker = await workerOf(id);
  const { sequence } = await viewOf(id, worker);
  const done = await s.call({ url: `/api/schools/concern/${id}/${step}`, token: await s.signIn(worker), match: sequence, body: input });
  expect(done.statusCode, done.body).toBe(200);
}

describe('a teacher', () => {
  it('is answered with the stage and the answer alone, and his colleague with nothing', async () => {
    const view = await begun();
    expect(view).toMatchObject({ stage: 'unread', steps: [], links: [], documents: [] });
    expect(Object.keys(view.records)).toEqual(['answer']);
    expect(view.story.map((line) => line.input)).toEqual([null]);
    expect(view.attach).not.toBeNull();
    expect((await s.call({ url: `/api/proceedings/${view.id}`, token: await s.signIn(colleague.id) })).statusCode).toBe(404);
    const refused = await s.call({ url: `/api/schools/concern/${view.id}/read`, token: await s.signIn(teacher.id), match: view.sequence, body: {} });
    expect(refused.statusCode).toBe(404);
  });

  it('gives a picture to his own until it is read, and cannot take it out', async () => {
    const { id, sequence } = await begun();
    expect((await picture(id, colleague.id, sequence)).statusCode).toBe(404);
    const added = await picture(id, teacher.id, sequence);
    expect(added.statusCode, added.body).toBe(201);
    expect(added.json<ProceedingView>().story.map((line) => line.input)).toEqual([null, null]);
    expect(added.body).not.toContain('a.png');
    const worker = await workerOf(id);
    const line = (await viewOf(id, worker)).story.find((l) => l.step === 'attach')?.input as { file: string; name: string };
    expect(line.name).toBe('a.png');
    const fetched = async (who: string): Promise<number> => (await s.call({ url: `/api/proceedings/${id}/files/${line.file}`, token: await s.signIn(who) })).statusCode;
    expect([await fetched(worker), await fetched(teacher.id), await fetched(colleague.id)]).toEqual([200, 404, 404]);

    await taken(id, 'read');
    const now = await viewOf(id, teacher.id);
    expect(now.attach).toBeNull();
    const late = await picture(id, teacher.id, now.sequence);
    expect([late.statusCode, late.json<{ code: string }>().code, await kept(id)]).toEqual([409, 'wrong-stage', 1]);
  });

  it('gives none to a report of bullying, nor to a concern of somebody else', async () => {
    const reported = await s.call({ url: '/api/schools/bullying', token: await s.signIn(teacher.id), body: { summary: 'мазақтайды' } });
    expect(reported.statusCode, reported.body).toBe(201);
    const { id, sequence, attach, records } = reported.json<ProceedingView>();
    expect([attach, Object.keys(records)]).toEqual([null, ['answer']]);
    expect((await picture(id, teacher.id, sequence)).statusCode).toBe(404);
    const [other] = await s.staff('school-worker', (a) => a.organisation === teacher.organisation);
    const theirs = (await s.call({ url: '/api/schools/concern', token: await s.signIn(other?.id ?? ''), body: { name: 'Айша', source: 'seen', signs: ['changed'] } })).json<ProceedingView>();
    expect([(await picture(theirs.id, teacher.id, theirs.sequence)).statusCode, await kept(theirs.id)]).toEqual([404, 0]);
  });

  it('hears in his language what became of it, the newest first; nobody else does, and the look is written', async () => {
    s.clock.add(60_000);
    const { id } = await begun();
    await taken(id, 'read');
    await taken(id, 'talk', { seenAlone: true, agreed: 'құпия келісім' });
    const [newest] = await mine(teacher);
    expect(newest).toMatchObject({ id, stage: 'talking', label: 'Тимур Қ.' });
    const told = await Promise.all(languages.map(async (l) => (await mine(teacher, l)).find((r) => r.id === id)?.told?.text ?? ''));
    expect(new Set(told).size).toBe(3);
    const all = await mine(teacher);
    expect(all.map((r) => r.openedAt)).toEqual(all.map((r) => r.openedAt).sort().reverse());
    expect(JSON.stringify(all)).not.toContain('құпия');
    expect(await mine(colleague)).toEqual([]);
    expect((await s.call({ url: '/api/schools/mine' })).statusCode).toBe(401);
    const { rows } = await s.owner.query<{ n: number }>(`select count(*)::int as n from kernel.look where route = 'GET /api/schools/mine' and appointment = $1 and found > 0`, [teacher.id]);
    expect(rows[0]?.n).toBeGreaterThanOrEqual(5);
  });

  it('of what is about the school’s own staff gets a receipt: it is past his house, and so past him', async () => {
    const answer = await worried({ signs: ['hurt-by-staff'] });
    expect([answer.statusCode, Object.hasOwn(answer.json<object>(), 'receipt')]).toEqual([201, true]);
    const { id } = answer.json<{ id: string }>();
    expect((await mine(teacher)).map((r) => r.id)).not.toContain(id);
    expect((await picture(id, teacher.id, 1)).statusCode).toBe(404);
  });

  it('is let in by the head of his school, and lets in nobody', async () => {
    const invited = async (by: string): Promise<number> => {
      const { token } = (await s.call({ url: '/api/session/demo', body: { appointment: by } })).json<{ token: string }>();
      return (await s.call({ url: '/api/users/invitations', token, body: { name: 'Жанар Омарова', role: 'teacher' } })).statusCode;
    };
    const { appointment: head } = await s.as('school-head', (a) => a.organisation === teacher.organisation);
    expect([await invited(head.id), await invited(teacher.id)]).toEqual([201, 404]);
  });
});

/** Who comes again in bullying files, over the wire: in any script and order of the name, and only of what the caller may read. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProceedingView } from '#kernel/contract.ts';
import type { Repeats } from '#cap/schools/contract.ts';
import type { Role } from '#kernel/access/roles.ts';
import { testServer, type TestServer } from './server.ts';

let s: TestServer;
let teacher: Awaited<ReturnType<TestServer['as']>>;
beforeAll(async () => {
  s = await testServer();
  teacher = await s.as('school-worker');
});
afterAll(() => s.close());

/** A file of the teacher's own school: who is hurt, who hurts. */
async function file(hurt: string, others: readonly string[], className = '6 Б', at = teacher): Promise<string> {
  const begun = await s.call({ url: '/api/schools/bullying', token: at.token, body: { summary: 'мазақтайды' } });
  expect(begun.statusCode, begun.body).toBe(201);
  const { id, sequence } = begun.json<ProceedingView>();
  const pupil = (name: string) => ({ name, className });
  const done = await s.call({ url: `/api/schools/bullying/${id}/record`, token: at.token, match: sequence, body: { kinds: ['words'], times: 'more', hurt: pupil(hurt), others: others.map(pupil) } });
  expect(done.statusCode, done.body).toBe(200);
  return id;
}
const asked = async (role: Role, of: (a: { organisation: string; district: string | null; region: string | null }) => boolean): Promise<Repeats['again']> => {
  const answer = await s.call({ url: '/api/schools/repeats', token: (await s.as(role, of)).token });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<Repeats>().again;
};

describe('repeats', () => {
  it('find the same two in another script, another order and with a patronymic; the pupil who hurts two; the class', async () => {
    const first = await file('Нұрсұлтан Жақыпов', ['Данияр Сәрсенов']);
    const second = await file('Dzhakupov Nursultan Erlanovich', ['Сарсенов Данияр'], '6-б');
    const third = await file('Айша Омарова', ['Данияр Сарсенов']);
    await file('Тимур Ким', ['Артём Цой'], '8 А');
    const again = await asked('school-head', (a) => a.organisation === teacher.appointment.organisation);
    const of = (what: string) => again.filter((r) => r.what === what).map((r) => [...r.proceedings].sort());
    expect(of('pair')).toEqual([[first, second].sort()]);
    expect(of('hurt')).toEqual([[first, second].sort()]);
    expect(of('others')).toEqual([[first, second, third].sort()]);
    expect(of('class')).toHaveLength(1);
  });

  it('are those of one’s own school and district alone, leave a look, and need a session', async () => {
    const { organisation, district } = teacher.appointment;
    expect((await asked('district-head', (a) => a.district === district)).length).toBeGreaterThan(0);
    expect(await asked('school-head', (a) => a.organisation !== organisation)).toEqual([]);
    expect(await asked('district-head', (a) => a.district !== district)).toEqual([]);
    expect(await asked('police-inspector', (a) => a.district === district)).toEqual([]);
    expect((await s.call({ url: '/api/schools/repeats' })).statusCode).toBe(401);
    const { rows } = await s.owner.query<{ n: string }>(`select count(*) as n from kernel.look where route = 'GET /api/schools/repeats'`);
    expect(Number(rows[0]?.n)).toBeGreaterThanOrEqual(5);
  });

  it('a lone given name is the same one only within its class', async () => {
    const before = (await asked('school-head', (a) => a.organisation === teacher.appointment.organisation)).filter((r) => r.what === 'hurt').length;
    await file('Мадина', [], '2 А');
    await file('Мадина', [], '9 В');
    const hurt = async () => (await asked('school-head', (a) => a.organisation === teacher.appointment.organisation)).filter((r) => r.what === 'hurt').length;
    expect(await hurt()).toBe(before);
    await file('Мәдина', [], '2а');
    expect(await hurt()).toBe(before + 1);
  });
});

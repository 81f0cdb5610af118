/** The sheet of a shift: what is open at the house, by how much it presses, for who hands over and nobody else. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { handsOver } from '#kernel/access/hand-over.ts';
import { roles, type Role } from '#kernel/access/roles.ts';
import type { HandOver, ProceedingView } from '#kernel/contract.ts';
import { testServer, type TestServer } from './server.ts';

let s: TestServer;
let head: string;
let urgent: ProceedingView;
let quiet: ProceedingView;
const sheet = async (token: string): Promise<HandOver> => (await s.call({ url: '/api/hand-over', token, language: 'kk' })).json<HandOver>();

beforeAll(async () => {
  s = await testServer();
  const { token, appointment } = await s.as('guardianship-specialist');
  head = (await s.as('district-head', (a) => a.organisation === appointment.organisation)).token;
  const open = async (name: string, danger: string): Promise<ProceedingView> => {
    const answer = await s.call({ url: '/api/cases/protection', token, body: { children: [{ name, age: 7 }], category: 'neglect', danger, summary: 'құпия-оқиға' } });
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json<ProceedingView>();
  };
  quiet = await open('Дана', 'rights');
  urgent = await open('Айша', 'violence');
});
afterAll(() => s.close());

it('says what cannot wait and what can, who has it, and leaves one look', async () => {
  const { at, until, urgent: now, other, left } = await sheet(head);
  expect(at < until).toBe(true);
  const mine = [...now, ...other].filter((line) => [urgent.id, quiet.id].includes(line.proceeding));
  expect(mine.map((line) => [line.proceeding, line.urgent])).toEqual([[urgent.id, true], [quiet.id, quiet.deadlines.some((d) => d.dueAt < until)]]);
  for (const line of mine) expect(line.worker?.name).toBeTruthy();
  expect(left).toEqual({ urgent: 0, other: 0, more: false });
  expect(JSON.stringify([now, other])).not.toContain('құпия-');
  const { rows } = await s.owner.query<{ what: string; found: number }>(`select what, found from kernel.look where route = 'GET /api/hand-over'`);
  expect(rows).toEqual([{ what: 'list', found: now.length + other.length }]);
});

it('is not there for who hands nothing over, and holds nothing of another house', async () => {
  for (const role of Object.keys(roles) as Role[]) {
    const { statusCode } = await s.call({ url: '/api/hand-over', token: (await s.as(role)).token });
    expect([role, statusCode]).toEqual([role, handsOver.includes(role) ? 200 : 404]);
  }
  expect((await s.call({ url: '/api/hand-over' })).statusCode).toBe(401);
  const far = (await s.as('district-head', (a) => a.district !== urgent.district)).token;
  const { urgent: now, other } = await sheet(far);
  expect([...now, ...other].some((line) => [urgent.id, quiet.id].includes(line.proceeding))).toBe(false);
});

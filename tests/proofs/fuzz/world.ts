/** What the calls draw from: who calls, and everything that earlier answers gave away. */
import { roles, type Role } from '#kernel/access/roles.ts';
import type { DemoAppointment, ProceedingView, StartView } from '#kernel/contract.ts';
import { languages, type Answer, type TestServer } from '../server.ts';
import type { Chance } from './chance.ts';

export interface Seen {
  readonly id: string;
  readonly procedure: string;
  readonly sequence: number;
  readonly steps: readonly { readonly href: string }[];
  /** Who saw it. */
  readonly role: Role;
}
export interface World {
  readonly server: TestServer;
  readonly appointments: readonly DemoAppointment[];
  readonly tokens: Map<Role, string>;
  readonly seen: Seen[];
  readonly uuids: string[];
  /** By which applicants find theirs. */
  readonly codes: { number: string; code: string }[];
  readonly keys: string[];
  readonly children: string[];
  /** Who may begin what, by its path. */
  readonly starts: ReadonlyMap<string, readonly Role[]>;
}

const most = 300;
/** Keeps what is new, forgets the oldest. */
function keep<T>(list: T[], item: T): void {
  list.push(item);
  if (list.length > most) list.shift();
}

export async function open(world: Pick<World, 'server'>, appointment: string): Promise<string> {
  const answer = await world.server.call({ url: '/api/session/demo', body: { appointment } });
  return answer.statusCode === 201 ? answer.json<{ token: string }>().token : '';
}

/** A session of somebody of this role; another one's where that one has ended. */
export async function renew(world: World, role: Role, c: Chance): Promise<void> {
  const fit = world.appointments.filter((a) => a.role === role);
  world.tokens.set(role, fit.length === 0 ? '' : await open(world, c.one(fit).appointment));
}

export async function makeWorld(server: TestServer, c: Chance): Promise<World> {
  const appointments = (await server.call({ url: '/api/session/demo' })).json<DemoAppointment[]>();
  const starts = new Map<string, Role[]>();
  const world: World = { server, appointments, tokens: new Map(), seen: [], uuids: appointments.slice(0, 40).map((a) => a.appointment), codes: [], keys: [], children: [], starts };
  for (const role of Object.keys(roles) as Role[]) {
    await renew(world, role, c);
    const may = await server.call({ url: '/api/procedures', token: world.tokens.get(role) ?? '' });
    for (const { href } of may.json<StartView[]>()) starts.set(href, [...(starts.get(href) ?? []), role]);
  }
  for (const text of ['Мені ұрады, қорқамын', 'Расписание уроков', 'өлгім келеді']) learn(world, await server.call({ url: '/api/helpline/appeals', body: { text, channel: 'web', language: c.one(languages) } }), null);
  for (const text of ['Ағасы ұрады', 'кружок']) learn(world, await server.call({ url: '/api/helpline/appeal', token: world.tokens.get('operator') ?? '', body: { text, channel: 'phone' } }), 'operator');
  for (const age of [3, 7, 15]) {
    const body = { children: [{ name: 'Айша', age }], category: 'neglect', danger: 'rights', summary: 'үйде жалғыз' };
    learn(world, await server.call({ url: '/api/cases/protection', token: world.tokens.get('guardianship-specialist') ?? '', body }), 'guardianship-specialist');
  }
  if (world.seen.length < 5) throw new Error('nothing to begin with');
  return world;
}

/** Takes out of an answer what later calls may use. */
export function learn(world: World, answer: Answer, role: Role | null): void {
  // HEAD has no words, and what came packed is read by nobody here.
  if (answer.body === '' || answer.headers['content-encoding'] !== undefined) return;
  if (answer.statusCode >= 300 || !String(answer.headers['content-type']).startsWith('application/json') || answer.body.length > 400_000) return;
  const body = answer.json<Partial<ProceedingView> & { number?: string; code?: string }>();
  if (typeof body.number === 'string' && typeof body.code === 'string') keep(world.codes, { number: body.number, code: body.code });
  if (role !== null && typeof body.id === 'string' && typeof body.procedure === 'string' && typeof body.sequence === 'number') {
    const before = world.seen.findIndex((s) => s.id === body.id);
    if (before >= 0) world.seen.splice(before, 1);
    keep(world.seen, { id: body.id, procedure: body.procedure, sequence: body.sequence, steps: body.steps ?? [], role });
    if (body.subject?.kind === 'child') keep(world.children, body.subject.id);
  }
  for (const [id] of answer.body.slice(0, 20_000).matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)) if (!world.uuids.includes(id)) keep(world.uuids, id);
}

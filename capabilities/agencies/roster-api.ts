/** Rosters over HTTP: who answers, where nobody does, and a head's new line. */
import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Directory } from '#kernel/access/lookup.ts';
import { isRole, roles, type Role } from '#kernel/access/roles.ts';
import { plusMillis, toMillis, type Instant } from '#kernel/clock.ts';
import { assertCommitted, flight, withClient } from '#kernel/db/pool.ts';
import { tokenOf, writeOf } from '#kernel/http/call.ts';
import { sendProblem } from '#kernel/http/problem.ts';
import { isRefusal, refuse, type Refusal } from '#kernel/problems/refusal.ts';
import type { Write } from '#kernel/procedures/perform.ts';
import type { ActorRow } from '#kernel/procedures/rows.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { validateInput } from '#kernel/procedures/schemas.ts';
import { queryOf, staffOf, type Staff } from './caller.ts';
import { AddDuty, longestRosterView, rosterHeads, RostersQuery, type RosterLine, type RosterOfRole, type RosterPerson, type RosterView } from './contract.ts';
import { coverOf, missingCover, type OfficeHours } from './domain/cover.ts';
import { checkDuty, type DutyLine } from './domain/duty.ts';
import { addDutySql, type DutyAnswer } from './store/queries.ts';
import { longestDuty, officeCloses, officeOpens } from './terms.ts';

const day = 86_400_000;
const daysShown = 7;

interface Query {
  organisation?: string;
  role?: string;
  from?: string;
  to?: string;
}

const wrong = (path: string, code: string): Refusal => refuse('invalid-input', 400, {}, { fields: [{ path, code }] });

const person = (directory: Directory, appointment: string): RosterPerson => ({
  appointment,
  name: directory.appointment(appointment)?.name ?? '',
});

/** Roles of a house that keep a roster, or the one asked for. */
function rosterRoles(directory: Directory, organisation: string, asked: string | undefined): Role[] {
  const kind = directory.organisation(organisation)?.kind;
  const kept = (Object.keys(roles) as Role[]).filter((role) => roles[role].kind === kind);
  return asked === undefined ? kept.filter((role) => coverOf(role) !== null) : kept.filter((role) => role === asked);
}

function rosterOf(directory: Directory, organisation: string, role: Role, from: Instant, to: Instant, hours: OfficeHours): RosterOfRole {
  const duties = directory.data.duties.filter((d) => d.organisation === organisation && d.role === role && d.starts < to && from < d.ends);
  const lines = duties.map((d): RosterLine => ({
    id: d.id,
    who: person(directory, d.appointment),
    deputy: d.deputy === null ? null : person(directory, d.deputy),
    phone: d.phone,
    starts: d.starts,
    ends: d.ends,
  }));
  return { role, lines, gaps: missingCover(role, duties, from, to, hours) };
}

export function rosterView(runtime: Runtime, { actor, directory }: Staff, query: Query, at: Instant): RosterView | Refusal {
  const house = directory.organisation(query.organisation ?? actor.organisation);
  if (house === undefined) return refuse('not-found', 404);
  if (query.role !== undefined && !isRole(query.role)) return wrong('/role', 'not-in-list');
  for (const path of ['from', 'to'] as const) {
    const given = query[path];
    // A leap second fits the format and is no instant.
    if (given !== undefined && Number.isNaN(toMillis(given))) return wrong(`/${path}`, 'format');
  }
  const from = query.from === undefined ? at : plusMillis(query.from, 0);
  const to = query.to === undefined ? plusMillis(from, daysShown * day) : plusMillis(query.to, 0);
  if (to <= from) return wrong('/to', 'agencies.before-start');
  if (toMillis(to) - toMillis(from) > longestRosterView * day) return wrong('/to', 'too-long');
  const value = (term: typeof officeOpens): number => runtime.registry.terms.value(term, at, house.region).value;
  const hours: OfficeHours = { opens: value(officeOpens), closes: value(officeCloses) };
  return {
    organisation: { id: house.id, names: house.names },
    from,
    to,
    roles: rosterRoles(directory, house.id, query.role).map((role) => rosterOf(directory, house.id, role, from, to, hours)),
    mayAdd: house.id === actor.organisation && (rosterHeads as readonly string[]).includes(actor.role),
  };
}

const requestHash = (write: Write): string =>
  createHash('sha256').update(`${write.method} ${write.address}\n${JSON.stringify(write.input)}`).digest('hex');

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;

/** One transaction: who it is, the key, the line. The database looks again at everything that must hold. */
async function addDuty(runtime: Runtime, write: Write, line: DutyLine, at: Instant): Promise<string | Refusal> {
  return withClient(runtime.pool, async (client) => {
    const [, entered] = await flight(client, [{ text: 'begin' }, { text: 'select kernel.enter($1, $2) as actor', values: [write.token, at] }]);
    if ((entered?.rows[0] as { actor: ActorRow | null }).actor === null) return refuse('no-session', 401);
    const values = [write.key, requestHash(write), line.appointment, line.deputy, line.phone, line.starts, line.ends];
    let answer: DutyAnswer;
    try {
      const { rows } = await client.query<{ answer: DutyAnswer }>(addDutySql, values);
      answer = rows[0]?.answer ?? { refused: 'appointment' };
    } catch (error) {
      if (codeOf(error) === '23P01') return refuse('agencies.duty-overlaps', 409);
      if (codeOf(error) === '42501') return refuse('not-found', 404);
      throw error;
    }
    if ('id' in answer) {
      assertCommitted(await client.query('commit'));
      return answer.id;
    }
    // Nothing is committed, so the key stays free for the corrected line; withClient rolls back.
    if (answer.refused === 'key-reused') return refuse('key-reused', 422);
    return answer.refused === 'past' ? wrong('/ends', 'agencies.in-the-past') : wrong(`/${answer.refused}`, 'not-in-list');
  });
}

export function mountRosters(app: FastifyInstance, runtime: Runtime): void {
  const { texts } = runtime;

  app.get('/api/agencies/rosters', async (request, reply) => {
    const staff = await staffOf(runtime, request);
    if (isRefusal(staff)) return sendProblem(request, reply, staff, texts);
    const query = queryOf<Query>(request, RostersQuery);
    const view = isRefusal(query) ? query : rosterView(runtime, staff, query, runtime.clock());
    if (isRefusal(view)) return sendProblem(request, reply, view, texts);
    return reply.header('cache-control', 'no-store').send(view);
  });

  app.post('/api/agencies/rosters', async (request, reply) => {
    const write = writeOf(request, tokenOf(request));
    if (isRefusal(write)) return sendProblem(request, reply, write, texts);
    const staff = await staffOf(runtime, request);
    if (isRefusal(staff)) return sendProblem(request, reply, staff, texts);
    if (!(rosterHeads as readonly string[]).includes(staff.actor.role)) return sendProblem(request, reply, refuse('not-found', 404), texts);
    const invalid = validateInput(AddDuty, write.input);
    if (invalid !== null) return sendProblem(request, reply, invalid, texts);
    const at = runtime.clock();
    const input = write.input as AddDuty;
    const longest = runtime.registry.terms.value(longestDuty, at).value;
    const phone = input.phone ?? staff.directory.appointment(input.appointment)?.phone ?? null;
    const line = phone === null ? wrong('/phone', 'required') : checkDuty({ ...input, deputy: input.deputy ?? null, phone }, longest);
    if (isRefusal(line)) return sendProblem(request, reply, line, texts);
    const id = await addDuty(runtime, write, line, at);
    if (isRefusal(id)) return sendProblem(request, reply, id, texts);
    const answer: RosterLine = {
      id,
      who: person(staff.directory, line.appointment),
      deputy: line.deputy === null ? null : person(staff.directory, line.deputy),
      phone: line.phone,
      starts: line.starts,
      ends: line.ends,
    };
    return reply.code(201).header('cache-control', 'no-store').send(answer);
  });
}

/** A head's word on his people: who is away and who stands in, who has left and who takes the work. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import type { Appointment } from '#kernel/access/directory.ts';
import { manages } from '#kernel/access/heads.ts';
import type { Directory } from '#kernel/access/lookup.ts';
import { plusMillis, toMillis, type Instant } from '#kernel/clock.ts';
import { expectedSequence, isUuid, tokenOf, writeOf } from '#kernel/http/call.ts';
import { requestLanguage, sendProblem } from '#kernel/http/problem.ts';
import { isRefusal, refuse, type Refusal } from '#kernel/problems/refusal.ts';
import type { Write } from '#kernel/procedures/perform.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { validateInput } from '#kernel/procedures/schemas.ts';
import { say } from '#kernel/texts/text.ts';
import { staffOf, type Staff } from './caller.ts';
import { EndAppointment, SetAway, SetBack, type CarriedItem, type HandedOver, type RosterPerson, type StaffView } from './contract.ts';
import { carriedBy, handOver, isWhole, proposed } from './hand-over.ts';
import { wrong } from './roster-view.ts';
import { staffSql, type StaffAnswer } from './store/queries.ts';
import { writeDirectory } from './write.ts';

function judge(answer: StaffAnswer): true | Refusal {
  if ('id' in answer) return true;
  switch (answer.refused) {
    case 'key-reused':
      return refuse('key-reused', 422);
    case 'changed':
      return refuse('agencies.person-changed', 412);
    case 'over':
      return refuse('agencies.person-left', 409);
    case 'last-desk':
      return refuse('agencies.last-desk', 409);
    case 'past':
      return wrong('/until', 'agencies.in-the-past');
    case 'substitute':
      return wrong('/substitute', 'agencies.not-there');
  }
}

const person = (a: Appointment | null | undefined): RosterPerson | null => (a == null ? null : { appointment: a.id, name: a.name });

const byUrgency = (a: CarriedItem, b: CarriedItem): number =>
  b.danger - a.danger || ((a.due ?? '') < (b.due ?? '') ? -1 : (a.due ?? '') > (b.due ?? '') ? 1 : 0);

export function mountStaff(app: FastifyInstance, runtime: Runtime): void {
  const { texts } = runtime;

  /** Who calls, and the person of his house that is meant; nobody else's people are there. */
  const meant = async (request: FastifyRequest): Promise<{ staff: Staff; one: Appointment } | Refusal> => {
    const staff = await staffOf(runtime, request);
    if (isRefusal(staff)) return staff;
    const { id } = request.params as { id: string };
    const one = isUuid(id) ? staff.directory.appointment(id.toLowerCase()) : undefined;
    if (one === undefined || !manages(staff.actor, one, staff.directory.organisation(one.organisation))) return refuse('not-found', 404);
    return { staff, one };
  };

  const itemsOf = (directory: Directory, one: Appointment, rows: Awaited<ReturnType<typeof carriedBy>>, request: FastifyRequest, at: Instant): CarriedItem[] =>
    rows
      .map((p): CarriedItem => ({
        proceeding: p.id,
        title: say(texts, requestLanguage(request), p.procedure),
        label: p.label,
        danger: p.danger,
        due: p.due,
        own: p.worker === one.id,
        to: person(proposed(directory, one, p, at)),
      }))
      .sort(byUrgency);

  app.get('/api/agencies/staff/:id', async (request, reply) => {
    const found = await meant(request);
    if (isRefusal(found)) return sendProblem(request, reply, found, texts);
    const { one, staff } = found;
    const at = runtime.clock();
    const rows = await carriedBy(runtime, tokenOf(request), at, one.id, null, 'GET /api/agencies/staff/:id');
    const { rows: versions } = await runtime.pool.query<{ version: number }>(staffSql.version, [one.id]);
    const past = one.awayFrom === null || (one.awayUntil !== null && one.awayUntil <= at);
    const view: StaffView = {
      appointment: one.id,
      name: one.name,
      role: one.role,
      organisation: staff.directory.organisation(one.organisation)?.names ?? { kk: '', ru: '', en: '' },
      version: versions[0]?.version ?? 0,
      away: past ? null : {
        from: one.awayFrom ?? at, until: one.awayUntil, substitute: person(one.substitute === null ? null : staff.directory.appointment(one.substitute)),
      },
      colleagues: staff.directory.colleagues(one, at).map((a) => ({ appointment: a.id, name: a.name })),
      carries: itemsOf(staff.directory, one, rows, request, at),
      more: !isWhole(rows),
    };
    return reply.header('cache-control', 'no-store').header('etag', `"${view.version}"`).send(view);
  });

  const writing = (path: string, schema: TSchema, act: (asked: { write: Write; one: Appointment; seen: number; at: Instant }) => Promise<object | Refusal>): void => {
    app.post(path, async (request, reply): Promise<FastifyReply> => {
      const no = (refusal: Refusal): FastifyReply => sendProblem(request, reply, refusal, texts);
      const write = writeOf(request, tokenOf(request));
      if (isRefusal(write)) return no(write);
      const found = await meant(request);
      if (isRefusal(found)) return no(found);
      const seen = expectedSequence(request);
      if (isRefusal(seen)) return no(seen);
      const invalid = validateInput(schema, write.input);
      if (invalid !== null) return no(invalid);
      const done = await act({ write, one: found.one, seen, at: runtime.clock() });
      return isRefusal(done) ? no(done) : reply.header('cache-control', 'no-store').send(done);
    });
  };

  writing('/api/agencies/staff/:id/away', SetAway, async ({ write, one, seen, at }) => {
    const input = write.input as SetAway;
    if (Number.isNaN(toMillis(input.from))) return wrong('/from', 'format');
    if (input.until !== undefined && Number.isNaN(toMillis(input.until))) return wrong('/until', 'format');
    const [from, until] = [plusMillis(input.from, 0), input.until === undefined ? null : plusMillis(input.until, 0)];
    if (until !== null && until <= from) return wrong('/until', 'agencies.before-start');
    const values = [one.id, seen, from, until, input.substitute ?? null];
    const done = await writeDirectory<StaffAnswer, true>(runtime, write, at, { sql: staffSql.away, values }, judge);
    return isRefusal(done) ? done : { from, until, substitute: input.substitute ?? null };
  });

  writing('/api/agencies/staff/:id/back', SetBack, async ({ write, one, seen, at }) => {
    const done = await writeDirectory<StaffAnswer, true>(runtime, write, at, { sql: staffSql.back, values: [one.id, seen] }, judge);
    return isRefusal(done) ? done : { away: null };
  });

  // First the appointment and its sessions end, in one transaction; then each proceeding goes over in a step of its own.
  // Were the program to stop in between, the same key goes on, and the tick gives away what is left.
  writing('/api/agencies/staff/:id/end', EndAppointment, async ({ write, one, seen, at }) => {
    const { why, hand = [] } = write.input as EndAppointment;
    const done = await writeDirectory<StaffAnswer, true>(runtime, write, at, { sql: staffSql.end, values: [one.id, seen, why] }, judge);
    if (isRefusal(done)) return done;
    const count = await handOver(runtime, write, one, new Map(hand.map((h) => [h.proceeding, h.to])), at);
    const told: HandedOver = { until: at, ...count };
    return told;
  });
}

/** Rosters over HTTP: who answers, where nobody does, and what heads add, change and take back. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import { fromMillis, plusMillis, toMillis, type Instant } from '#kernel/clock.ts';
import { flight, withClient } from '#kernel/db/pool.ts';
import { expectedSequence, isUuid, tokenOf, writeOf } from '#kernel/http/call.ts';
import { sendProblem } from '#kernel/http/problem.ts';
import { isRefusal, refuse, type Refusal } from '#kernel/problems/refusal.ts';
import type { Write } from '#kernel/procedures/perform.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { validateInput } from '#kernel/procedures/schemas.ts';
import { queryOf, staffOf, type Staff } from './caller.ts';
import { AddDuty, CopyWeek, RemoveDuty, RostersQuery, type CopiedWeek, type RosterChange, type RosterStand } from './contract.ts';
import { checkDuty, type DutyLine } from './domain/duty.ts';
import { keepsRoster, rosterLine, rosterView, wrong, type RosterQuery } from './roster-view.ts';
import { rosterSql, type ChangeRow, type CopyAnswer, type DutyAnswer, type KeptDuty } from './store/queries.ts';
import { longestDuty } from './terms.ts';
import { writeDirectory } from './write.ts';

/** The id of the line, or what the database found wrong. */
function judge(answer: DutyAnswer): string | Refusal {
  if ('id' in answer) return answer.id;
  switch (answer.refused) {
    case 'key-reused':
      return refuse('key-reused', 422);
    case 'missing':
      return refuse('not-found', 404);
    case 'changed':
      return refuse('agencies.line-changed', 412);
    case 'over':
      return refuse('agencies.line-over', 409);
    case 'begun':
      return wrong('/starts', 'agencies.has-begun');
    case 'starts-past':
      return wrong('/starts', 'agencies.in-the-past');
    case 'past':
      return wrong('/ends', 'agencies.in-the-past');
    case 'appointment':
    case 'deputy':
      return wrong(`/${answer.refused}`, 'not-in-list');
  }
}

/** The line as sent, in its one form; the number is the person's own where none is given. */
function lineOf(runtime: Runtime, staff: Staff, input: AddDuty, at: Instant): DutyLine | Refusal {
  const longest = runtime.registry.terms.value(longestDuty, at).value;
  const phone = input.phone ?? staff.directory.appointment(input.appointment)?.phone ?? null;
  return phone === null ? wrong('/phone', 'required') : checkDuty({ ...input, deputy: input.deputy ?? null, phone }, longest);
}

const stand = (staff: Staff, kept: KeptDuty | null): RosterStand | null => {
  if (kept === null) return null;
  const name = (id: string): string => staff.directory.appointment(id)?.name ?? '';
  return {
    who: name(kept.appointment),
    deputy: kept.deputy === null ? null : name(kept.deputy),
    phone: kept.phone,
    starts: fromMillis(Date.parse(kept.starts)),
    ends: fromMillis(Date.parse(kept.ends)),
  };
};

/** What was done to a line, read under the caller's own rights. */
async function changesOf(runtime: Runtime, token: Buffer | null, staff: Staff, line: string): Promise<RosterChange[]> {
  const rows = await withClient(runtime.pool, async (client) => {
    const answers = await flight(client, [
      { text: 'begin read only' },
      { text: 'select kernel.enter($1, $2) as actor', values: [token, runtime.clock()] },
      { text: rosterSql.changes, values: [line] },
      { text: 'commit' },
    ]);
    return (answers[2]?.rows ?? []) as readonly ChangeRow[];
  });
  return rows.map(({ at, what, by_appointment, before, after }) => ({
    at, what, by: staff.directory.appointment(by_appointment)?.name ?? '', before: stand(staff, before), after: stand(staff, after),
  }));
}

type Params = { readonly id?: string };

export function mountRosters(app: FastifyInstance, runtime: Runtime): void {
  const { texts } = runtime;

  /** A write of a head: everything that is asked before the database is. */
  const writing = (
    path: string,
    schema: TSchema,
    act: (asked: { write: Write; staff: Staff; at: Instant; line: string; seen: number; reply: FastifyReply }) => Promise<object | Refusal>,
  ): void => {
    app.post(path, async (request: FastifyRequest, reply): Promise<FastifyReply> => {
      const no = (refusal: Refusal): FastifyReply => sendProblem(request, reply, refusal, texts);
      const write = writeOf(request, tokenOf(request));
      if (isRefusal(write)) return no(write);
      const staff = await staffOf(runtime, request);
      if (isRefusal(staff)) return no(staff);
      const { id: line = '' } = request.params as Params;
      const named = path.includes(':id');
      if (!keepsRoster(staff.actor.role) || (named && !isUuid(line))) return no(refuse('not-found', 404));
      const seen = named ? expectedSequence(request) : 0;
      if (isRefusal(seen)) return no(seen);
      const invalid = validateInput(schema, write.input);
      if (invalid !== null) return no(invalid);
      const done = await act({ write, staff, at: runtime.clock(), line, seen, reply });
      return isRefusal(done) ? no(done) : reply.header('cache-control', 'no-store').send(done);
    });
  };

  /** The line as it stands after the write. A line that was taken back is gone; its id is told. */
  const asItStands = async (id: string): Promise<object> => {
    const { rows } = await runtime.pool.query<{ version: string }>('select version from kernel.directory_version');
    const directory = await runtime.directory(Number(rows[0]?.version ?? 0));
    const duty = directory.data.duties.find((d) => d.id === id);
    return duty === undefined ? { id, removed: true } : rosterLine(directory, duty);
  };

  app.get('/api/agencies/rosters', async (request, reply) => {
    const staff = await staffOf(runtime, request);
    if (isRefusal(staff)) return sendProblem(request, reply, staff, texts);
    const query = queryOf<RosterQuery>(request, RostersQuery);
    const view = isRefusal(query) ? query : rosterView(runtime, staff, query, runtime.clock());
    if (isRefusal(view)) return sendProblem(request, reply, view, texts);
    return reply.header('cache-control', 'no-store').send(view);
  });

  app.get<{ Params: { id: string } }>('/api/agencies/rosters/:id/changes', async (request, reply) => {
    const staff = await staffOf(runtime, request);
    if (isRefusal(staff)) return sendProblem(request, reply, staff, texts);
    const { id: line } = request.params;
    if (!keepsRoster(staff.actor.role) || !isUuid(line)) return sendProblem(request, reply, refuse('not-found', 404), texts);
    return reply.header('cache-control', 'no-store').send(await changesOf(runtime, tokenOf(request), staff, line));
  });

  writing('/api/agencies/rosters', AddDuty, async ({ write, staff, at, reply }) => {
    const line = lineOf(runtime, staff, write.input as AddDuty, at);
    if (isRefusal(line)) return line;
    const values = [line.appointment, line.deputy, line.phone, line.starts, line.ends];
    const id = await writeDirectory<DutyAnswer, string>(runtime, write, at, { sql: rosterSql.add, values }, judge);
    if (isRefusal(id)) return id;
    reply.code(201);
    return rosterLine(staff.directory, { ...line, id, version: 1 });
  });

  writing('/api/agencies/rosters/:id/change', AddDuty, async ({ write, staff, at, line: id, seen }) => {
    const line = lineOf(runtime, staff, write.input as AddDuty, at);
    if (isRefusal(line)) return line;
    const values = [id, seen, line.appointment, line.deputy, line.phone, line.starts, line.ends];
    const now = await writeDirectory<DutyAnswer, string>(runtime, write, at, { sql: rosterSql.change, values }, judge);
    return isRefusal(now) ? now : asItStands(now);
  });

  writing('/api/agencies/rosters/:id/remove', RemoveDuty, async ({ write, at, line, seen }) => {
    const gone = await writeDirectory<DutyAnswer, string>(runtime, write, at, { sql: rosterSql.remove, values: [line, seen] }, judge);
    return isRefusal(gone) ? gone : asItStands(gone);
  });

  writing('/api/agencies/rosters/copy', CopyWeek, async ({ write, at }) => {
    const { role, first } = write.input as CopyWeek;
    if (Number.isNaN(toMillis(first))) return wrong('/first', 'format');
    return writeDirectory<CopyAnswer | DutyAnswer, CopiedWeek>(runtime, write, at, { sql: rosterSql.copy, values: [role, plusMillis(first, 0)] }, (answer) =>
      'added' in answer ? { added: answer.added, skipped: answer.skipped } : refuse('key-reused', 422),
    );
  });
}

/** The one language every proceeding speaks, whatever its capability. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DayItem, DayPage, Receipt, StartView } from '../contract.ts';
import type { Directory } from '../access/lookup.ts';
import { alone } from '../db/pool.ts';
import type { WrappedKey } from '../journal/keys.ts';
import { isRefusal, refuse, type Refusal } from '../problems/refusal.ts';
import type { Proceeding } from '../procedures/context.ts';
import type { Procedure } from '../procedures/declare.ts';
import { performStart, performStep, type Done } from '../procedures/perform.ts';
import { instant, recordsOf, toActor, toProceeding, type ActorRow, type ProceedingRow } from '../procedures/rows.ts';
import type { Runtime } from '../procedures/runtime.ts';
import { publishedSchemas, schemaHref, validateInput } from '../procedures/schemas.ts';
import { offeredSteps, proceedingView, stepTitle, storyView, type ReadAnswer, type ViewWorld } from '../procedures/view.ts';
import { requireStepUp } from '../signin/sessions.ts';
import { isInstant } from '../terms/almaty.ts';
import { say } from '../texts/text.ts';
import { expectedSequence, isUuid, prefersMinimal, tokenOf, writeOf } from './call.ts';
import { listQuery } from './list-query.ts';
import { requestLanguage, sendProblem } from './problem.ts';

export const viewWorld = async (runtime: Runtime, request: FastifyRequest, version: number | null, wrapped: readonly WrappedKey[] = []): Promise<ViewWorld> => ({
  registry: runtime.registry,
  texts: runtime.texts,
  directory: await runtime.directory(version),
  keys: await runtime.keys.open(wrapped),
  language: requestLanguage(request),
  now: runtime.clock(),
});

/** Reads one proceeding with its look, in one statement. Null: absent or not the caller's; nobody can tell which. */
export async function readProceeding(runtime: Runtime, token: Buffer | null, id: string, route: string): Promise<ReadAnswer> {
  return alone<ReadAnswer>(runtime.pool, { name: 'read_proceeding', text: 'select kernel.read_proceeding($1, $2, $3, $4) as answer', values: [token, runtime.clock(), id, route] });
}

/** Reads it to be taken along on a device: the look says so, and what break-glass alone shows is not given. */
async function takeAlong(runtime: Runtime, token: Buffer | null, id: string, route: string): Promise<ReadAnswer> {
  return alone<ReadAnswer>(runtime.pool, { name: 'take_along', text: 'select kernel.take_along($1, $2, $3, $4) as answer', values: [token, runtime.clock(), id, route] });
}

/** Done, and no more said: the caller asked for no representation (`Prefer: return=minimal`). */
function sendMinimal(reply: FastifyReply, done: Done): FastifyReply {
  reply.header('cache-control', 'no-store').header('preference-applied', 'return=minimal').header('entry-sequence', done.sequence);
  if (!done.repeated) reply.header('etag', `"${done.sequence}"`);
  return reply.code(204).send();
}

async function sendStory(runtime: Runtime, request: FastifyRequest, reply: FastifyReply, id: string, before: number): Promise<FastifyReply> {
  const answer = await alone<ReadAnswer>(runtime.pool, { name: 'read_story', text: 'select kernel.read_story($1, $2, $3, $4, $5) as answer', values: [tokenOf(request), runtime.clock(), id, before, routeOf(request)] });
  if (answer.actor === undefined) return sendProblem(request, reply, refuse('no-session', 401), runtime.texts);
  const page = storyView(answer, toActor(answer.actor), await viewWorld(runtime, request, answer.actor.directory, answer.keys ?? []));
  return page === null ? sendProblem(request, reply, refuse('not-found', 404), runtime.texts) : reply.header('cache-control', 'no-store').send(page);
}

const routeOf = (request: FastifyRequest): string => `${request.method} ${request.routeOptions.url ?? ''}`;

/** Answers a proceeding as the caller sees it now: after a step, after a repeated key, or on a plain read. */
export async function sendProceeding(runtime: Runtime, request: FastifyRequest, reply: FastifyReply, id: string, token: Buffer | null, done: Done | null, read = readProceeding): Promise<FastifyReply> {
  const answer = done?.seen ?? (await read(runtime, token, id, routeOf(request)));
  if (answer.actor === undefined) return sendProblem(request, reply, refuse('no-session', 401), runtime.texts);
  reply.header('cache-control', 'no-store');
  // The entry this key stands for; a repeat tells the first one's, while the ETag is always today's.
  if (done !== null) reply.header('entry-sequence', done.sequence);
  if (answer.missing === true) {
    if (done === null) return sendProblem(request, reply, refuse('not-found', 404), runtime.texts);
    const receipt: Receipt = { receipt: true, id, sequence: done.sequence, stage: '' };
    return reply.code(done.status).send(receipt);
  }
  const view = proceedingView(answer, toActor(answer.actor), await viewWorld(runtime, request, answer.actor.directory, answer.keys ?? []));
  if (view === null) return sendProblem(request, reply, refuse('not-found', 404), runtime.texts);
  return reply.code(done?.status ?? 200).header('etag', `"${view.sequence}"`).send(view);
}

type Keyset = readonly [number, string, string] | readonly [null, null, null];

const cursorOf = (after: unknown): Keyset | Refusal => {
  if (after === undefined || after === '') return [null, null, null];
  const [danger, due, id, ...more] = String(after).split('~');
  if (danger === undefined || due === undefined || id === undefined || more.length > 0 || !/^[0-3]$/.test(danger) || !isInstant(due) || !isUuid(id)) {
    return refuse('invalid-input', 400, {}, { fields: [{ path: '/after', code: 'format' }] });
  }
  return [Number(danger), due, id];
};

interface ListAnswer {
  actor?: ActorRow;
  items?: { row: ProceedingRow; why: DayItem['why'] | 'desk'; of?: string | null }[] | null;
  /** Of all the rows on the page. */
  records?: [string, string, unknown][] | null;
  /** Proceeding, term, due, started: of the deadlines that run on the page; my day alone asks. */
  started?: [string, string, string, string][] | null;
}

const commonSteps = new Set(['note', 'declare-conflict', 'reassign']);

/** Whose work it is, where one stands in. */
export const personOf = (directory: Directory, appointment: string | null | undefined): DayItem['of'] =>
  appointment == null ? null : { appointment, name: directory.appointment(appointment)?.name ?? '' };

/** The rule of the term that a row names, as it was when the term began. */
function basisOf(answer: ListAnswer, p: Proceeding, world: ViewWorld): DayItem['basis'] {
  const found = (answer.started ?? []).find(([proceeding, term, due]) => proceeding === p.id && term === p.dueTerm && instant(due) === p.due);
  if (found === undefined) return null;
  const startedAt = instant(found[3]);
  const { source, standing, from } = world.registry.terms.value(world.registry.terms.byId(found[1]), startedAt, p.region);
  return { source, standing, since: from, startedAt };
}

function dayPage(answer: ListAnswer, actor: ActorRow, world: ViewWorld, at: string, most: number): DayPage {
  const records = recordsOf(answer.records ?? []);
  const reader = toActor(actor);
  const items = (answer.items ?? []).map(({ row, why, of }): DayItem => {
    const p = toProceeding(row);
    const procedure = world.registry.procedure(p.procedure, p.version);
    const own = records.get(p.id) ?? {};
    const steps = procedure === undefined ? [] : offeredSteps(procedure, p, own, reader).filter((name) => !commonSteps.has(name));
    const step = why === 'escalated' ? (steps.find((name) => name === 'acknowledge') ?? steps[0]) : steps.find((name) => name !== 'acknowledge');
    return {
      proceeding: p.id,
      procedure: p.procedure,
      title: say(world.texts, world.language, p.procedure),
      label: p.label,
      stage: p.stage,
      stageTitle: say(world.texts, world.language, `${p.procedure}.stage.${p.stage}`),
      danger: p.danger,
      weighed: procedure?.weighsDanger !== false,
      term: p.dueTerm,
      termTitle: p.dueTerm === null ? null : say(world.texts, world.language, `term.${p.dueTerm}`),
      due: p.due,
      basis: basisOf(answer, p, world),
      step: step === undefined ? null : { name: step, title: stepTitle(p.procedure, step, world) },
      why: why === 'desk' ? 'mine' : why,
      of: personOf(world.directory, of),
      district: p.district,
    };
  });
  const last = items.at(-1);
  const next = items.length === most && last !== undefined && last.due !== null ? `${last.danger}~${last.due}~${last.proceeding}` : null;
  return { at, items, next };
}

async function list(runtime: Runtime, request: FastifyRequest, reply: FastifyReply, name: string, sql: string, values: (cursor: Keyset, most: number) => unknown[]): Promise<FastifyReply> {
  const query = request.query as { after?: unknown; limit?: unknown };
  const cursor = cursorOf(query.after);
  if (isRefusal(cursor)) return sendProblem(request, reply, cursor, runtime.texts);
  const most = Math.min(100, Math.max(1, Math.trunc(Number(query.limit ?? 20)) || 20));
  const at = runtime.clock();
  const answer = await alone<ListAnswer>(runtime.pool, { name, text: sql, values: [tokenOf(request), at, ...values(cursor, most)] });
  if (answer.actor === undefined || answer.actor.appointment === null) return sendProblem(request, reply, refuse('no-session', 401), runtime.texts);
  const world = await viewWorld(runtime, request, answer.actor.directory);
  return reply.header('cache-control', 'no-store').send(dayPage(answer, answer.actor, world, at, most));
}

export function mountProceedings(app: FastifyInstance, runtime: Runtime): void {
  const { registry, texts } = runtime;

  app.get<{ Params: { id: string } }>('/api/proceedings/:id', async (request, reply) => {
    const { id } = request.params;
    if (!isUuid(id)) return sendProblem(request, reply, refuse('not-found', 404), texts);
    return sendProceeding(runtime, request, reply, id, tokenOf(request), null);
  });

  app.get<{ Params: { id: string } }>('/api/proceedings/:id/along', async (request, reply) => {
    const { id } = request.params;
    if (!isUuid(id)) return sendProblem(request, reply, refuse('not-found', 404), texts);
    return sendProceeding(runtime, request, reply, id, tokenOf(request), null, takeAlong);
  });

  app.get<{ Params: { id: string } }>('/api/proceedings/:id/story', async (request, reply) => {
    const { id } = request.params;
    const { before } = request.query as { before?: unknown };
    if (!isUuid(id)) return sendProblem(request, reply, refuse('not-found', 404), texts);
    if (typeof before !== 'string' || !/^[1-9]\d{0,8}$/.test(before)) {
      return sendProblem(request, reply, refuse('invalid-input', 400, {}, { fields: [{ path: '/before', code: 'format' }] }), texts);
    }
    return sendStory(runtime, request, reply, id, Number(before));
  });

  app.get('/api/my-day', (request, reply) =>
    list(runtime, request, reply, 'my_day', 'select kernel.my_day($1, $2, $3, $4, $5, $6, $7) as answer', (cursor, most) => [...cursor, most, 'GET /api/my-day']),
  );

  app.get('/api/proceedings', (request, reply) => {
    const asked = listQuery(request.query as Record<string, unknown>);
    if (isRefusal(asked)) return sendProblem(request, reply, asked, texts);
    const { scope, procedure, worker, danger, raised } = asked;
    if (worker !== null) {
      return list(runtime, request, reply, 'list_of_worker', 'select kernel.list_of_worker($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) as answer', (cursor, most) => [
        scope, procedure, worker, danger, raised, ...cursor, most, 'GET /api/proceedings',
      ]);
    }
    return list(runtime, request, reply, 'list_open', 'select kernel.list_open($1, $2, $3, $4, $5, $6, $7, $8, $9) as answer', (cursor, most) => [
      scope, procedure, ...cursor, most, 'GET /api/proceedings',
    ]);
  });

  app.get('/api/procedures', async (request, reply) => {
    const role = await roleOf(runtime, request);
    const world = await viewWorld(runtime, request, null);
    const starts: StartView[] = registry.procedures
      .filter((p) => p.start?.by.includes(role) === true && registry.current(p.id, runtime.clock()) === p)
      .map((p) => ({
        procedure: p.id,
        title: say(texts, world.language, p.id),
        version: p.version,
        input: { $ref: schemaHref(p, 'start') },
        href: `/api/${p.id.replace('.', '/')}`,
      }));
    return reply.header('cache-control', 'no-store').send(starts);
  });

  const schemas = publishedSchemas(registry.procedures);
  app.get<{ Params: { name: string } }>('/api/schemas/:name', async (request, reply) => {
    const schema = schemas.get(request.params.name);
    if (schema === undefined) return sendProblem(request, reply, refuse('not-found', 404), texts);
    return reply.header('cache-control', 'public, max-age=31536000, immutable').type('application/schema+json').send(JSON.stringify(schema));
  });

  for (const id of new Set(registry.procedures.map((p) => p.id))) mountProcedure(app, runtime, id);
}

async function roleOf(runtime: Runtime, request: FastifyRequest): Promise<ActorRow['role']> {
  const token = tokenOf(request);
  if (token === null) return 'anyone';
  const { rows } = await runtime.pool.query<{ actor: ActorRow | null }>('select kernel.enter($1, $2) as actor', [token, runtime.clock()]);
  return rows[0]?.actor?.role ?? 'anyone';
}

function mountProcedure(app: FastifyInstance, runtime: Runtime, id: string): void {
  const { registry, texts } = runtime;
  const base = `/api/${id.replace('.', '/')}`;
  const versions = registry.procedures.filter((p) => p.id === id);

  if (versions.some((p) => p.start !== undefined)) {
    app.post(base, async (request, reply) => {
      const write = writeOf(request, tokenOf(request));
      if (isRefusal(write)) return sendProblem(request, reply, write, texts);
      const schema = registry.current(id, runtime.clock())?.start?.input;
      if (schema === undefined) return sendProblem(request, reply, refuse('not-found', 404), texts);
      const role = await roleOf(runtime, request);
      if (registry.current(id, runtime.clock())?.start?.by.includes(role) !== true) {
        return sendProblem(request, reply, role === 'anyone' ? refuse('no-session', 401) : refuse('not-found', 404), texts);
      }
      const invalid = validateInput(schema, write.input);
      if (invalid !== null) return sendProblem(request, reply, invalid, texts);
      const proved = registry.current(id, runtime.clock())?.start?.stepUp === true ? await requireStepUp(runtime, write.token) : null;
      if (proved !== null) return sendProblem(request, reply, proved, texts);
      const done = await performStart(runtime, { ...write, answer: routeOf(request) }, id);
      if (isRefusal(done)) return sendProblem(request, reply, done, texts);
      return sendProceeding(runtime, request, reply, done.proceeding, write.token, done);
    });
  }

  app.post<{ Params: { id: string; step: string } }>(`${base}/:id/:step`, async (request, reply) => {
    const { step } = request.params;
    if (!isUuid(request.params.id)) return sendProblem(request, reply, refuse('not-found', 404), texts);
    const write = writeOf(request, tokenOf(request));
    if (isRefusal(write)) return sendProblem(request, reply, write, texts);
    const expected = expectedSequence(request);
    const minimal = prefersMinimal(request);
    const done = await performStep(runtime, minimal ? write : { ...write, answer: routeOf(request) }, {
      id: request.params.id,
      procedure: id,
      name: step,
      expected: isRefusal(expected) ? null : expected,
      // The key is looked at first (a repeat needs no sequence), then the sequence, then the input.
      validate: (version) => (isRefusal(expected) ? expected : inputRefusal(registry.procedure(id, version), step, write.input)),
    });
    if (isRefusal(done)) return sendProblem(request, reply, done, texts);
    return minimal ? sendMinimal(reply, done) : sendProceeding(runtime, request, reply, done.proceeding, write.token, done);
  });
}

function inputRefusal(procedure: Procedure | undefined, step: string, input: unknown): Refusal | null {
  const schema = procedure?.steps[step]?.input;
  return schema === undefined ? refuse('not-found', 404) : validateInput(schema, input);
}

/** POST and GET /api/exports, and the file of one: for those who may take something out. */
import type { FastifyInstance } from 'fastify';
import { flight, withClient } from '#kernel/db/pool.ts';
import { attachment } from '#kernel/files/name.ts';
import { bodyOf } from '#kernel/http/body.ts';
import { isUuid, keyOf, tokenOf } from '#kernel/http/call.ts';
import { sendProblem } from '#kernel/http/problem.ts';
import { isRefusal, refuse } from '#kernel/problems/refusal.ts';
import type { ActorRow } from '#kernel/procedures/rows.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { requireStepUp } from '#kernel/signin/sessions.ts';
import { ExportInput, type ExportList } from './contract.ts';
import { makeExport } from './make.ts';
import { viewOf, type ExportRow } from './rows.ts';

const newest = 100;
const list = `select e.*, exists (select 1 from exports.content c where c.export = e.id) as there from exports.export e order by e.at desc, e.id desc limit ${newest}`;
const look = `insert into kernel.look (at, role, appointment, person, what, target, route, found)
  select $1, kernel.word('role'), kernel.one('appointment'), kernel.one('person'), 'list', null, 'GET /api/exports', (select count(*) from (select 1 from exports.export limit ${newest}) e)
  where kernel.one('appointment') is not null`;

export function mountExports(app: FastifyInstance, runtime: Runtime): void {
  const { texts } = runtime;

  app.post('/api/exports', async (request, reply) => {
    const token = tokenOf(request);
    const key = keyOf(request);
    if (isRefusal(key)) return sendProblem(request, reply, key, texts);
    const proof = await requireStepUp(runtime, token);
    if (proof?.status === 401) return sendProblem(request, reply, proof, texts);
    const input = bodyOf<ExportInput>(request, ExportInput);
    if (isRefusal(input)) return sendProblem(request, reply, input, texts);
    if (proof !== null) return sendProblem(request, reply, proof, texts);
    const made = await makeExport(runtime, request, { token, key, input, body: JSON.stringify(request.body) });
    if (isRefusal(made)) return sendProblem(request, reply, made, texts);
    return reply.code(201).header('cache-control', 'no-store').send(made);
  });

  app.get('/api/exports', async (request, reply) => {
    const at = runtime.clock();
    const [, entered, found] = await withClient(runtime.pool, (client) =>
      flight(client, [
        { text: 'begin' },
        { name: 'enter', text: 'select kernel.enter($1, $2) as actor', values: [tokenOf(request), at] },
        { name: 'list_exports', text: list },
        { name: 'look_at_exports', text: look, values: [at] },
        { text: 'commit' },
      ]));
    const actor = (entered?.rows[0] as { actor: ActorRow | null }).actor;
    if (actor?.appointment == null) return sendProblem(request, reply, refuse('no-session', 401), texts);
    const directory = await runtime.directory(actor.directory);
    const answer: ExportList = { exports: ((found?.rows ?? []) as ExportRow[]).map((row) => viewOf(row, { actor, directory, at })) };
    return reply.header('cache-control', 'no-store').send(answer);
  });

  // A HEAD would use up one of the times it may be fetched.
  app.get<{ Params: { id: string } }>('/api/exports/:id/file', { exposeHeadRoute: false }, async (request, reply) => {
    const { id } = request.params;
    if (!isUuid(id)) return sendProblem(request, reply, refuse('not-found', 404), texts);
    const answers = await withClient(runtime.pool, (client) =>
      flight(client, [
        { text: 'begin' },
        { name: 'fetch_export', text: 'select answer, file from exports.fetch($1, $2, $3, $4)', values: [tokenOf(request), runtime.clock(), id, 'GET /api/exports/:id/file'] },
        { text: 'commit' },
      ]));
    const { answer, file } = answers[1]?.rows[0] as { answer: { actor?: ActorRow; number?: string; missing?: boolean }; file: Buffer | null };
    if (answer.actor?.appointment == null) return sendProblem(request, reply, refuse('no-session', 401), texts);
    if (answer.missing === true) return sendProblem(request, reply, refuse('not-found', 404), texts);
    if (file === null) return sendProblem(request, reply, refuse('export-gone', 410), texts);
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', attachment(`qorgan-${answer.number ?? ''}.zip`))
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('x-content-type-options', 'nosniff')
      .type('application/zip')
      .send(file);
  });
}

/** The tick's part: files whose time is over are deleted. */
export const expiring = (runtime: Runtime, clockToken: Buffer) => async (): Promise<number> =>
  (await runtime.pool.query<{ gone: number | null }>('select exports.expire($1, $2) as gone', [clockToken, runtime.clock()])).rows[0]?.gone ?? 0;

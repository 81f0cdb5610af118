/** /api/children/lists/:id: the file of a list, how far it is, and the rows that were not taken. Its steps are those of any proceeding. */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { attachment } from '#kernel/files/name.ts';
import { expectedSequence, isUuid, keyOf, tokenOf } from '#kernel/http/call.ts';
import { requestLanguage, sendProblem } from '#kernel/http/problem.ts';
import { sendProceeding } from '#kernel/http/proceedings.ts';
import { isRefusal, refuse, type Refusal } from '#kernel/problems/refusal.ts';
import { performStep, staleRefusal, type Done } from '#kernel/procedures/perform.ts';
import { newIdAt, type Runtime } from '#kernel/procedures/runtime.ts';
import { validateInput } from '#kernel/procedures/schemas.ts';
import { figure } from '#kernel/signin/common.ts';
import { csvLine, csvMark } from '#kernel/texts/csv.ts';
import { cut, say } from '#kernel/texts/text.ts';
import { listProcedure, TakeFileInput } from '../domain/lists/inputs.ts';
import { keepLists } from '../procedures/list.ts';
import { listLargest } from '../terms.ts';
import type { ListState } from './answers.ts';
import { closeFile, keepAll, openFile, partsOf, type Acting } from './parts.ts';
import { failedRows, readList, reasonOf, type ListRead } from './read.ts';
import { firstRows, survey } from './survey.ts';
import { incoming, kindOf, newHash, peek, Refused } from './take-in.ts';
import { sheetLines } from './xlsx.ts';

const megabyte = 1024 * 1024;
/** An XLSX is read whole: its list of contents stands at its end. */
const largestXlsx = 48 * megabyte;
export const listTypes = ['text/csv', 'text/plain', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/vnd.ms-excel', 'application/octet-stream'];
const takes = new Set(['awaited', 'mapping', 'tried']);
const shownRows = 5;
const shownFailures = 20;

const routeOf = (request: FastifyRequest): string => `${request.method} ${request.routeOptions.url ?? ''}`;

function nameOf(request: FastifyRequest): string | null {
  try {
    const given = decodeURIComponent(String(request.headers['file-name'] ?? ''));
    const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
    return cut(last.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '').trim(), 200) || 'list';
  } catch {
    return null;
  }
}

/** XLSX becomes lines of CSV as it comes in; all that follows knows one kind of file. */
async function* asCsv(first: Buffer, all: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  if (kindOf(first) === 'csv') return yield* all;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of all) {
    size += chunk.length;
    if (size > largestXlsx) throw new Refused(refuse('children.list-xlsx-large', 413));
    chunks.push(chunk);
  }
  yield* sheetLines(Buffer.concat(chunks, size));
}

/** Seals the file away part by part, and says what it is. */
async function keepFile(acting: Acting, list: ListRead, body: Readable, largest: number, file: string): Promise<{ sha256: string; size: number }> {
  const hash = newHash();
  const seen = { size: 0 };
  const { first, all } = await peek(incoming(body, largest, hash, seen));
  kindOf(first);
  await openFile(acting, list.id, file);
  await keepAll(acting, list.key, { list: list.id, file }, asCsv(first, all));
  const sha256 = hash.digest('hex');
  await closeFile(acting, file, sha256);
  return { sha256, size: seen.size };
}

async function takeFile(runtime: Runtime, request: FastifyRequest<{ Params: { id: string } }>): Promise<Done | Refusal> {
  const token = tokenOf(request);
  const key = keyOf(request);
  if (isRefusal(key)) return key;
  if (!isUuid(request.params.id)) return refuse('not-found', 404);
  const name = nameOf(request);
  if (name === null) return refuse('invalid-input', 400, {}, { fields: [{ path: '/File-Name', code: 'format' }] });
  const list = await readList(runtime, token, request.params.id, routeOf(request));
  if (isRefusal(list)) return list;
  if (!(keepLists as readonly string[]).includes(list.actor.role)) return refuse('not-found', 404);
  const expected = expectedSequence(request);
  if (isRefusal(expected)) return expected;
  const stale = staleRefusal(expected, list.sequence);
  if (stale !== null) return stale;
  if (!takes.has(list.stage)) return refuse('wrong-stage', 409);

  const acting: Acting = { pool: runtime.pool, token, now: runtime.clock };
  const file = newIdAt(runtime.clock());
  const body = request.body instanceof Readable ? request.body : Readable.from([]);
  try {
    const kept = await keepFile(acting, list, body, figure(runtime, listLargest, runtime.clock()) * megabyte, file);
    const found = await survey(partsOf(acting, list.key, file, 1));
    if (isRefusal(found)) return found;
    const input: TakeFileInput = { file, name, ...kept, ...found };
    const write = { token, key, method: request.method, address: request.url.split('?')[0] ?? '', input, answer: routeOf(request) };
    return await performStep(runtime, write, { id: list.id, procedure: listProcedure, name: 'take-file', expected, validate: () => validateInput(TakeFileInput, input) });
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  } finally {
    // What still comes is let go, so that the answer can be heard.
    body.resume();
  }
}

async function stateOf(runtime: Runtime, request: FastifyRequest, list: ListRead): Promise<ListState> {
  const acting: Acting = { pool: runtime.pool, token: tokenOf(request), now: runtime.clock };
  const language = requestLanguage(request);
  const choosing = (list.stage === 'mapping' || list.stage === 'tried') && list.file !== null && list.records.file !== null;
  const { rows } = choosing ? await firstRows(partsOf(acting, list.key, list.file ?? '', 1), shownRows + 1, list.records.file?.delimiter ?? null) : { rows: [] };
  const examples: ListState['examples'][number][] = [];
  if (list.phase !== null && list.counts.failed > 0) {
    for await (const some of failedRows(acting, list, list.phase)) {
      examples.push(...some.map((r) => ({ line: r.line, cells: r.cells, why: r.faults.map((f) => reasonOf(runtime, language, f)), columns: r.faults.map((f) => f.column) })));
      if (examples.length >= shownFailures) break;
    }
  }
  return {
    phase: list.phase, state: list.state, ...list.counts, columns: list.records.columns,
    first: rows.slice(0, shownRows + 1).map(({ line, cells }) => ({ line, cells })),
    examples: examples.slice(0, shownFailures),
    file: list.counts.failed > 0 && list.phase !== null && list.actor.person === list.person && !gone(list, runtime)
      ? { href: `/api/children/lists/${list.id}/failed`, until: list.until } : null,
  };
}

/** After the end they are there for some days; of one that was withdrawn they went with it. */
const gone = (list: ListRead, runtime: Runtime): boolean => list.state === 'ended' || (list.state === 'taken-in' && (list.until === null || list.until <= runtime.clock()));

async function* failedFile(runtime: Runtime, request: FastifyRequest, list: ListRead): AsyncGenerator<string> {
  const language = requestLanguage(request);
  const headings = list.records.file?.headings ?? [];
  const words = list.records.heading && headings.some((h) => h !== '') ? headings : headings.map((_, i) => String(i + 1));
  yield csvMark + csvLine([...words, say(runtime.texts, language, 'children.list.reason'), say(runtime.texts, language, 'children.list.line')]);
  const acting: Acting = { pool: runtime.pool, token: tokenOf(request), now: runtime.clock };
  for await (const some of failedRows(acting, list, list.phase ?? 'run')) {
    yield some.map((row) => {
      const padded = Array.from({ length: Math.max(words.length, row.cells.length) }, (_, i) => row.cells[i] ?? '');
      return csvLine([...padded, row.faults.map((f) => reasonOf(runtime, language, f)).join(' '), String(row.line)]);
    }).join('');
  }
}

export function mountLists(app: FastifyInstance, runtime: Runtime): void {
  const { texts } = runtime;
  void app.register((scope, _options, done) => {
    // Not read here: first it is asked who sends it, and to what.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(listTypes, (_request, body, parsed) => parsed(null, body));
    scope.post<{ Params: { id: string } }>('/api/children/lists/:id/file', async (request, reply) => {
      const write = await takeFile(runtime, request);
      return isRefusal(write) ? sendProblem(request, reply, write, texts) : sendProceeding(runtime, request, reply, write.proceeding, tokenOf(request), write);
    });
    done();
  });

  app.get<{ Params: { id: string } }>('/api/children/lists/:id', async (request, reply): Promise<FastifyReply> => {
    const list = isUuid(request.params.id) ? await readList(runtime, tokenOf(request), request.params.id, routeOf(request)) : refuse('not-found', 404);
    if (isRefusal(list)) return sendProblem(request, reply, list, texts);
    return reply.header('cache-control', 'no-store').send(await stateOf(runtime, request, list));
  });

  // The rows as their sender wrote them, with the reasons; for him alone, and for some days.
  app.get<{ Params: { id: string } }>('/api/children/lists/:id/failed', { exposeHeadRoute: false }, async (request, reply): Promise<FastifyReply> => {
    const list = isUuid(request.params.id) ? await readList(runtime, tokenOf(request), request.params.id, routeOf(request), 'export') : refuse('not-found', 404);
    if (isRefusal(list)) return sendProblem(request, reply, list, texts);
    if (list.phase === null || list.counts.failed === 0) return sendProblem(request, reply, refuse('not-found', 404), texts);
    if (gone(list, runtime)) return sendProblem(request, reply, refuse('children.list-gone', 410), texts);
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', attachment('failed-rows.csv'))
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('x-content-type-options', 'nosniff')
      .type('text/csv; charset=utf-8')
      .send(Readable.from(failedFile(runtime, request, list)));
  });
}

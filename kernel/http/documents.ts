/** GET /api/proceedings/{id}/documents/{name}: a document on paper, for whom it is declared, with a look whose route names it. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Language } from '../contract.ts';
import { assertCommitted, flight, withClient } from '../db/pool.ts';
import { documentFile, documentLayout, type Made } from '../documents/make.ts';
import { pdfOf } from '../documents/pdf.ts';
import { isRefusal, refuse, type Refusal } from '../problems/refusal.ts';
import { documentOf } from '../procedures/documents.ts';
import { toActor, type ActorRow } from '../procedures/rows.ts';
import type { Runtime } from '../procedures/runtime.ts';
import { proceedingView, type ReadAnswer } from '../procedures/view.ts';
import { languages } from '../texts/text.ts';
import { isUuid, tokenOf } from './call.ts';
import { requestLanguage, sendProblem } from './problem.ts';
import { viewWorld } from './proceedings.ts';

type Asking = FastifyRequest<{ Params: { id: string; name: string } }>;
const route = 'GET /api/proceedings/:id/documents';

const refusedLook = `insert into kernel.look (at, role, appointment, person, what, target, route, found)
  values ($1, kernel.word('role'), kernel.one('appointment'), kernel.one('person'), 'refused', $2, $3, 0)`;

/** In the query, or the reader's own. */
function languageAsked(request: FastifyRequest): Language | Refusal {
  const { language } = request.query as { language?: unknown };
  if (language === undefined) return requestLanguage(request);
  return languages.find((one) => one === language) ?? refuse('invalid-input', 400, {}, { fields: [{ path: '/language', code: 'not-in-list' }] });
}

/** Reads it with its look, or writes down that it was refused; both in one transaction. */
async function readFor(runtime: Runtime, request: Asking): Promise<Made | Refusal> {
  const { id, name } = request.params;
  if (!isUuid(id)) return refuse('not-found', 404);
  const language = languageAsked(request);
  if (isRefusal(language)) return language;
  const now = runtime.clock();
  const token = tokenOf(request);
  const read = await withClient(runtime.pool, async (client) => {
    // What one sees by break-glass alone leaves on no paper (0013).
    const [, , entered, found] = await flight(client, [
      { text: 'begin' },
      { text: `select set_config('qorgan.glass', 'off', true)` },
      { name: 'enter', text: 'select kernel.enter($1, $2) as actor', values: [token, now] },
      { name: 'document_place', text: 'select procedure, version from kernel.proceeding where id = $1', values: [id] },
    ]);
    const actor = (entered?.rows[0] as { actor: ActorRow | null }).actor;
    if (actor?.appointment == null) return refuse('no-session', 401);
    const place = found?.rows[0] as { procedure: string; version: string } | undefined;
    const procedure = place === undefined ? undefined : runtime.registry.procedure(place.procedure, place.version);
    const document = procedure === undefined ? undefined : documentOf(procedure, actor.role, name);
    const answers = await flight(client, [
      document === undefined
        ? { name: 'document_refused', text: refusedLook, values: [now, id, `${route}/:name`] }
        : { name: 'read_proceeding', text: 'select kernel.read_proceeding($1, $2, $3, $4) as answer', values: [token, now, id, `${route}/${document.name}`] },
      { text: 'commit' },
    ]);
    assertCommitted(answers.at(-1));
    return document === undefined ? refuse('not-found', 404) : { actor, document, answer: (answers[0]?.rows[0] as { answer: ReadAnswer }).answer };
  });
  if (isRefusal(read)) return read;
  const { actor, document, answer } = read;
  const world = await viewWorld(runtime, request, actor.directory, answer.keys ?? []);
  const view = answer.missing === true ? null : proceedingView(answer, toActor(actor), { ...world, language });
  if (view === null || view.breakGlass !== null) return refuse('not-found', 404);
  if (!view.documents.some((one) => one.name === document.name)) return refuse('document-not-ready', 409);
  const house = world.directory.organisation(actor.organisation ?? '')?.names[language] ?? '';
  return { texts: runtime.texts, language, now, view, document, maker: { name: actor.name ?? '', role: actor.role, house } };
}

export function mountDocuments(app: FastifyInstance, runtime: Runtime): void {
  app.get<{ Params: { id: string; name: string } }>('/api/proceedings/:id/documents/:name', { exposeHeadRoute: false }, async (request, reply) => {
    const made = await readFor(runtime, request);
    if (isRefusal(made)) return sendProblem(request, reply, made, runtime.texts);
    // Shown in its place, to be printed: a file on somebody's disk is what nobody needs. It is ours, and holds no script.
    return reply
      .header('cache-control', 'no-store')
      // What browsers draw a PDF with is a page of their own inside this answer: it has a style and holds one object, the PDF.
      .header('content-security-policy', "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'")
      .header('content-disposition', `inline; filename="${documentFile(made)}"`)
      .header('x-content-type-options', 'nosniff')
      .type('application/pdf')
      .send(await pdfOf(documentLayout(made)));
  });
}

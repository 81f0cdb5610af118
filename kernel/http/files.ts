/** Files of a proceeding: added under its own rights, cleaned and sealed; handed out as an attachment and never shown from here. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { flight, withClient } from '../db/pool.ts';
import { performAttach } from '../files/attach.ts';
import { attachment, fileName } from '../files/name.ts';
import { isAttacher } from '../files/rules.ts';
import { openFile, sealFile, type FileEntry } from '../files/seal.ts';
import { endings, takeIn } from '../files/take.ts';
import { largestFile, mostPixels } from '../files/terms.ts';
import { openPayload } from '../journal/entry.ts';
import type { WrappedKey } from '../journal/keys.ts';
import { isRefusal, refuse, type Refusal } from '../problems/refusal.ts';
import type { ActorRow } from '../procedures/rows.ts';
import { newIdAt, type Runtime } from '../procedures/runtime.ts';
import { erased } from '../procedures/subject-keys.ts';
import { figure } from '../signin/common.ts';
import { expectedSequence, isUuid, keyOf, tokenOf } from './call.ts';
import { sendProblem } from './problem.ts';
import { sendProceeding } from './proceedings.ts';
import { uploads, type Uploads } from './upload.ts';

const megabyte = 1024 * 1024;
const megapixel = 1_000_000;
/** What a browser says it sends: by its own guess from a name, so it only opens the door. What the file is, its content says. */
const accepted = [...Object.keys(endings), 'image/heic', 'image/heif', 'application/octet-stream'];

/** `File-Name`, percent-encoded UTF-8; null where it cannot be read. */
function nameOf(request: FastifyRequest): string | null {
  const coded = request.headers['file-name'];
  if (coded === undefined) return '';
  try {
    return decodeURIComponent(String(coded));
  } catch {
    return null;
  }
}

interface Place {
  readonly row: { procedure: string; version: string; subject: string; reporter: string | null };
  readonly actor: ActorRow;
  readonly key: WrappedKey | null;
}

/** The proceeding, where the caller sees it, with its subject's key; asked before a byte is read. */
async function placeOf(runtime: Runtime, token: Buffer | null, id: string): Promise<Place | Refusal> {
  const [, entered, found] = await withClient(runtime.pool, (client) =>
    flight(client, [
      { text: 'begin' },
      { name: 'enter', text: 'select kernel.enter($1, $2) as actor', values: [token, runtime.clock()] },
      {
        name: 'file_place', values: [id],
        text: `select p.procedure, p.version, p.subject, p.reporter, k.subject as keyed, encode(k.wrapped, 'base64') as wrapped, k.master
          from kernel.proceeding p left join kernel.subject_key k on k.subject = p.subject where p.id = $1`,
      },
      { text: 'commit' },
    ]),
  );
  const actor = (entered?.rows[0] as { actor: ActorRow | null }).actor;
  if (actor === null || actor.appointment === null) return refuse('no-session', 401);
  const row = found?.rows[0] as (Place['row'] & { keyed: string | null; wrapped: string | null; master: string }) | undefined;
  if (row === undefined) return refuse('not-found', 404);
  return { row, actor, key: row.keyed === null ? null : { subject: row.keyed, wrapped: row.wrapped, master: row.master } };
}

/** Not his proceeding, or not his to add to: to him it is not there, and that he tried is written down. */
async function notHis(runtime: Runtime, token: Buffer | null, id: string, route: string): Promise<Refusal> {
  await withClient(runtime.pool, (client) =>
    flight(client, [
      { text: 'begin' },
      { name: 'enter', text: 'select kernel.enter($1, $2) as actor', values: [token, runtime.clock()] },
      {
        name: 'file_refused', values: [runtime.clock(), id, route],
        text: `insert into kernel.look (at, role, appointment, person, what, target, route, found)
          values ($1, kernel.word('role'), kernel.one('appointment'), kernel.one('person'), 'refused', $2, $3, 0)`,
      },
      { text: 'commit' },
    ]),
  );
  return refuse('not-found', 404);
}

async function takeFile(runtime: Runtime, request: FastifyRequest<{ Params: { id: string } }>, read: Uploads['read']): ReturnType<typeof performAttach> {
  const { id } = request.params;
  const token = tokenOf(request);
  const key = keyOf(request);
  if (isRefusal(key)) return key;
  if (!isUuid(id)) return refuse('not-found', 404);
  const name = nameOf(request);
  if (name === null) return refuse('invalid-input', 400, {}, { fields: [{ path: '/File-Name', code: 'format' }] });
  const route = `${request.method} ${request.routeOptions.url ?? ''}`;
  const place = await placeOf(runtime, token, id);
  if (isRefusal(place)) return place.status === 404 ? notHis(runtime, token, id, route) : place;
  const procedure = runtime.registry.procedure(place.row.procedure, place.row.version);
  if (procedure === undefined || !isAttacher(procedure, place.row, place.actor)) return notHis(runtime, token, id, route);
  const at = runtime.clock();
  const body = request.body instanceof Readable ? request.body : Readable.from([]);
  const bytes = await read(body, figure(runtime, largestFile, at) * megabyte);
  if (isRefusal(bytes)) return bytes;
  const taken = takeIn(bytes, figure(runtime, mostPixels, at) * megapixel);
  if (isRefusal(taken)) return taken;
  const infected = await runtime.scan(bytes);
  if (infected !== null) return infected;
  const own = place.key === null ? null : ((await runtime.keys.open([place.key])).get(place.row.subject) ?? null);
  if (own === null) return erased();
  const file = sealFile(own, { id: newIdAt(at), name: fileName(name, taken.type), type: taken.type, bytes: taken.bytes });
  const input = { name, sha256: createHash('sha256').update(bytes).digest('hex') };
  return performAttach(runtime, { token, key, method: request.method, address: request.url.split('?')[0] ?? '', input, answer: route }, { id, expected: expectedSequence(request), file });
}

interface ReadFile {
  readonly answer: { actor?: ActorRow; missing?: true; entry?: { id: string; payload: string } | null; keys?: WrappedKey[] | null };
  readonly sealed: Buffer | null;
}

async function handOut(runtime: Runtime, request: FastifyRequest<{ Params: { id: string; file: string } }>): Promise<{ entry: FileEntry; bytes: Buffer } | Refusal> {
  const { id, file } = request.params;
  if (!isUuid(id) || !isUuid(file)) return refuse('not-found', 404);
  const found = await withClient(runtime.pool, async (client) => {
    const route = `${request.method} ${request.routeOptions.url ?? ''}`;
    const answers = await flight(client, [
      { text: 'begin' },
      { name: 'read_file', text: 'select answer, sealed from kernel.read_file($1, $2, $3, $4, $5)', values: [tokenOf(request), runtime.clock(), id, file, route] },
      { text: 'commit' },
    ]);
    return answers[1]?.rows[0] as ReadFile;
  });
  const { answer, sealed } = found;
  if (answer.actor === undefined) return refuse('no-session', 401);
  if (answer.missing === true || sealed === null || answer.entry == null) return refuse('not-found', 404);
  const keys = await runtime.keys.open(answer.keys ?? []);
  const key = keys.get(answer.keys?.[0]?.subject ?? '') ?? null;
  if (key === null) return erased();
  const entry = openPayload(key, answer.entry.id, answer.entry.payload).input as unknown as FileEntry;
  return { entry, bytes: openFile(key, { entry, sealed }) };
}

export function mountFiles(app: FastifyInstance, runtime: Runtime): void {
  const { texts } = runtime;
  const { read } = uploads();
  void app.register((scope, _options, done) => {
    // Not read here: first it is asked who sends it, and to what.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(accepted, (_request, body, parsed) => parsed(null, body));
    scope.post<{ Params: { id: string } }>('/api/proceedings/:id/files', async (request, reply) => {
      const write = await takeFile(runtime, request, read);
      if (isRefusal(write)) {
        if (write.status === 503) reply.header('retry-after', 5);
        return sendProblem(request, reply, write, texts);
      }
      return sendProceeding(runtime, request, reply, write.proceeding, tokenOf(request), write);
    });
    done();
  });

  app.get<{ Params: { id: string; file: string } }>('/api/proceedings/:id/files/:file', async (request, reply): Promise<FastifyReply> => {
    const found = await handOut(runtime, request);
    if (isRefusal(found)) return sendProblem(request, reply, found, texts);
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', attachment(found.entry.name))
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('x-content-type-options', 'nosniff')
      .type(found.entry.type)
      .send(found.bytes);
  });
}

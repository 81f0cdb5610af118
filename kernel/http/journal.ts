/**
 * /api/journal: checkpoints of the tree and the key that signs them, for everyone; where an entry or a look stands in it,
 * for whoever may see it.
 */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { ConsistencyProof, InclusionProof } from '../contract.ts';
import { flight, withClient } from '../db/pool.ts';
import { entryLeaf, lookLeaf, type LookLine, type SealedEntry } from '../journal/leaf.ts';
import { writeKey } from '../journal/note.ts';
import { checkpointOf, consistencyProof, inclusionProof, type StoredCheckpoint } from '../journal/proofs.ts';
import { leafHash } from '../journal/tree.ts';
import { isRefusal, refuse, type Refusal } from '../problems/refusal.ts';
import type { ActorRow } from '../procedures/rows.ts';
import type { Runtime } from '../procedures/runtime.ts';
import { isUuid, tokenOf } from './call.ts';
import { sendProblem } from './problem.ts';

const sizeSchema = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
export const InclusionQuery = Type.Object({
  kind: Type.Unsafe<'entry' | 'look'>({ type: 'string', enum: ['entry', 'look'] }),
  id: Type.String({ maxLength: 40, description: 'of the entry, a UUID; of the look, a number' }),
  size: Type.Optional(Type.Unsafe<number>({ ...sizeSchema, description: 'of the tree; the newest without it' })),
});
export const ConsistencyQuery = Type.Object({ from: sizeSchema, to: sizeSchema });

interface LeafAnswer {
  readonly actor?: ActorRow;
  readonly missing?: true;
  readonly row?: SealedEntry | { readonly look: LookLine };
  readonly number?: number | null;
  readonly salt?: string | null;
}

const wrong = (path: string): Refusal => refuse('invalid-input', 400, {}, { fields: [{ path: `/${path}`, code: 'format' }] });

/** A size as it stands in an address; a refusal where it is none. */
function sizeIn(text: unknown, path: string): number | Refusal {
  const size = typeof text === 'string' && /^[1-9]\d{0,15}$/.test(text) ? Number(text) : 0;
  return size >= 1 && Number.isSafeInteger(size) ? size : wrong(path);
}

const asText = (reply: FastifyReply, text: string, cache: string): FastifyReply => reply.header('cache-control', cache).type('text/plain; charset=utf-8').send(text);
const forever = 'public, max-age=31536000, immutable';

export function mountJournal(app: FastifyInstance, runtime: Runtime): void {
  const { pool, texts } = runtime;
  const key = `${writeKey(runtime.journal)}\n`;

  app.get('/api/journal/key', (_request, reply) => asText(reply, key, 'no-cache'));

  app.get('/api/journal/checkpoint', async (request, reply) => {
    const found = await checkpointOf(pool, null);
    return found === undefined ? sendProblem(request, reply, refuse('not-found', 404), texts) : asText(reply, found.note, 'no-cache');
  });

  app.get<{ Params: { size: string } }>('/api/journal/checkpoints/:size', async (request, reply) => {
    const size = sizeIn(request.params.size, 'size');
    const found = isRefusal(size) ? undefined : await checkpointOf(pool, size);
    return found === undefined ? sendProblem(request, reply, refuse('not-found', 404), texts) : asText(reply, found.note, forever);
  });

  app.get('/api/journal/consistency', async (request, reply) => {
    const query = request.query as Record<string, unknown>;
    const [from, to] = [sizeIn(query['from'], 'from'), sizeIn(query['to'], 'to')];
    if (isRefusal(from)) return sendProblem(request, reply, from, texts);
    if (isRefusal(to)) return sendProblem(request, reply, to, texts);
    if (from > to) return sendProblem(request, reply, wrong('from'), texts);
    const newest = await checkpointOf(pool, null);
    if (newest === undefined || to > newest.size) return sendProblem(request, reply, refuse('not-sealed', 409), texts);
    const answer: ConsistencyProof = { from, to, proof: await consistencyProof(pool, from, to) };
    return reply.header('cache-control', forever).send(answer);
  });

  app.get('/api/journal/inclusion', async (request, reply) => {
    const asked = await askedLeaf(runtime, request.query as Record<string, unknown>);
    if (isRefusal(asked)) return sendProblem(request, reply, asked, texts);
    const route = 'GET /api/journal/inclusion';
    const answer = await withClient(pool, async (client) => {
      const answers = await flight(client, [
        { text: 'begin' },
        { name: 'leaf_of', text: 'select kernel.leaf_of($1, $2, $3, $4, $5) as answer', values: [tokenOf(request), runtime.clock(), asked.entry, asked.look, route] },
        { text: 'commit' },
      ]);
      return (answers[1]?.rows[0] as { answer: LeafAnswer }).answer;
    });
    if (answer.actor === undefined || answer.actor.role === 'anyone') return sendProblem(request, reply, refuse('no-session', 401), texts);
    if (answer.row === undefined) return sendProblem(request, reply, refuse('not-found', 404), texts);
    const size = asked.size ?? asked.newest?.size ?? 0;
    const number = answer.number ?? null;
    if (number === null || number >= size || size > (asked.newest?.size ?? 0)) return sendProblem(request, reply, refuse('not-sealed', 409), texts);
    const data = 'entry' in answer.row ? entryLeaf(answer.row) : lookLeaf(answer.row.look, answer.salt ?? '');
    const proof: InclusionProof = { leaf: leafHash(data).toString('base64'), data, number, size, proof: await inclusionProof(pool, number, size) };
    return reply.header('cache-control', 'no-store').send(proof);
  });
}

interface Asked {
  readonly entry: string | null;
  readonly look: number | null;
  readonly size: number | null;
  /** Read before the leaf is looked for: what is sealed meanwhile is not in it. */
  readonly newest: StoredCheckpoint | undefined;
}

async function askedLeaf(runtime: Runtime, query: Record<string, unknown>): Promise<Asked | Refusal> {
  const { kind, id } = query;
  const size = query['size'] === undefined ? null : sizeIn(query['size'], 'size');
  if (isRefusal(size)) return size;
  if (kind !== 'entry' && kind !== 'look') return wrong('kind');
  const look = kind === 'look' ? sizeIn(id, 'id') : null;
  if (isRefusal(look)) return look;
  if (kind === 'entry' && !(typeof id === 'string' && isUuid(id))) return wrong('id');
  return { entry: kind === 'entry' ? (id as string) : null, look, size, newest: await checkpointOf(runtime.pool, null) };
}

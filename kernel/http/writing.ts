/** POST /api/proceedings/{id}/writing: I have a form of this proceeding open (or no more); who else has one. Names alone, of those who see it. */
import { Type, type Static } from 'typebox';
import type { FastifyInstance } from 'fastify';
import type { Writers } from '../contract.ts';
import { plusMillis } from '../clock.ts';
import { alone } from '../db/pool.ts';
import { isRefusal, refuse } from '../problems/refusal.ts';
import type { ActorRow } from '../procedures/rows.ts';
import type { Runtime } from '../procedures/runtime.ts';
import { bodyOf } from './body.ts';
import { isUuid, tokenOf } from './call.ts';
import { sendProblem } from './problem.ts';

export const WritingInput = Type.Object({ step: Type.String({ minLength: 1, maxLength: 60 }), over: Type.Optional(Type.Boolean()) }, { additionalProperties: false });
export type WritingInput = Static<typeof WritingInput>;

interface WritingAnswer {
  actor?: ActorRow;
  missing?: true;
  others?: { appointment: string; step: string }[] | null;
  /** The others have not been told yet that this one came, or went. */
  fresh?: boolean;
}

/** Milliseconds a line lives; pages renew it every twenty seconds (design/proceeding/useWriters.ts). */
const lives = 50_000;

export function mountWriting(app: FastifyInstance, runtime: Runtime): void {
  const { texts } = runtime;
  app.post<{ Params: { id: string } }>('/api/proceedings/:id/writing', async (request, reply) => {
    const { id } = request.params;
    if (!isUuid(id)) return sendProblem(request, reply, refuse('not-found', 404), texts);
    const input = bodyOf<WritingInput>(request, WritingInput);
    if (isRefusal(input)) return sendProblem(request, reply, input, texts);
    const at = runtime.clock();
    const answer = await alone<WritingAnswer>(runtime.pool, {
      name: 'write_here', text: 'select kernel.write_here($1, $2, $3, $4, $5, $6) as answer',
      values: [tokenOf(request), at, id, input.step, input.over === true ? null : plusMillis(at, lives), 'POST /api/proceedings/:id/writing'],
    });
    const { actor } = answer;
    if (actor === undefined || actor.appointment === null) return sendProblem(request, reply, refuse('no-session', 401), texts);
    if (answer.missing === true) return sendProblem(request, reply, refuse('not-found', 404), texts);
    const others = answer.others ?? [];
    // Those who write there ask again and hear it; nothing of it travels in the event. Where nobody is, nobody is told.
    if (answer.fresh === true && others.length > 0) runtime.changed([id]);
    const directory = await runtime.directory(actor.directory);
    const view: Writers = { others: others.map(({ appointment, step }) => ({ appointment, step, name: directory.appointment(appointment)?.name ?? '' })) };
    return reply.header('cache-control', 'no-store').send(view);
  });
}

/** Who calls, and what is asked: the beginning of every route here. */
import type { FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import type { Directory } from '#kernel/access/lookup.ts';
import { tokenOf } from '#kernel/http/call.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import type { ActorRow } from '#kernel/procedures/rows.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { validateInput } from '#kernel/procedures/schemas.ts';

/** Someone who works here, with the directory as of this request. */
export interface Staff {
  readonly actor: ActorRow & { readonly appointment: string; readonly organisation: string };
  readonly directory: Directory;
}

/** The one who calls, or `no-session`: holders of an appeal's code are no staff. */
export async function staffOf(runtime: Runtime, request: FastifyRequest): Promise<Staff | Refusal> {
  const token = tokenOf(request);
  if (token === null) return refuse('no-session', 401);
  const { rows } = await runtime.pool.query<{ actor: ActorRow | null }>('select kernel.enter($1, $2) as actor', [token, runtime.clock()]);
  const actor = rows[0]?.actor ?? null;
  if (actor === null || actor.appointment === null || actor.organisation === null) return refuse('no-session', 401);
  return {
    actor: { ...actor, appointment: actor.appointment, organisation: actor.organisation },
    directory: await runtime.directory(actor.directory),
  };
}

/** The query, or what is wrong with it. */
export const queryOf = <T>(request: FastifyRequest, schema: TSchema): T | Refusal => validateInput(schema, request.query) ?? (request.query as T);

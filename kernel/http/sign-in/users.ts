/** For heads: the people of a house, inviting one, locking one. Inviting and locking ask who it is once more. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isRefusal, refuse, type Refusal } from '../../problems/refusal.ts';
import type { ActorRow } from '../../procedures/rows.ts';
import type { Runtime } from '../../procedures/runtime.ts';
import { InviteInput, LockInput } from '../../signin/inputs.ts';
import { invite } from '../../signin/invitations.ts';
import { lockUser, usersOf } from '../../signin/people.ts';
import { requireStepUp } from '../../signin/sessions.ts';
import { say } from '../../texts/text.ts';
import { bodyOf } from '../body.ts';
import { isUuid, keyOf, tokenOf } from '../call.ts';
import { requestLanguage, sendProblem } from '../problem.ts';

export function mountUsers(app: FastifyInstance, runtime: Runtime): void {
  const { texts } = runtime;

  const actorOf = async (token: Buffer | null): Promise<ActorRow | Refusal> => {
    const { rows } = await runtime.pool.query<{ actor: ActorRow | null }>('select kernel.enter($1, $2) as actor', [token, runtime.clock()]);
    const actor = rows[0]?.actor ?? null;
    return actor === null || actor.appointment === null ? refuse('no-session', 401) : actor;
  };

  app.get<{ Querystring: { organisation?: unknown } }>('/api/users', async (request, reply) => {
    const token = tokenOf(request);
    const actor = await actorOf(token);
    const { organisation } = request.query;
    if (organisation !== undefined && (typeof organisation !== 'string' || !isUuid(organisation))) {
      return sendProblem(request, reply, refuse('invalid-input', 400, {}, { fields: [{ path: '/organisation', code: 'format' }] }), texts);
    }
    const found = isRefusal(actor) ? actor : await usersOf(runtime, token, actor, organisation ?? null);
    if (isRefusal(found)) return sendProblem(request, reply, found, texts);
    const title = (role: string): string => say(texts, requestLanguage(request), `role.${role}`);
    return reply.header('cache-control', 'no-store').send({
      ...found,
      users: found.users.map((u) => ({ ...u, roleTitle: title(u.role) })),
      roles: found.roles.map((role) => ({ role, title: title(role) })),
    });
  });

  /** What both writes ask for: a key, an input, a head who has just proved who he is. */
  const write = async <T>(request: FastifyRequest, reply: FastifyReply, schema: typeof InviteInput | typeof LockInput, act: (token: Buffer | null, actor: ActorRow, input: T, key: string) => Promise<FastifyReply | Refusal>): Promise<FastifyReply> => {
    const token = tokenOf(request);
    const key = keyOf(request);
    const actor = isRefusal(key) ? key : await actorOf(token);
    const input = isRefusal(actor) ? actor : bodyOf<T>(request, schema);
    const proved = isRefusal(input) ? input : await requireStepUp(runtime, token);
    if (proved !== null) return sendProblem(request, reply, proved, texts);
    const done = await act(token, actor as ActorRow, input as T, key as string);
    return isRefusal(done) ? sendProblem(request, reply, done, texts) : done;
  };

  app.post('/api/users/invitations', (request, reply) =>
    write<InviteInput>(request, reply, InviteInput, async (token, actor, input, key) => {
      const invitation = await invite(runtime, token, actor, input, key);
      return isRefusal(invitation) ? invitation : reply.code(201).header('cache-control', 'no-store').send(invitation);
    }));

  app.post('/api/users/locks', (request, reply) =>
    write<LockInput>(request, reply, LockInput, async (token, actor, input) => {
      const refused = await lockUser(runtime, token, actor, input.appointment, input.locked);
      return refused ?? reply.code(200).header('cache-control', 'no-store').send({ locked: input.locked });
    }));
}

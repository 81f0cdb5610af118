/** The door for who was invited: what the link is for, and coming in with it. The link travels in the body, never in an address. */
import type { FastifyInstance } from 'fastify';
import type { InvitationView } from '../../contract.ts';
import { isRefusal } from '../../problems/refusal.ts';
import type { Runtime } from '../../procedures/runtime.ts';
import { AcceptInput, LookInput } from '../../signin/inputs.ts';
import { acceptInvitation, lookInvitation } from '../../signin/invitations.ts';
import { say } from '../../texts/text.ts';
import { bodyOf, callerOf } from '../body.ts';
import { requestLanguage, sendProblem } from '../problem.ts';
import { sendOpened } from './sign-in.ts';

export function mountInvitations(app: FastifyInstance, runtime: Runtime): void {
  const { texts } = runtime;

  app.post('/api/invitations/look', async (request, reply) => {
    const input = bodyOf<LookInput>(request, LookInput);
    const found = isRefusal(input) ? input : await lookInvitation(runtime, input.link);
    if (isRefusal(found)) return sendProblem(request, reply, found, texts);
    const language = requestLanguage(request);
    const view: InvitationView = { ...found, works: found.works.map((w) => ({ roleTitle: say(texts, language, `role.${w.role}`), organisation: w.names })) };
    return reply.header('cache-control', 'no-store').send(view);
  });

  app.post('/api/invitations/accept', async (request, reply) => {
    const input = bodyOf<AcceptInput>(request, AcceptInput);
    const opened = isRefusal(input) ? input : await acceptInvitation(runtime, input, callerOf(request));
    return isRefusal(opened) ? sendProblem(request, reply, opened, texts) : sendOpened(runtime, request, reply, { ...opened });
  });
}

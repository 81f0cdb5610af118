/** One's own sessions and appointments: seen, ended, changed. Who found an open browser must not keep its owner out: ending asks for a step-up. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { OwnAppointment, OwnSession } from '../../contract.ts';
import { isRefusal, refuse } from '../../problems/refusal.ts';
import type { Runtime } from '../../procedures/runtime.ts';
import { SwitchInput } from '../../signin/inputs.ts';
import { endSessions, mySessions, ownAppointments, requireStepUp, sessionState, switchAppointment } from '../../signin/sessions.ts';
import { say } from '../../texts/text.ts';
import { bodyOf } from '../body.ts';
import { isUuid, tokenOf } from '../call.ts';
import { requestLanguage, sendProblem } from '../problem.ts';
import { sendRenewed } from './sign-in.ts';

export function mountOwnSessions(app: FastifyInstance, runtime: Runtime): void {
  const { texts } = runtime;

  const appointmentsOf = async (request: FastifyRequest, person: string): Promise<OwnAppointment[]> =>
    (await ownAppointments(runtime, person)).map((a) => ({ ...a, roleTitle: say(texts, requestLanguage(request), `role.${a.role}`) }));

  app.get('/api/session/appointments', async (request, reply) => {
    const state = await sessionState(runtime, tokenOf(request));
    if (state === null) return sendProblem(request, reply, refuse('no-session', 401), texts);
    return reply.header('cache-control', 'no-store').send(await appointmentsOf(request, state.person));
  });

  app.post('/api/session/appointment', async (request, reply) => {
    const token = tokenOf(request);
    const input = bodyOf<SwitchInput>(request, SwitchInput);
    if (isRefusal(input)) return sendProblem(request, reply, input, texts);
    if ((await sessionState(runtime, token)) === null) return sendProblem(request, reply, refuse('no-session', 401), texts);
    const fresh = await switchAppointment(runtime, token, input.appointment);
    return isRefusal(fresh) ? sendProblem(request, reply, fresh, texts) : sendRenewed(runtime, request, reply, fresh);
  });

  app.get('/api/session/list', async (request, reply) => {
    const token = tokenOf(request);
    const state = await sessionState(runtime, token);
    const rows = state === null ? refuse('no-session', 401) : await mySessions(runtime, token);
    if (state === null || isRefusal(rows)) return sendProblem(request, reply, refuse('no-session', 401), texts);
    const own = await appointmentsOf(request, state.person);
    const list: OwnSession[] = rows.map((row) => ({ ...row, appointment: own.find((a) => a.appointment === row.appointment) ?? null }));
    return reply.header('cache-control', 'no-store').send(list);
  });

  app.delete<{ Params: { id: string } }>('/api/session/list/:id', async (request, reply) => {
    const { id } = request.params;
    const token = tokenOf(request);
    const ended = isUuid(id) ? (await requireStepUp(runtime, token)) ?? (await endSessions(runtime, token, id)) : refuse('not-found', 404);
    if (isRefusal(ended)) return sendProblem(request, reply, ended, texts);
    return ended === 0 ? sendProblem(request, reply, refuse('not-found', 404), texts) : reply.code(204).send();
  });

  /** All but this one. */
  app.delete('/api/session/list', async (request, reply) => {
    const token = tokenOf(request);
    const ended = (await requireStepUp(runtime, token)) ?? (await endSessions(runtime, token, null));
    return isRefusal(ended) ? sendProblem(request, reply, ended, texts) : reply.code(204).send();
  });
}

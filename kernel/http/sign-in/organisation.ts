/** There and back again: to the organisation's sign-in, and in with what it says. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isRefusal, refuse } from '../../problems/refusal.ts';
import type { Runtime } from '../../procedures/runtime.ts';
import { OrganisationInput } from '../../signin/inputs.ts';
import type { OrganisationSignIn } from '../../signin/organisation.ts';
import { absoluteLimit, ceremonyLasts } from '../../signin/terms.ts';
import { secondsOf } from '../../signin/common.ts';
import { bodyOf, callerOf } from '../body.ts';
import { giveCookie } from './cookie.ts';
import { endFormer } from './token.ts';
import { logFailure } from '../log.ts';
import { sendProblem } from '../problem.ts';
import { isSecure, siteOf } from '../site.ts';

const callback = '/api/session/organisation/callback';
const home = '/app/';

/** Ties the way back to the browser that set out: nobody can be signed in as somebody else by a link. Lax, since one comes back from another site. */
const stateCookie = (request: FastifyRequest): string => (isSecure(request) ? '__Host-qorgan-way' : 'qorgan-way');

export function mountOrganisation(app: FastifyInstance, runtime: Runtime, organisation: OrganisationSignIn | null): void {
  const { texts } = runtime;
  /** The guard has refused whoever named no address. */
  const originOf = (request: FastifyRequest): string => siteOf(request)?.origin ?? '';
  const none = (request: FastifyRequest, reply: FastifyReply): FastifyReply => sendProblem(request, reply, refuse('not-found', 404), texts);

  app.get('/api/session/organisation', async (request, reply) =>
    organisation === null ? none(request, reply) : reply.header('cache-control', 'no-store').send({ name: organisation.settings.name, iin: organisation.settings.iinClaim !== null }));

  app.post('/api/session/organisation', async (request, reply) => {
    if (organisation === null) return none(request, reply);
    const input = bodyOf<OrganisationInput>(request, OrganisationInput);
    if (isRefusal(input)) return sendProblem(request, reply, input, texts);
    let begun;
    try {
      begun = await organisation.begin(`${originOf(request)}${callback}`, input.link ?? null);
    } catch (error) {
      logFailure(request, runtime.clock(), error);
      return sendProblem(request, reply, refuse('organisation-unreachable', 503), texts);
    }
    return reply
      .setCookie(stateCookie(request), begun.state, { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(request), maxAge: secondsOf(runtime, ceremonyLasts, runtime.clock()) })
      .header('cache-control', 'no-store')
      .send({ url: begun.url });
  });

  app.get(callback, async (request, reply) => {
    if (organisation === null) return none(request, reply);
    const name = stateCookie(request);
    const state = request.cookies[name];
    reply.clearCookie(name, { path: '/', secure: isSecure(request) }).header('cache-control', 'no-store');
    const opened = state === undefined || state !== (request.query as { state?: unknown }).state ? null : await organisation.end(new URL(request.url, originOf(request)), state, callerOf(request));
    if (opened === null) return reply.redirect(`${home}?organisation=refused`, 303);
    await endFormer(runtime, request);
    return giveCookie(request, reply, opened.token, secondsOf(runtime, absoluteLimit, runtime.clock())).redirect(home, 303);
  });
}

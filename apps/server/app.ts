/** The HTTP program, in the order in which it is put together. */
import type { RequestListener } from 'node:http';
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import compress from '@fastify/compress';
import { guardActing } from '#kernel/http/acting.ts';
import { mountDocuments } from '#kernel/http/documents.ts';
import { mountByNumber } from '#kernel/http/by-number.ts';
import { mountFiles } from '#kernel/http/files.ts';
import { mountJournal } from '#kernel/http/journal.ts';
import { guardAddress, guardContent } from '#kernel/http/guards.ts';
import { safetyHeaders } from '#kernel/http/headers.ts';
import { guardOrigin } from '#kernel/http/origin.ts';
import { mountDigest } from '#kernel/http/digest.ts';
import { mountNotices } from '#kernel/http/notices.ts';
import type { Mail } from '#kernel/outgoing/mail.ts';
import { mountPush, type PushOffer } from '#kernel/http/push.ts';
import { outgoing } from '#kernel/outgoing/outgoing.ts';
import { mountDeviceKey } from '#kernel/http/sign-in/device-key.ts';
import { mountHandOver } from '#kernel/http/hand-over.ts';
import { mountInvitations } from '#kernel/http/sign-in/invitations.ts';
import { mountPasskeys } from '#kernel/http/sign-in/passkeys.ts';
import { mountProceedings } from '#kernel/http/proceedings.ts';
import { mountOrganisation } from '#kernel/http/sign-in/organisation.ts';
import { mountOwnSessions } from '#kernel/http/sign-in/own-sessions.ts';
import { mountSignIn } from '#kernel/http/sign-in/sign-in.ts';
import { mountTeam } from '#kernel/http/team.ts';
import { mountTouch } from '#kernel/http/touch.ts';
import { mountUsers } from '#kernel/http/sign-in/users.ts';
import { mountWaiting } from '#kernel/http/waiting.ts';
import { mountWriting } from '#kernel/http/writing.ts';
import { waitedInVain } from '#kernel/db/pool.ts';
import { KeysUnavailable } from '#kernel/journal/ring.ts';
import { logFailure, logRefusal } from '#kernel/http/log.ts';
import { mountLimits } from '#kernel/limits/limits.ts';
import { refusedWith, sendProblem } from '#kernel/http/problem.ts';
import { siteAt } from '#kernel/http/site.ts';
import { answerUnreadable } from '#kernel/http/unreadable.ts';
import { refuse } from '#kernel/problems/refusal.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { organisationSignIn, type OrganisationSettings } from '#kernel/signin/organisation.ts';
import { mounts, noticeSources } from './capabilities.ts';
import type { Changes } from './changes.ts';
import { mountDemoSession } from './demo-session.ts';
import { mountEvents } from './events.ts';
import { mountHealth } from './health.ts';
import { mountOpenApi } from './openapi.ts';
import { mountSession } from './session.ts';
import { securely, type Certificate } from './tls/offer.ts';
import { guardPlain } from './tls/plain.ts';
import { mountWeb } from './web.ts';

export interface AppOptions {
  readonly runtime: Runtime;
  /** How browsers call us; absent: as each request says. */
  readonly address?: URL;
  /** Whose word about a caller's address is taken: addresses of proxies before us. */
  readonly proxies?: readonly string[];
  /** Hosts on a network of our own that the program may call. */
  readonly inside?: readonly string[];
  /** Where the organisation signs its people in; absent: nowhere. */
  readonly organisation?: OrganisationSettings;
  /** Sends letters; absent: none are sent. */
  readonly mail?: Mail;
  /** To what services of browsers pushes go; absent: to none. */
  readonly push?: PushOffer;
  readonly demo: boolean;
  /** TLS ends here; absent: at a proxy before us, or nowhere (the demo). */
  readonly certificate?: Certificate;
  /** What comes by plain http is sent over to https or refused. */
  readonly httpsOnly?: boolean;
  /** How much one person may ask for (kernel/limits): in earnest. */
  readonly limits?: boolean;
  readonly logger?: boolean;
  readonly changes: Changes;
}

/** A person's text is long at most; a file goes another way. */
const bodyLimit = 256 * 1024;
/** All headers of a request together, bytes. */
const maxHeaderSize = 16 * 1024;
/** How long a connection may take, ms: for its headers, for a whole request, a photograph over a village's line among them; how often that is looked at. */
const patience = { headers: 20_000, request: 300_000, look: 5_000 };
/** Refusals that may be somebody trying the doors. What is not there, or not the caller's, leaves a look in the database. */
const worthALine = new Set([400, 401, 403, 413, 415, 429]);
/** Whoever calls from elsewhere and claims another address is not believed. */
const ownNetwork = ['loopback', 'linklocal', 'uniquelocal'];

export async function buildApp({ runtime, address, proxies = ownNetwork, inside = [], organisation, mail, push, demo, certificate, httpsOnly = false, limits = false, logger = false, changes }: AppOptions): Promise<FastifyInstance> {
  // An address that cannot be decoded leads nowhere, like any other that is not there.
  const site = address === undefined ? null : siteAt(address);
  const frameworkErrors = (_error: FastifyError, request: FastifyRequest, reply: FastifyReply): void =>
    void sendProblem(request, reply.headers(safetyHeaders(site?.secure ?? request.protocol === 'https')), refuse('not-found', 404), runtime.texts);
  const http = { headersTimeout: patience.headers, requestTimeout: patience.request, connectionsCheckingInterval: patience.look, maxHeaderSize };
  const app = Fastify({
    bodyLimit, frameworkErrors, logger: logger ? { level: 'warn' } : false, trustProxy: [...proxies], forceCloseConnections: true, routerOptions: { maxParamLength: 200 },
    clientErrorHandler: answerUnreadable(runtime.texts), requestTimeout: patience.request, http,
    ...(certificate === undefined ? {} : { serverFactory: (answer: RequestListener) => securely(certificate, http, answer) }),
  });

  await app.register(cookie);
  // Plain text is nobody's input here; as a body it would pass for a word.
  app.removeContentTypeParser('text/plain');
  await app.register(formbody, { bodyLimit });
  await app.register(compress, { global: true, globalDecompression: false, threshold: 1024, encodings: ['gzip', 'identity'] });

  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal =
      error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' ? refuse('too-large', 413)
      : error.statusCode === 415 ? refuse('unsupported-media', 415)
      : error.statusCode === 400 ? refuse('invalid-json', 400)
      : error.code === '22021' || error.code === '22P05' ? refuse('null-byte', 400)
      : error instanceof KeysUnavailable || waitedInVain(error) ? refuse('unavailable', 503)
      : ['57P03', '57P01', 'ECONNREFUSED', '53300'].includes(error.code) ? refuse('unavailable', 503)
      : refuse('internal', 500);
    if (refusal.status >= 500) logFailure(request, runtime.clock(), error);
    return sendProblem(request, reply, refusal, runtime.texts);
  });
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, refuse('not-found', 404), runtime.texts));

  if (logger) {
    app.addHook('onResponse', async (request, reply) => {
      const code = refusedWith(request);
      if (code !== undefined && worthALine.has(reply.statusCode)) logRefusal(request, runtime.clock(), reply.statusCode, code);
    });
  }
  guardAddress(app, runtime.texts, site);
  if (httpsOnly) guardPlain(app, runtime.texts);
  guardOrigin(app, runtime.texts);
  guardContent(app, runtime.texts);
  if (limits) mountLimits(app, runtime);
  mountTouch(app, runtime);
  guardActing(app, runtime);

  mountHealth(app, runtime);
  mountSession(app, runtime, demo);
  mountDemoSession(app, runtime, demo);
  mountSignIn(app, runtime);
  mountOwnSessions(app, runtime);
  mountDeviceKey(app, runtime);
  mountPasskeys(app, runtime);
  mountOrganisation(app, runtime, organisation === undefined ? null : organisationSignIn(runtime, organisation, outgoing({ inside, local: demo })));
  mountInvitations(app, runtime);
  mountUsers(app, runtime);
  mountProceedings(app, runtime);
  mountDocuments(app, runtime);
  mountByNumber(app, runtime);
  mountWriting(app, runtime);
  mountFiles(app, runtime);
  mountTeam(app, runtime);
  mountWaiting(app, runtime);
  mountHandOver(app, runtime);
  mountNotices(app, runtime, noticeSources);
  mountDigest(app, runtime, mail ?? null);
  mountPush(app, runtime, push ?? null);
  mountJournal(app, runtime);
  for (const mount of mounts) mount(app, runtime, demo);
  mountOpenApi(app, runtime);
  mountEvents(app, runtime, changes);
  await mountWeb(app);
  return app;
}

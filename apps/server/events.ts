/** Server-sent events: "something changed, ask again". No content travels here, so nothing can leak. */
import type { FastifyInstance } from 'fastify';
import { tokenOf } from '#kernel/http/call.ts';
import { sendProblem } from '#kernel/http/problem.ts';
import { refuse } from '#kernel/problems/refusal.ts';
import type { ActorRow } from '#kernel/procedures/rows.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { whileOpen } from './capabilities.ts';
import type { Changes } from './changes.ts';

/** Many steps in one moment are told once. */
const gatherMs = 250;
const heartbeatMs = 20_000;

export function mountEvents(app: FastifyInstance, runtime: Runtime, changes: Changes): void {
  app.get('/api/events', async (request, reply) => {
    const token = tokenOf(request);
    const good = async (): Promise<boolean> => {
      const { rows } = await runtime.pool.query<{ actor: ActorRow | null }>('select kernel.enter($1, $2) as actor', [token, runtime.clock()]);
      return rows[0]?.actor?.appointment != null;
    };
    if (token === null || !(await good())) return sendProblem(request, reply, refuse('no-session', 401), runtime.texts);
    reply.hijack();
    reply.raw.writeHead(200, { ...(reply.getHeaders() as Record<string, string>), 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    reply.raw.write('retry: 3000\n\n');
    let timer: NodeJS.Timeout | null = null;
    const stop = changes.listen(() => {
      timer ??= setTimeout(() => {
        timer = null;
        reply.raw.write('event: changed\ndata: {}\n\n');
      }, gatherMs);
    });
    const open = (): void => {
      // A hint for the capabilities; the next heartbeat tells it again.
      for (const tell of whileOpen) void tell(runtime, token).catch(() => undefined);
    };
    open();
    const heart = setInterval(() => {
      reply.raw.write(': here\n\n');
      // Ended, or under a new token by now: the browser asks again with what it has. A database that does not answer ends nothing.
      good().then((still) => (still ? open() : reply.raw.end()), () => undefined);
    }, heartbeatMs);
    request.raw.on('close', () => {
      stop();
      open();
      clearInterval(heart);
      if (timer !== null) clearTimeout(timer);
    });
    return reply;
  });
}

/** Is the program alive, is it ready to serve, and what does it count: the last for one's own network alone. */
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { sendProblem } from '#kernel/http/problem.ts';
import { refuse } from '#kernel/problems/refusal.ts';
import { reachOf } from '#kernel/outgoing/reach.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';

export function mountHealth(app: FastifyInstance, runtime: Runtime): void {
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });
  const latency = new Histogram({
    name: 'qorgan_http_seconds', help: 'Time to answer, by route and status.', labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5], registers: [metrics],
  });
  app.addHook('onResponse', (request, reply, done) => {
    latency.observe({ method: request.method, route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    done();
  });
  app.get('/health/live', () => ({ live: true }));
  app.get('/health/ready', async (_request, reply) => {
    try {
      await runtime.pool.query('select 1');
      return { ready: true };
    } catch {
      return reply.code(503).send({ ready: false });
    }
  });
  app.get('/metrics', async (request, reply) => {
    if (!['machine', 'inside'].includes(reachOf(request.ip))) return sendProblem(request, reply, refuse('not-found', 404), runtime.texts);
    return reply.type(metrics.contentType).send(await metrics.metrics());
  });
}

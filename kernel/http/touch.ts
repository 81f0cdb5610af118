/** While somebody works his session goes on: at most one write a minute, and none for reads that a page makes by itself. */
import type { FastifyInstance } from 'fastify';
import { toMillis } from '../clock.ts';
import type { Runtime } from '../procedures/runtime.ts';
import { idleLimit } from '../signin/terms.ts';
import { tokenOf } from './call.ts';

const minute = 60_000;
/** Sessions this process remembers; the oldest are forgotten, and then only written once more. */
const most = 20_000;

/** A page that nobody has touched for a while says so. */
export const awayHeader = 'x-qorgan-away';

export function mountTouch(app: FastifyInstance, runtime: Runtime): void {
  const written = new Map<string, number>();
  app.addHook('onRequest', async (request) => {
    if (!request.url.startsWith('/api/') || request.url.startsWith('/api/events') || request.headers[awayHeader] !== undefined) return;
    const token = tokenOf(request);
    if (token === null) return;
    const at = runtime.clock();
    const key = token.toString('base64url');
    const now = toMillis(at);
    if (Math.abs(now - (written.get(key) ?? 0)) < minute) return;
    written.delete(key);
    written.set(key, now);
    if (written.size > most) for (const oldest of written.keys()) { written.delete(oldest); break; }
    await runtime.pool.query({ name: 'touch_session', text: 'select kernel.touch_session($1, $2, $3)', values: [token, at, runtime.registry.terms.due(idleLimit, at)] });
  });
}

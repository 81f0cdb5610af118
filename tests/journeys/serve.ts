/** The whole program for a journey: a database of its own, the demo country, the true clock (and days that go by), a free port. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { plusMillis, systemClock } from '#kernel/clock.ts';
import type { Mailed } from '#kernel/outgoing/mail.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { buildApp } from '../../apps/server/app.ts';
import { changes } from '../../apps/server/changes.ts';
import { pushFrom } from '../../apps/server/push.ts';
import { startTicking } from '../../apps/server/tick.ts';
import { launch } from '../setup/browser.ts';
import { secret, testProgram, type TestProgram } from '../setup/program.ts';

export interface Served {
  /** `http://127.0.0.1:41234` */
  readonly address: string;
  readonly program: TestProgram;
  readonly browser: Browser;
  /** A person of the demo country at a device of his own, signed in. */
  staff(appointment: string, options?: BrowserContextOptions): Promise<BrowserContext>;
  /** Letters that were sent. */
  readonly letters: readonly Mailed[];
  /** Days go by, at the server; whoever was signed in is not any more. */
  later(days: number): void;
  close(): Promise<void>;
}

const tickEvery = 1_000;

/** Without the demo, people sign in as they do in earnest. `push`: services of browsers to which pushes go; this machine counts. */
export async function serve({ demo = true, push: services = [] as readonly string[] } = {}): Promise<Served> {
  if (!existsSync(join(import.meta.dirname, '../../dist/web/index.html'))) throw new Error('the web is not built: npm test -- journeys builds it');
  const program = await testProgram(systemClock());
  const hub = changes();
  let ahead = 0;
  const runtime: Runtime = { ...program.runtime, clock: () => plusMillis(systemClock(), ahead), changed: hub.tell };
  const letters: Mailed[] = [];
  const mail = async (letter: Mailed): Promise<void> => void letters.push(letter);
  const push = pushFrom({ push: services, address: null, inside: [], demo: true }, { push: () => secret('push'), clock: program.clockToken });
  const app = await buildApp({ runtime, demo, changes: hub, mail, ...(push.offer === null ? {} : { push: push.offer }) });
  const failures: unknown[] = [];
  const pushes = push.begin(runtime, (error) => failures.push(error));
  const stopTicking = startTicking(runtime, program.clockToken, { tickMs: tickEvery, sealMs: 1_000 }, (error) => failures.push(error), { jobs: [pushes.job] });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const browser = await launch();
  return {
    address,
    program,
    browser,
    letters,
    staff: async (appointment, options = {}) => {
      const context = await browser.newContext({ baseURL: address, ...options });
      // What never comes fails all the same; how soon it comes, no journey judges.
      context.setDefaultTimeout(90_000);
      const signed = await context.request.post('/api/session/demo', { data: { appointment } });
      if (signed.status() !== 201) throw new Error(`no such appointment: ${appointment}`);
      return context;
    },
    later: (days) => {
      ahead += days * 86_400_000;
    },
    close: async () => {
      await browser.close();
      await stopTicking();
      await pushes.end();
      await app.close();
      await program.close();
      if (failures.length > 0) throw new AggregateError(failures, 'the tick failed');
    },
  };
}

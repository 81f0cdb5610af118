/**
 * The pass over the register for children who stand in it twice, by night: `qorgan duplicates` in a process of its own, so that
 * nobody whom the server answers waits for it. It has the owner's login, as that command has (docs/adr/0016); of several servers
 * the database lets one run it.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { plusMillis, type Clock, type Instant } from '#kernel/clock.ts';
import { once } from '#kernel/db/provision.ts';
import { almatyDate, almatyInstant } from '#kernel/terms/almaty.ts';
import { root } from './database.ts';

/** A server that comes up later in the day leaves it for the next night. */
const latestMs = 4 * 3_600_000;

export interface Night {
  /** `HH:MM` in Almaty. */
  readonly at: string;
  readonly clock: Clock;
  /** Did a pass come to its end since then, whoever ran it? */
  ended(since: Instant): Promise<boolean>;
  /** Begins it; its end is nobody's to wait for. */
  begin(): void;
}

/** The tick's part: begins it once a night. */
export function nightly({ at, clock, ended, begin }: Night): () => Promise<void> {
  let day = '';
  return async () => {
    const now = clock();
    const today = almatyDate(now);
    const from = almatyInstant(today, at);
    if (day === today || now < from || now >= plusMillis(from, latestMs)) return;
    const over = await ended(from);
    day = today;
    if (!over) begin();
  };
}

export const passEnded = (ownerUrl: string, since: Instant): Promise<boolean> =>
  once(ownerUrl, async (client) => (await client.query('select 1 from children.matching_pass where ended_at >= $1 limit 1', [since])).rowCount === 1);

export interface Pass {
  begin(): void;
  /** Ends it; the next one goes on where it was. */
  stop(): Promise<void>;
}

/** `failed`: it ended otherwise than well. */
export function passProcess(failed: (error: Error) => void): Pass {
  let running: ChildProcess | null = null;
  return {
    begin() {
      if (running !== null) return;
      const child = spawn(process.execPath, [...process.execArgv, join(root, 'apps/server/cli.ts'), 'duplicates'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
      running = child;
      child.once('error', failed);
      child.once('exit', (code, signal) => {
        running = null;
        if (code !== 0 && signal === null) failed(new Error(`the pass over the register ended with ${String(code)}`));
      });
      if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    },
    async stop() {
      const child = running;
      if (child === null) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    },
  };
}

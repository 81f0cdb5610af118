/**
 * The program's log on its way to another machine: whoever breaks in here finds it gone already. Lines of JSON, many in one
 * POST, taken when the other side says 2xx; what it does not take is kept and sent again, up to a limit, and what did not find
 * room is counted and told.
 */
import { toMillis, type Clock } from '../clock.ts';
import type { Outgoing } from './outgoing.ts';

export interface LogSender {
  /** One line, without its end. Never throws, never waits. */
  take(line: string): void;
  /** Sends what is kept, if it is time. True where nothing is left. */
  send(): Promise<boolean>;
  /** Lines kept. */
  readonly kept: () => number;
}

export interface LogPlace {
  readonly url: string;
  readonly token: string | null;
}

const atOnce = 500;
/** ms until it is tried again; doubles with each failure. */
const [firstWait, longestWait] = [1_000, 60_000];

/** `failed`: told once when the other side stops taking lines; it must not write through this sender. */
export function logSender(call: Outgoing, place: LogPlace, clock: Clock, failed: (error: unknown) => void, most = 20_000): LogSender {
  const lines: string[] = [];
  let lost = 0;
  let failures = 0;
  let next = 0;
  let under: Promise<boolean> | null = null;

  const post = async (batch: readonly string[]): Promise<void> => {
    const answer = await call(place.url, {
      method: 'POST', body: `${batch.join('\n')}\n`,
      headers: { 'content-type': 'application/x-ndjson', ...(place.token === null ? {} : { authorization: `Bearer ${place.token}` }) },
    });
    if (!answer.ok) throw new Error(`the collector of the log answered ${answer.status}`);
  };

  const send = async (): Promise<boolean> => {
    while (lines.length > 0) {
      if (toMillis(clock()) < next) return false;
      const batch = lines.slice(0, atOnce);
      const missing = lost;
      try {
        await post(missing === 0 ? batch : [JSON.stringify({ at: clock(), level: 'error', what: 'log-lines-lost', count: missing }), ...batch]);
      } catch (error) {
        if (failures === 0) failed(error);
        next = toMillis(clock()) + Math.min(longestWait, firstWait * 2 ** failures);
        failures += 1;
        return false;
      }
      // While it was under way the oldest may have had to go: they were sent all the same.
      const gone = lost - missing;
      lines.splice(0, Math.max(0, batch.length - gone));
      lost = Math.max(0, gone - batch.length);
      failures = 0;
    }
    return true;
  };

  return {
    kept: () => lines.length,
    take: (line) => {
      lines.push(line);
      if (lines.length <= most) return;
      lines.shift();
      lost += 1;
    },
    send: () => (under ??= send().finally(() => {
      under = null;
    })),
  };
}

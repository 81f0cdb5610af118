/** Puts the sender of the log to work: the program's lines, and security events as soon as they are sealed. */
import type { Clock } from '#kernel/clock.ts';
import { logAlsoTo } from '#kernel/http/log.ts';
import type { EventLine } from '#kernel/journal/leaf.ts';
import { logSender } from '#kernel/outgoing/log-sender.ts';
import { outgoing } from '#kernel/outgoing/outgoing.ts';
import type { Settings } from './settings.ts';

const everyMs = 1_000;

export interface Sending {
  readonly events: (sealed: readonly EventLine[]) => void;
  /** Sends what is left, once. */
  readonly end: () => Promise<void>;
}

/** Null where the settings name no place. `say`: to whoever sits before the program. */
export function sendLog({ log, inside, demo }: Pick<Settings, 'log' | 'inside' | 'demo'>, clock: Clock, say: (line: string) => void): Sending | null {
  if (log === null) return null;
  const sender = logSender(outgoing({ inside, local: demo }), log, clock, (error) => say(`The log cannot be sent to QORGAN_LOG_TO: ${error instanceof Error ? error.message : String(error)}. It is kept, and sent when that answers again.`));
  logAlsoTo(sender.take);
  const timer = setInterval(() => void sender.send(), everyMs);
  return {
    events: (sealed) => {
      for (const { at, ...event } of sealed) sender.take(JSON.stringify({ at, level: 'info', what: 'security-event', event }));
    },
    end: async () => {
      clearInterval(timer);
      logAlsoTo(null);
      await sender.send();
    },
  };
}

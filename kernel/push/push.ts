/**
 * Pushes to devices what presses and was not read: nothing in it, so that nothing of a child passes by a service of others.
 * A device is taken in the database before it is called, and what became of it is written after: a server that dies between
 * the two leaves it to the next turn, which may push twice and never not at all.
 */
import { plusMillis, type Instant } from '../clock.ts';
import { alone } from '../db/pool.ts';
import { handKey, presses } from '../notices/notices.ts';
import { pushEvery, pushLife } from '../notices/terms.ts';
import { weightOf, type Weighed } from '../notices/weight.ts';
import type { Outgoing } from '../outgoing/outgoing.ts';
import { instant } from '../procedures/rows.ts';
import type { Runtime } from '../procedures/runtime.ts';
import { secondsOf } from '../signin/common.ts';
import type { Term } from '../terms/term.ts';
import type { Vapid } from './vapid.ts';

interface Wait {
  readonly proceeding: string;
  readonly kind: 'came' | 'told';
  /** As the database wrote it, to its microsecond. */
  readonly came: string;
  /** Null: not his to hear of any more. */
  readonly about: (Weighed & { readonly danger: number; readonly at: string }) | null;
}
interface Due {
  readonly device: string;
  readonly endpoint: string;
  readonly tries: number;
  readonly waits: readonly Wait[];
  readonly read: readonly string[] | null;
}

/** `quiet`: nothing of it presses any more; `kept`: tried in vain, and again later. */
export type Outcome = 'sent' | 'gone' | 'quiet' | 'kept';

interface Ways {
  readonly call: Outgoing;
  /** Null where no service is named. */
  readonly vapid: Vapid | null;
  /** The endpoint as it may be called; null where it may not. */
  readonly endpointOf: (text: string) => URL | null;
  /** For the log of the server; it names the service, never a device. */
  readonly failed: (error: unknown) => void;
}

/** A service that did not take it: which, and what it said. */
class PushNotTaken extends Error {
  override readonly name = 'PushNotTaken';
  readonly code: string;
  constructor(service: string, status: number) {
    super('a push was not taken');
    this.code = `${service} ${status}`;
  }
}

/** Devices at once. */
const most = 50;
/** ms for which a device is this server's: longer than a call may take. */
const takenFor = 60_000;
/** ms until a device is tried again; doubles with each time in vain. */
const [firstWait, longestWait] = [60_000, 3_600_000];
const mostTries = 100;
const goneStatuses: readonly number[] = [404, 410];

/** Tried in vain so often before: when again. */
export const againAt = (at: Instant, tries: number): Instant => plusMillis(at, Math.min(longestWait, firstWait * 2 ** Math.min(tries, 16)));

function isUrgent({ registry }: Runtime, { proceeding, kind, about }: Wait, read: ReadonlySet<string>): boolean {
  if (about === null || read.has(handKey(kind, proceeding, instant(about.at)))) return false;
  return presses(about.danger, weightOf(registry, { ...about, openedAt: instant(about.openedAt) }));
}

export interface Pusher {
  /** What became of each device that was due. */
  readonly pass: () => Promise<readonly Outcome[]>;
  /** For the tick, which waits for no service of others: one pass at a time, and never a failure. */
  readonly job: () => Promise<void>;
  /** When the pass that is under way is over. */
  readonly end: () => Promise<void>;
}

export function pusher(runtime: Runtime, clockToken: Buffer, { call, vapid, endpointOf, failed }: Ways): Pusher {
  const { pool, clock } = runtime;
  const spanOf = (term: Term, at: Instant): number => secondsOf(runtime, term, at) * 1000;

  const send = async (text: string, at: Instant): Promise<Outcome> => {
    const endpoint = endpointOf(text);
    // Its service is not among the named ones any more: the device stays, for the day it is again.
    if (endpoint === null || vapid === null) return 'quiet';
    try {
      const { status, ok } = await call(endpoint.href, {
        method: 'POST',
        headers: { authorization: vapid.authorization(endpoint, at), ttl: String(secondsOf(runtime, pushLife, at)), urgency: 'high', topic: 'qorgan', 'content-length': '0' },
      });
      if (ok) return 'sent';
      if (goneStatuses.includes(status)) return 'gone';
      failed(new PushNotTaken(endpoint.hostname, status));
    } catch (error) {
      failed(error);
    }
    return 'kept';
  };

  const one = async ({ device, endpoint, tries, waits, read }: Due): Promise<Outcome> => {
    const at = clock();
    const known = new Set(read ?? []);
    const outcome = waits.some((wait) => isUrgent(runtime, wait, known)) ? await send(endpoint, at) : 'quiet';
    const kept = outcome === 'kept';
    const seen = kept ? [] : waits.map(({ proceeding, kind, came }) => ({ proceeding, kind, came }));
    await alone<unknown>(pool, {
      name: 'push_done', text: 'select kernel.push_done($1, $2, $3, $4, $5, $6, $7, $8) as answer',
      values: [clockToken, clock(), device, outcome === 'sent', outcome === 'gone', kept ? Math.min(tries + 1, mostTries) : 0, kept ? againAt(at, tries) : null, JSON.stringify(seen)],
    });
    return outcome;
  };

  const pass = async (): Promise<readonly Outcome[]> => {
    const outcomes: Outcome[] = [];
    for (;;) {
      const at = clock();
      const due = await alone<readonly Due[] | null>(pool, {
        name: 'push_due', text: 'select kernel.push_due($1, $2, $3, $4, $5, $6) as answer',
        values: [clockToken, at, plusMillis(at, -spanOf(pushEvery, at)), plusMillis(at, -spanOf(pushLife, at)), plusMillis(at, takenFor), most],
      });
      const done = await Promise.allSettled((due ?? []).map(one));
      for (const result of done) {
        if (result.status === 'fulfilled') outcomes.push(result.value);
        else failed(result.reason);
      }
      if (done.length < most) return outcomes;
    }
  };

  let under: Promise<unknown> | null = null;
  return {
    pass,
    job: () => {
      under ??= pass().catch(failed).finally(() => {
        under = null;
      });
      return Promise.resolve();
    },
    end: async () => {
      await under;
    },
  };
}

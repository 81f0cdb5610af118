/** What a running program has: its declarations, its database, its keys, its clock. Handed in, never global. */
import type pg from 'pg';
import { v7 } from 'uuid';
import { plusMillis, toMillis, type Clock, type Instant } from '../clock.ts';
import type { Directory } from '../access/lookup.ts';
import type { Scan } from '../files/scan.ts';
import { hmac } from '../journal/hmac.ts';
import type { NoteSigner } from '../journal/note.ts';
import type { KeyRing } from '../journal/ring.ts';
import type { Refusal } from '../problems/refusal.ts';
import type { Texts } from '../texts/text.ts';
import type { PlanWorld } from './desk.ts';
import type { Registry } from './registry.ts';

export interface Runtime {
  readonly pool: pg.Pool;
  readonly registry: Registry;
  readonly texts: Texts;
  /** Keys of subjects, and the master keys that wrap them. */
  readonly keys: KeyRing;
  /** Signs the checkpoints of the journal. */
  readonly journal: NoteSigner;
  /** Numbers and codes come from it by HMAC, so that a repeated key gives the same. */
  readonly secret: Buffer;
  /** Shown to the database where it gives what only the program may have; the database keeps its hash. */
  readonly program: Buffer;
  readonly clock: Clock;
  /** The copy of the directory; `version` is what the database said last. */
  directory(version: number | null): Promise<Directory>;
  /** By a refusal's code: what a capability adds to it in a transaction of its own, as the caller may see it. */
  readonly explain?: Readonly<Record<string, (call: { readonly token: Buffer | null; readonly route: string }, refusal: Refusal) => Promise<Refusal>>>;
  /** Told after a commit which proceedings changed. A hint for open pages, nothing that matters. */
  readonly changed: (ids: readonly string[]) => void;
  /** Asked of every file from outside before it is kept. */
  readonly scan: Scan;
}

export const newIdAt = (now: Instant): string => v7({ msecs: toMillis(now) });

export function worldOf(runtime: Runtime, directory: Directory, now: Instant, key: string): PlanWorld {
  return {
    now,
    registry: runtime.registry,
    terms: runtime.registry.terms,
    directory,
    newId: () => newIdAt(now),
    derive: (label) => hmac(runtime.secret, `${label}\n${key}`).toString('hex'),
  };
}

const dayMillis = 86_400_000;
export const daysAfter = (now: Instant) => (days: number): Instant => plusMillis(now, days * dayMillis);

/** What a decision is given. All of it is data of this moment; a decision reads nothing else. */
import type { Instant } from '../clock.ts';
import type { ActorRole } from '../access/roles.ts';
import type { Directory } from '../access/lookup.ts';
import type { TermBook } from '../terms/book.ts';
import type { Danger, Subject } from './words.ts';

/** One row of kernel.proceeding. */
export interface Proceeding {
  readonly id: string;
  readonly procedure: string;
  readonly version: string;
  readonly subject: Subject;
  readonly stage: string;
  readonly final: boolean;
  readonly outcome: string | null;
  /** Number of entries; also the ETag. */
  readonly sequence: number;
  /** Hash of the last entry, hex. */
  readonly head: string;
  readonly region: string;
  readonly district: string | null;
  /** The responsible desk: organisation and role; the named worker's appointment. */
  readonly organisation: string;
  readonly role: string;
  readonly worker: string;
  readonly sealed: boolean;
  /** The appointment that reported, who hears what became of it; null: nobody by name. */
  readonly reporter: string | null;
  readonly danger: Danger;
  readonly label: string;
  /** The most urgent running deadline. Null once final. */
  readonly due: Instant | null;
  readonly dueTerm: string | null;
  /** 0 not escalated; 1… index into the stage's escalation path + 1. */
  readonly level: number;
  readonly escalatedTo: string | null;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
}

export type DeadlineState = 'running' | 'paused' | 'met' | 'breached' | 'cancelled';

/** One row of kernel.deadline. */
export interface Deadline {
  readonly id: string;
  readonly proceeding: string;
  /** Stage deadlines carry the stage; duties (e.g. tell the prosecutor) a key of their own. */
  readonly key: string;
  readonly term: string;
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly state: DeadlineState;
  readonly metAt: Instant | null;
  readonly pausedUntil: Instant | null;
  readonly pauseReason: string | null;
  /** Since when it is paused, and when it fell due before that: a pause that ends early adds only what it took. */
  readonly pausedAt: Instant | null;
  readonly dueBefore: Instant | null;
}

export interface Actor {
  readonly role: ActorRole;
  readonly appointment: string | null;
  readonly person: string | null;
  readonly name: string | null;
  readonly organisation: string | null;
  readonly region: string | null;
  readonly district: string | null;
}

export interface Linked {
  readonly id: string;
  readonly procedure: string;
  readonly stage: string;
  readonly final: boolean;
  readonly subject: Subject;
  readonly label: string;
  /** What this link is called, e.g. `referral`, `case`, `sibling`. */
  readonly link: string;
  readonly records: Readonly<Record<string, unknown>>;
}

export interface About {
  readonly proceeding: Proceeding;
  readonly conflicts: readonly { readonly person: string | null; readonly organisation: string | null }[];
  /** Whoever acts sees it by what he is; grants and break-glass are not looked at. */
  readonly seen: boolean;
}

export interface StepContext<S extends object> {
  readonly now: Instant;
  readonly actor: Actor;
  readonly proceeding: Proceeding;
  readonly records: Readonly<S>;
  readonly deadlines: readonly Deadline[];
  readonly linked: readonly Linked[];
  readonly terms: TermBook;
  readonly directory: Directory;
  /** All proceedings about the subjects that the start or step names; whoever they belong to. Absent where it names none. */
  readonly about?: readonly About[];
  /** A fresh UUIDv7. */
  newId(): string;
  /** HMAC-SHA-256 of a label under the server's secret and this call's idempotency key, hex. The same call gives the same. */
  derive(label: string): string;
}

export interface StartContext extends StepContext<object> {
  readonly about: readonly About[];
  /** What break-glass opens by the declarations in force: procedures, and classes of fields (`procedure/class`). */
  readonly breakGlass: { readonly procedures: readonly string[]; readonly kinds: readonly string[] };
}

export interface LinkedContext<S extends object> extends StepContext<S> {
  /** The proceeding whose step left the fact. */
  readonly source: Proceeding;
}

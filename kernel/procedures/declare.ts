/**
 * A procedure is data: what law or practice prescribes. Its decisions are plain typed functions.
 * Words are fixed in docs/glossary.md: procedure, proceeding, stage, step, entry, term, deadline, fact.
 */
import type { TSchema } from 'typebox';
import type { Instant } from '../clock.ts';
import type { ActorRole, Level, Role } from '../access/roles.ts';
import type { Place } from '../access/directory.ts';
import type { Refusal } from '../problems/refusal.ts';
import type { Term } from '../terms/term.ts';
import type { Actor, StartContext, StepContext, LinkedContext } from './context.ts';
import type { DocumentDeclaration } from './documents.ts';
import type { Danger, Subject } from './words.ts';

export type { Danger, Subject };

/** Where a rule was read: `FC art. 82`, `order 506 of 21.12.2022`, `domain.md §3.1 [K]`. */
export interface Source {
  readonly title: string;
  readonly article?: string;
}

export interface OpenStage {
  /** The role that must act. Its desk is found by the place of the proceeding. */
  readonly accountable: Role;
  readonly within: Term;
  /** Who is told when the term is breached, in order; the last is a desk that always exists. */
  readonly escalation: readonly Role[];
  readonly final?: false;
}
export interface FinalStage {
  readonly final: true;
}
export type Stage = OpenStage | FinalStage;

/** How far a role reads a procedure, and which classes of its fields (keys of the records). */
export interface Reader {
  readonly role: ActorRole;
  /** `desk`: only what sits at its own organisation now. `own`: an applicant's one proceeding; what an appointed person reported himself. */
  readonly scope: Level | 'own';
  readonly classes: readonly string[];
}

/** A row a capability keeps beside the proceeding: the name of a statement in its `store`, and its values. */
export interface Write {
  readonly statement: string;
  readonly values: readonly unknown[];
  /** The program's key follows the values: for a function that the database gives to the program alone. */
  readonly program?: true;
}

export type DeadlineChange =
  /** `from`: the day a law counts from, where that is before the step (an act of yesterday). `by`: a promised day
   * before the term's own end (a measure of a plan); a later one does not lengthen the term. */
  | { readonly start: Term; readonly key?: string; readonly from?: Instant; readonly by?: Instant }
  | { readonly meet: string }
  | { readonly cancel: string }
  /** A declared reason, and an end date; the term goes on by itself then. */
  | { readonly pause: string; readonly reason: string; readonly until: Instant }
  | { readonly resume: string };

export interface Fact {
  readonly name: string;
  /** Only in memory, in the transaction: what reactions need. Stored are ids alone. */
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Opening {
  readonly procedure: string;
  readonly subject: Subject;
  readonly place: Place;
  /** The first decision: records, danger, label, and so on. The stage is the procedure's first. */
  readonly decision: Decision<object>;
  /**
   * Name of the link to the proceeding that opened it, e.g. `referral`. Null: nothing leads from one to the other
   * afterwards, neither for readers nor for locks (an operator's pause after a child's talk).
   */
  readonly link?: string | null;
  /** Asked of `place.organisation` itself, also where that house is accused in what this grows out of: it gets the
   * task, and nothing of the rest. Accused persons stay out of it all the same. */
  readonly task?: true;
  /** The appointment that reported: it sees this one, where its role reads `own`. A conflict of interest of its house does not close it. */
  readonly reporter?: string;
  /** Opened although one about this subject is open: a child handed over has two until he was seen. */
  readonly beside?: true;
  /** Given when the caller must know the id beforehand (several openings that refer to each other). */
  readonly id?: string;
}

/** What a step changes. Nothing that is not here changes. */
export interface Decision<S extends object> {
  /** Required when the step declares more than one target stage. Absent: the one target, or stays where none is declared. Null: stays. */
  readonly to?: string | null;
  /** New content of the classes of fields that change; a class not named stays as it is. */
  readonly records?: Partial<S>;
  readonly danger?: Danger;
  /** How lists name it to those who may see it: a child's short name, an appeal's number. */
  readonly label?: string;
  /** Required when the stage reached is final. */
  readonly outcome?: string;
  readonly sealed?: boolean;
  readonly deadlines?: readonly DeadlineChange[];
  /** Moves the proceeding to another place (then the stage's role is looked up there). */
  readonly place?: Place;
  /** Names the worker; otherwise one is found at the accountable desk. */
  readonly worker?: string;
  readonly facts?: readonly Fact[];
  readonly open?: readonly Opening[];
  /** Persons and organisations that must neither see nor steer it from now on. */
  readonly conflicts?: readonly { readonly person?: string; readonly organisation?: string }[];
  /** Another organisation may read it, for a purpose, until a date. */
  readonly grants?: readonly { readonly organisation: string; readonly purpose: string; readonly until: Instant }[];
  readonly writes?: readonly Write[];
  /** Whoever holds this number and code may follow this one proceeding. Only their hash is stored. */
  readonly code?: { readonly number: string; readonly code: string };
  /** Proceedings of `about` that it is linked with from now on: they hear its facts. */
  readonly links?: readonly { readonly proceeding: string; readonly name: string }[];
}

export interface Step<S extends object = object> {
  readonly from: readonly string[];
  /** Stages it can lead to. Empty: the stage stays. */
  readonly to: readonly string[];
  readonly by: readonly ActorRole[];
  readonly input: TSchema;
  /** Class of fields its input belongs to in the story; the procedure's first when absent. */
  readonly class?: string;
  /** Offered only when this holds (beside stage and role), e.g. a visit before an assessment. */
  when?(records: S): boolean;
  /** Shown only to whom this holds for, where the role alone does not say it (his own pause), by the records he sees. `decide` tells others why not. */
  offeredTo?(records: Partial<S>, actor: Actor): boolean;
  /** Subjects beside its own that it decides on: what there is about them is locked, and given to `decide`. */
  about?(records: S): readonly string[];
  decide(context: StepContext<S>, input: unknown): Decision<S> | Refusal;
}

export interface Start {
  readonly by: readonly ActorRole[];
  readonly input: TSchema;
  /** Class of fields its input belongs to in the story, the narrowest that anything in it has; the procedure's first when absent. */
  readonly class?: string;
  /** Stages it may begin in, beside the first. */
  readonly leads?: readonly string[];
  /** Who it is must be proved anew just before (kernel/signin): for what opens what is not one's own. */
  readonly stepUp?: true;
  /** Known subjects it decides on: what there is about them is locked, and given to `open`. */
  about?(input: unknown): readonly string[];
  open(context: StartContext, input: unknown): Opening | Refusal;
}

/**
 * A subject has one open proceeding of it at a time: what would open another about a known subject is given to the open
 * one. Where only closed ones are there, the new one inherits their conflicts and is linked to them as `earlier`.
 */
export interface Join<S extends object = object> {
  /** Name in the journal, and of its text as a step. */
  readonly name: string;
  /** Stages its decision may move the open one to. Absent: it never moves it. */
  readonly to?: readonly string[];
  /** `opening`: what would have been opened. Its facts, writes and openings are not carried over by themselves. */
  decide(context: StepContext<S>, opening: Opening): Decision<S>;
}

/** What the procedure does on a fact. `decide` acts on linked proceedings, `open` starts a new one. */
export interface Reaction<S extends object = object> {
  readonly on: string;
  /** Name in the journal. */
  readonly name: string;
  readonly procedure: string;
  /** Stages its `decide` may move a linked proceeding to. Absent: it never moves one. */
  readonly to?: readonly string[];
  /** `decide` acts on the very proceeding that left the fact instead, e.g. on its own `deadline.breached`. */
  readonly own?: true;
  decide?(context: LinkedContext<S>, fact: Fact): Decision<S> | null;
  open?(context: LinkedContext<object>, fact: Fact): Opening | readonly Opening[] | null;
}

export interface Procedure<S extends object = object> {
  /** `capability.name`, also its URL `/api/capability/name`. */
  readonly id: string;
  /** Date it applies from. A running proceeding keeps the version it began under. */
  readonly version: string;
  readonly basis: readonly Source[];
  readonly subject: Subject['kind'];
  /** Classes of fields its records fall into; each has its own readers. The first is the ordinary one. */
  readonly classes: readonly string[];
  /** The first is where a proceeding begins. */
  readonly stages: Readonly<Record<string, Stage>>;
  readonly start?: Start;
  readonly join?: Join<S>;
  readonly steps: Readonly<Record<string, Step<S>>>;
  readonly readers: readonly Reader[];
  /** Classes of fields that break-glass shows of an open proceeding; absent: it is never opened so. */
  readonly breakGlass?: readonly string[];
  /**
   * Roles that add a file to what they reported themselves, at these stages, though they read no file of it: a drawing
   * that goes with the words. Whoever reads the ordinary class adds to it anyhow.
   */
  readonly files?: { readonly own: readonly Role[]; readonly from: readonly string[] };
  /** `false`: it is about how the house works, not about a child in danger; no danger is shown. */
  readonly weighsDanger?: false;
  /** Outcomes it can close with. */
  readonly outcomes: readonly string[];
  /** What may be drawn from it on paper. */
  readonly documents?: readonly DocumentDeclaration<S>[];
  /** Every open stage of older versions to an open one of this: on its day the clock moves them (kernel/procedures/move.ts). Absent: they keep theirs. */
  readonly moves?: Readonly<Record<string, string>>;
}

/** Declares a procedure, keeping the type of its records for its own steps. */
export const procedure = <S extends object>(declared: Procedure<S>): Procedure => declared as Procedure;

/** Declares a reaction with the type of its records. */
export const reaction = <S extends object>(declared: Reaction<S>): Reaction => declared as Reaction;

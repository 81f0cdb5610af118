/** The commission on minors: what others may know of it. Runs in browsers. */
import type { OrganisationKind, Role } from '#kernel/access/roles.ts';
import type { ChildNote } from '#cap/children/contract.ts';

/** Bodies that get tasks. Each has a procedure of its own, since a stage has one accountable role. */
export const taskBodies = {
  guardianship: { procedure: 'commission.task-guardianship', kind: 'guardianship-body', role: 'guardianship-specialist' },
  school: { procedure: 'commission.task-school', kind: 'school', role: 'school-worker' },
  police: { procedure: 'commission.task-police', kind: 'police', role: 'police-inspector' },
  clinic: { procedure: 'commission.task-clinic', kind: 'clinic', role: 'health-worker' },
  'family-support': { procedure: 'commission.task-family-support', kind: 'family-support-centre', role: 'social-worker' },
} as const satisfies Record<string, { procedure: string; kind: OrganisationKind; role: Role }>;
export type TaskBody = keyof typeof taskBodies;
export const taskBodyNames = Object.keys(taskBodies) as readonly TaskBody[];

export const procedures = { matter: 'commission.matter', sitting: 'commission.sitting', reading: 'commission.reading', review: 'commission.review' } as const;

/** Names of the facts that the commission leaves. */
export const facts = {
  /** A matter was put on the agenda of a sitting. Data: OnAgenda. */
  onAgenda: 'commission.on-agenda',
  /** A matter was taken off the agenda of a sitting. Data: OffAgenda. */
  offAgenda: 'commission.off-agenda',
  /** A sitting that has begun goes on without a matter: its files close. Data: OffAgenda. */
  filesClosed: 'commission.files-closed',
  /** A sitting is over, with or without having been held. Data: SittingOver. */
  sittingOver: 'commission.sitting-over',
  /** Data: Decided. */
  decided: 'commission.decided',
  /** Data: TaskOver. */
  taskOver: 'commission.task-over',
  /** The commission above answered. Data: Reviewed. */
  reviewed: 'commission.reviewed',
} as const;

export interface OnAgenda {
  readonly matter: string;
  readonly child: string;
}
export interface OffAgenda {
  readonly matter: string;
  readonly sitting: string | null;
}
export interface SittingOver {
  readonly sitting: string;
  readonly held: boolean;
}
export interface Decided {
  readonly matter: string;
  readonly decision: Decision;
  /** In words, for whoever brought it. */
  readonly words: string;
}
export interface TaskOver {
  readonly task: string;
  readonly state: 'done' | 'released';
  readonly words: string;
}
export interface Reviewed {
  readonly words: string;
}

/** Why a matter comes: what others bring, or what a body brings itself (law No. 245-VIII art. 79 p. 6). */
export const reasons = ['support-refused', 'special-school-return', 'police', 'offence', 'parents', 'neglected', 'hard-situation', 'other'] as const;
export type Reason = (typeof reasons)[number];
export const decisions = ['tasks', 'no-measures', 'to-court'] as const;
export type Decision = (typeof decisions)[number];

/** Class `matter`: what the secretary and the chair work with. */
export interface MatterNote {
  readonly child: ChildNote;
  readonly reason: Reason;
  readonly broughtBy: string | null;
  /** The commission of the district; null: there is none in the directory. */
  readonly commission: string | null;
  /** The sitting on whose agenda it is. */
  readonly sitting: string | null;
  readonly decided: readonly {
    /** Null: decided by the interagency commission, by the minutes that `paper` names. */
    readonly sitting: string | null; readonly paper?: string;
    readonly decision: Decision; readonly words: string; readonly childHeard: boolean; readonly representative: boolean;
    readonly for: number; readonly against: number; readonly at: string;
  }[];
  readonly tasks: readonly { readonly task: string; readonly body: TaskBody; readonly organisation: string | null; readonly what: string; readonly by: string; readonly state: 'open' | 'done' | 'released'; readonly words: string | null }[];
  readonly above: { readonly question: string; readonly answer: string | null; readonly at: string } | null;
}
/** Class `file`: what a member reads on the day. */
export interface FileNote {
  readonly summary: string;
  readonly childView: string | null;
  readonly question: string | null;
}
export interface MatterRecords {
  readonly matter: MatterNote;
  readonly file: FileNote;
}

export interface SittingRecords {
  /** Members read this: when, where, who is of it; from its beginning on, who was of it on that day. */
  readonly sitting: { readonly commission: string; readonly date: string; readonly time: string; readonly where: string; readonly members: readonly string[] };
  readonly agenda: { readonly items: readonly { readonly matter: string; readonly child: string }[] };
  readonly minutes?: {
    readonly present: readonly string[];
    readonly absent: readonly string[];
    readonly quorum: number;
    readonly began: string;
    readonly ended: string | null;
    readonly signed: { readonly by: string; readonly at: string } | null;
  };
}

/** One member and one file, while the sitting lasts. */
export interface ReadingRecords {
  readonly file: (FileNote & { readonly age: number | null; readonly reason: Reason; readonly matter: string }) | null;
}

export interface ReviewRecords {
  readonly review: { readonly question: string; readonly commission: string | null; readonly answer: { readonly words: string; readonly at: string } | null };
}

export interface TaskRecords {
  readonly task: {
    readonly what: string; readonly by: string; readonly age: number | null; readonly organisation: string | null;
    /** Number and day of a decision on paper; null: decided in a sitting here. */
    readonly paper: string | null;
    readonly result: { readonly words: string; readonly at: string } | null;
    readonly declined: readonly { readonly why: string; readonly at: string }[];
  };
}

/** GET /api/commission/readings: files of the day that the caller may read now. */
export interface MyReadings {
  readonly readings: readonly { readonly id: string; readonly label: string; readonly openedAt: string }[];
}

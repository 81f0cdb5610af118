/** Protection cases and medico-social accounting: what others may know of them. Runs in browsers. */
import type { Role } from '#kernel/access/roles.ts';
import type { Danger } from '#kernel/procedures/declare.ts';

export const procedures = { protection: 'cases.protection', medicoSocial: 'cases.medico-social', report: 'cases.report' } as const;

/** Who works with children elsewhere, reports, and hears what was agreed. */
export const reporters: readonly Role[] = ['school-worker', 'health-worker', 'social-worker', 'police-inspector'];

/** Names of the facts that cases leave. */
export const facts = {
  /** Data: CaseOpened. */
  opened: 'cases.opened',
  /** A report about a child whose case is open was given to that case. Data: CaseJoined. */
  joined: 'cases.joined',
  /** Data: ReferRequest. `referrals` opens a proceeding of its own, under the id in the request. */
  refer: 'cases.refer',
  /** Data: CaseProgress. */
  progress: 'cases.progress',
  /** Data: CaseClosed. */
  closed: 'cases.closed',
  /** Data: CaseQuiet. */
  quiet: 'cases.quiet',
  /** The receiving case saw the child: the sending one may let go. */
  transferSeen: 'cases.transfer-seen',
  /** The child is not where he was said to be. */
  transferReturned: 'cases.transfer-returned',
} as const;

/** Facts of `referrals` that a case hears. Their source is the referral, linked with the case. */
export const referralFacts = {
  /** Data: { what: string, summary: string }. */
  answered: 'referrals.answered',
  /** Data: { reason: string, second: boolean }. The clock of the case goes on. */
  declined: 'referrals.declined',
  accepted: 'referrals.accepted',
  late: 'referrals.late',
  /** Nobody could do it: the region closed it. */
  unmet: 'referrals.unmet',
  withdrawn: 'referrals.withdrawn',
  /** Data: { until: 'YYYY-MM-DD' }. The police hold facts back. */
  hold: 'referrals.hold',
  holdLifted: 'referrals.hold-lifted',
} as const;

export interface CaseOpened {
  readonly case: string;
  readonly procedure: string;
  readonly danger: Danger;
}

/** `instead`: the id of the case that would have been opened. */
export interface CaseJoined extends CaseOpened {
  readonly instead: string;
}

export const referKinds = ['service', 'police-notice', 'medical', 'information'] as const;
export type ReferKind = (typeof referKinds)[number];

export type ReferBasis =
  | { readonly kind: 'legal-duty'; readonly law: string }
  /** `by`: who consented (the child, a representative), in words; `age`: of the child, in years. */
  | { readonly kind: 'consent'; readonly by: string; readonly age: number | null };

/** What a case asks of another agency: only what that agency needs. */
export interface ReferRequest {
  /** The id the referral must be opened under; the case's deadline is `referral:<id>`. */
  readonly referral: string;
  readonly case: string;
  readonly kind: ReferKind;
  readonly child: { readonly label: string; readonly age: number | null; readonly sex: 'male' | 'female' | null } | null;
  /** A kind of service, or a word of the case's own (`protection`, `accompany`). */
  readonly need: string;
  readonly organisation: string | null;
  readonly region: string;
  readonly district: string | null;
  readonly question: string;
  /** Fields chosen to be shown, in words: nothing else goes out. */
  readonly snapshot: Readonly<Record<string, string>>;
  readonly basis: ReferBasis;
  readonly danger: Danger;
  readonly urgent: boolean;
  /** Facts held back until then, at the request of the police. */
  readonly holdUntil?: string;
}

/** Until then nobody is written to by a machine: the police hold facts back, or the child has died. A past instant ends it. */
export interface CaseQuiet {
  readonly case: string;
  readonly until: string;
}
/** `until` of what never ends. */
export const forGood = '9999-12-31T00:00:00.000Z';

/** Text keys by who is told; null: nobody writes to him (a death, or the police hold facts back). */
export interface Told {
  readonly forChild: string | null;
  readonly forThirdParty: string | null;
  readonly forProfessional: string | null;
}
/** GET /api/cases/reports: what the caller reported himself, the newest first. */
export interface MyReports {
  readonly reports: readonly {
    readonly id: string; readonly label: string; readonly stage: string; readonly stageTitle: string; readonly openedAt: string;
    /** What he was told last, in his language. */
    readonly told: { readonly at: string; readonly text: string } | null;
  }[];
}

export interface CaseProgress extends Told {
  readonly case: string;
  readonly state: 'checked' | 'help-continues';
}
export interface CaseClosed extends Told {
  readonly case: string;
  readonly outcome: string;
}

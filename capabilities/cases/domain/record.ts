/** What a case holds, by class of field. Each class has its own readers (procedures/). */
import type { Danger } from '#kernel/procedures/declare.ts';
import type { Instant } from '#kernel/clock.ts';
import type { AccusedRelation } from '#cap/representatives/contract.ts';

export const contacts = ['alone', 'seen', 'not-seen'] as const;
export type Contact = (typeof contacts)[number];
export const safeties = ['safe', 'safe-with-plan', 'unsafe'] as const;
export type Safety = (typeof safeties)[number];
/** The five areas of the Digital Family Map (economic, social, household, health, education), and what it leaves out. */
export const domains = ['safety', 'health', 'development', 'education', 'family', 'household', 'economic', 'social', 'own-wishes'] as const;
export type AssessedDomain = (typeof domains)[number];
export const levels = ['good', 'needs-help', 'harm'] as const;
export type Level = (typeof levels)[number];
export const bodies = ['guardianship', 'education', 'health', 'social-protection', 'police', 'family-support-centre', 'justice', 'ngo', 'family', 'other'] as const;
export type Body = (typeof bodies)[number];
export const measureStates = ['open', 'done', 'dropped'] as const;

export interface Visit {
  readonly at: Instant;
  readonly where: string;
  readonly contact: Contact;
  /** The child's own words, as said. */
  readonly words: string | null;
  readonly seen: string;
  readonly safety: Safety | null;
}
export interface Measure {
  readonly id: string;
  readonly what: string;
  readonly body: Body;
  readonly who: string | null;
  /** Day, `YYYY-MM-DD`. */
  readonly by: string;
  readonly state: (typeof measureStates)[number];
  readonly note: string | null;
}
export interface ReferralNote {
  readonly id: string;
  readonly kind: string;
  readonly need: string;
  readonly urgent: boolean;
  readonly sentAt: Instant;
  readonly state: 'sent' | 'accepted' | 'answered' | 'declined' | 'late' | 'unmet' | 'withdrawn';
  readonly answer: string | null;
}
export interface Assessment {
  readonly at: Instant;
  readonly domains: readonly { readonly domain: AssessedDomain; readonly level: Level; readonly words: string }[];
  readonly summary: string;
}
export interface SiblingNote {
  readonly name: string | null;
  readonly child: string | null;
  readonly case: string | null;
  readonly reason: string | null;
}
export const approvals = ['plan', 'unseen'] as const;
/** `plan`: a head looked at the plan. `unseen`: assessing or closing without the child seen alone. */
export type ApprovalOf = (typeof approvals)[number];
export interface Approval {
  readonly of: ApprovalOf;
  readonly why: string;
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly state: 'asked' | 'given' | 'refused';
  readonly answer: string | null;
}

/** A report that came while the case was open. `weighed`: what the worker found it to mean; null while nobody has looked. */
export interface LaterReport {
  readonly category: string;
  readonly summary: string;
  readonly at: Instant;
  readonly weighed: { readonly at: Instant; readonly words: string } | null;
}

/** The part that both procedures share. */
export interface Work {
  readonly child: { readonly id: string; readonly name: string | null; readonly age: number | null; readonly sex: 'male' | 'female' | null; readonly language: string | null; readonly identified: boolean; /** `YYYY-MM-DD`, where known to the day. */ readonly born?: string | null };
  readonly concern: { readonly category: string; readonly summary: string; readonly at: Instant };
  /** What happens at 18: where he lives, learns, works, who helps. Absent: not prepared. */
  readonly leaving?: { readonly at: Instant; readonly plan: string };
  /** Absent: none has come. */
  readonly reports?: readonly LaterReport[];
  readonly visits: readonly Visit[];
  readonly assessment: Assessment | null;
  readonly plan: readonly Measure[];
  readonly reviews: readonly { readonly at: Instant; readonly summary: string }[];
  readonly referrals: readonly ReferralNote[];
  /** Another open case is about the same child, as `pair` in the register found. `asked`: this one is asked to hand over to that. */
  readonly twin?: { readonly pair: string; readonly case: string; readonly at: Instant; readonly asked: boolean; readonly settled: string | null } | null;
}

/** Where the work stands while the child is elsewhere. `R`: the stages to go back to when a search or a transfer ends. */
export interface Whereabouts<R extends string> {
  readonly resume: R | null;
  readonly transfer: { readonly to: string; readonly region: string; readonly district: string; readonly at: Instant } | null;
  readonly arrivedFrom: string | null;
}
/** What steps need that both procedures take when the child is elsewhere. */
export type Moving = Work & Whereabouts<string>;

export interface Accused {
  readonly words: string | null;
  readonly person: string | null;
  readonly organisation: string | null;
  /** The accused is the child's legal representative (FC art. 71). */
  readonly representative: boolean;
  /** What he is to the child, and whether he lives with him; absent or null: nobody knows yet. */
  readonly relation?: AccusedRelation | null;
  readonly household?: boolean | null;
  readonly heard: { readonly at: Instant; readonly words: string } | null;
}
export interface Removal {
  readonly act: string;
  readonly actDate: string;
  readonly grounds: 'life' | 'health';
  readonly prosecutorTold: Instant | null;
  readonly placed: { readonly at: Instant; readonly where: string } | null;
  readonly claim: { readonly at: Instant; readonly number: string } | null;
}
export interface CaseRecord extends Work, Whereabouts<Resumed> {
  readonly warnings: string | null;
  readonly accused: Accused | null;
  readonly safety: { readonly decision: Safety; readonly plan: string | null; readonly at: Instant } | null;
  readonly conference: { readonly at: Instant; readonly present: string; readonly decided: string } | null;
  readonly removal: Removal | null;
  /** Appointed for the child, FC art. 71. */
  readonly representative: { readonly name: string; readonly at: Instant; readonly act?: string; readonly actDate?: string; readonly organisation?: string | null } | null;
  /** Null: nobody has asked yet. Empty: asked, there are none. */
  readonly siblings: readonly SiblingNote[] | null;
  readonly approvals: readonly Approval[];
  /** How many of the visits were made before it was last reopened: they show nothing of how he is now. */
  readonly priorVisits: number;
  readonly death: { readonly on: string; readonly circumstances: string; readonly prosecutorTold: Instant | null } | null;
}
export type Resumed = 'received' | 'visiting' | 'protecting' | 'assessing' | 'planning' | 'supporting';

export interface ReporterRecord {
  readonly through: 'helpline' | 'report' | 'transfer' | 'sibling' | 'incident';
  /** Number of the appeal, where it came through 111. */
  readonly number: string | null;
  readonly role: string | null;
  readonly name: string | null;
  readonly organisation: string | null;
  /** Who reported later, while the case was open. */
  readonly others?: readonly Omit<ReporterRecord, 'others'>[];
}
export interface PoliceRecord {
  readonly hold: { readonly until: Instant; readonly investigator: string | null; readonly what: string | null } | null;
}
export interface TherapyRecord {
  readonly notes: readonly { readonly at: Instant; readonly text: string }[];
}
/** What the Committee reads: no name, no address, no words. */
export interface HeaderRecord {
  readonly category: string;
  readonly danger: Danger;
  readonly age: number | null;
  readonly safety: Safety | null;
  readonly removed: boolean;
  readonly seenAlone: boolean;
}
/** What the Committee is told when a child was taken abroad. */
export interface AbroadRecord {
  readonly country: string;
  readonly since: string | null;
  readonly withWhom: string | null;
  readonly summary: string;
  readonly child: string | null;
  readonly told: { readonly at: Instant; readonly authority: string } | null;
}

export interface ProtectionRecords {
  readonly case: CaseRecord;
  readonly reporter: ReporterRecord;
  readonly police: PoliceRecord;
  readonly therapy: TherapyRecord;
  readonly header: HeaderRecord;
  readonly abroad: AbroadRecord;
}

/** What a reporter was told: a text of ours by its key, or the desk's own words. */
export type TellingNote = { readonly at: Instant; readonly key: string } | { readonly at: Instant; readonly text: string };
/** A report as whoever made it may read it: what he said, and what he was told. */
export interface ReportRecord {
  readonly child: { readonly name: string | null; readonly age: number | null };
  readonly category: string;
  readonly summary: string;
  readonly at: Instant;
  readonly told: readonly TellingNote[];
}
export interface ReportRecords {
  readonly report: ReportRecord;
  readonly reporter: ReporterRecord;
}

export interface NoticeRecord {
  readonly number: string | null;
  readonly why: string;
  /** Last day of the preventive measures, `YYYY-MM-DD`. Null: the police have not said yet, and until then nothing is closed. */
  readonly measuresUntil: string | null;
}
export type AccountingResumed = 'notified' | 'assessing' | 'supported';
export interface AccountingRecord extends Work, Whereabouts<AccountingResumed> {}
export interface MedicoSocialRecords {
  readonly case: AccountingRecord;
  readonly notice: NoticeRecord;
  readonly abroad: AbroadRecord;
}

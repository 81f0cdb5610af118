/** Asking another agency: a request with no more in it than that agency needs, and the case's own net under it. */
import type { Place } from '#kernel/access/directory.ts';
import type { Instant } from '#kernel/clock.ts';
import type { Danger, DeadlineChange, Fact } from '#kernel/procedures/declare.ts';
import { facts, type ReferBasis, type ReferKind, type ReferRequest } from '../contract.ts';
import * as terms from '../terms.ts';
import type { ReferralNote, Work } from './record.ts';

export const shareable = ['concern', 'age', 'sex', 'language', 'safety', 'assessment', 'plan'] as const;
export type Shareable = (typeof shareable)[number];

export interface Asked {
  readonly note: ReferralNote;
  readonly deadline: DeadlineChange;
  readonly fact: Fact;
}

export interface Asking {
  readonly case: string;
  /** How the receiver's lists name the child. */
  readonly label: string;
  readonly kind: ReferKind;
  readonly need: string;
  readonly organisation: string | null;
  readonly place: Place;
  readonly question: string;
  readonly snapshot: Readonly<Record<string, string>>;
  readonly basis: ReferBasis;
  readonly danger: Danger;
  readonly urgent: boolean;
  readonly holdUntil?: Instant;
}

export const referralKey = (referral: string): string => `referral:${referral}`;

export function ask(birth: { readonly now: Instant; newId(): string }, child: Work['child'], a: Asking): Asked {
  const id = birth.newId();
  const request: ReferRequest = {
    referral: id,
    case: a.case,
    kind: a.kind,
    child: { label: a.label, age: child.age, sex: child.sex },
    need: a.need,
    organisation: a.organisation,
    region: a.place.region,
    district: a.place.district,
    question: a.question,
    snapshot: a.snapshot,
    basis: a.basis,
    danger: a.danger,
    urgent: a.urgent,
    ...(a.holdUntil === undefined ? {} : { holdUntil: a.holdUntil }),
  };
  const term = a.kind === 'police-notice' ? terms.policeNotice : a.urgent ? terms.awaitUrgent : terms.awaitReferral;
  return {
    note: { id, kind: a.kind, need: a.need, urgent: a.urgent, sentAt: birth.now, state: 'sent', answer: null },
    deadline: { start: term, key: referralKey(id) },
    fact: { name: facts.refer, data: request as unknown as Record<string, unknown> },
  };
}

/** The notice that violence against a child was seen goes to the police whether or not anybody agrees. */
export function policeNotice(
  birth: { readonly now: Instant; newId(): string },
  about: { readonly case: string; readonly label: string; readonly record: Work; readonly place: Place; readonly danger: Danger; readonly question?: string; readonly need?: string },
): Asked {
  return ask(birth, about.record.child, {
    case: about.case,
    label: about.label,
    kind: 'police-notice',
    need: about.need ?? 'protection',
    organisation: null,
    place: about.place,
    question: about.question ?? about.record.concern.summary,
    snapshot: { category: about.record.concern.category },
    basis: { kind: 'legal-duty', law: 'Prevention law No. 245-VIII of 30 Dec 2025, art. 72; Child-rights law; FC art. 67' },
    danger: about.danger,
    urgent: true,
  });
}

/** What a referral's fact changes in the case's own list. Null: it is not one of the case's. */
export function referralChanged(record: Work, id: string, change: Pick<ReferralNote, 'state' | 'answer'>): readonly ReferralNote[] | null {
  if (!record.referrals.some((r) => r.id === id)) return null;
  return record.referrals.map((r) => (r.id === id ? { ...r, ...change, answer: change.answer ?? r.answer } : r));
}

export const openReferrals = (record: Work): readonly ReferralNote[] => record.referrals.filter((r) => r.state !== 'answered' && r.state !== 'withdrawn');

/** A teacher's concern: what may be seen of a child at school, and what each sign calls for. Runs in browsers. */
import type { Danger } from '#kernel/procedures/declare.ts';
import type { Pupil } from '../pupil.ts';

export const signs = [
  'marks', 'hurt-at-home', 'afraid-home', 'sexual', 'wants-to-die', 'hurt-by-staff', 'threatened', 'neglected', 'bullied', 'changed', 'absent', 'substances', 'other',
] as const;
export type Sign = (typeof signs)[number];
export const sources = ['seen', 'heard', 'drawing', 'questionnaire'] as const;
export type ConcernSource = (typeof sources)[number];
export const concernOutcomes = ['helped', 'with-guardianship', 'bullying', 'support', 'not-confirmed'] as const;
export type ConcernOutcome = (typeof concernOutcomes)[number];

type Category = 'physical' | 'psychological' | 'sexual' | 'neglect' | 'suicide-risk';
interface Calls {
  readonly danger: Danger;
  /** Guardianship looks after the child from this moment, by this category. Null: the school's psychologist looks first. */
  readonly guardianship: Category | null;
  /** Signs of an offence: the police are told as well. */
  readonly offence: boolean;
}
const atSchool: Calls = { danger: 1, guardianship: null, offence: false };

/** What nobody at a school may weigh alone goes on at once; the order is the order of gravity. */
export const calls: Readonly<Record<Sign, Calls>> = {
  'wants-to-die': { danger: 3, guardianship: 'suicide-risk', offence: false },
  sexual: { danger: 2, guardianship: 'sexual', offence: true },
  'hurt-at-home': { danger: 2, guardianship: 'physical', offence: true },
  marks: { danger: 2, guardianship: 'physical', offence: true },
  'hurt-by-staff': { danger: 2, guardianship: 'physical', offence: true },
  threatened: { danger: 2, guardianship: 'psychological', offence: true },
  'afraid-home': { danger: 2, guardianship: 'psychological', offence: false },
  neglected: { danger: 2, guardianship: 'neglect', offence: false },
  bullied: atSchool,
  changed: atSchool,
  absent: atSchool,
  substances: atSchool,
  other: atSchool,
};

/** The gravest of all; an offence by one of them is an offence. */
export function callOf(seen: readonly Sign[]): Calls {
  const graded = (Object.keys(calls) as Sign[]).filter((sign) => seen.includes(sign)).map((sign) => calls[sign]);
  return {
    danger: graded.reduce<Danger>((most, c) => (c.danger > most ? c.danger : most), 1),
    guardianship: graded.find((c) => c.guardianship !== null)?.guardianship ?? null,
    offence: graded.some((c) => c.offence),
  };
}

export interface ConcernRecord {
  readonly school: string;
  readonly pupil: Pupil;
  readonly source: ConcernSource;
  readonly signs: readonly Sign[];
  readonly summary: string | null;
  /** Since when guardianship has it, and by what. */
  readonly guardianship: { readonly signs: readonly Sign[]; readonly at: string } | null;
}
/** What was done. No notes of a psychologist: they stay with him. */
export interface ConcernSupport {
  readonly read: string | null;
  readonly talks: readonly { readonly seenAlone: boolean; readonly agreed: string; readonly at: string }[];
  readonly done: string | null;
}
/** Who saw it: the psychologist asks him. */
export interface ConcernReporter {
  readonly name: string | null;
  readonly role: string | null;
}
/** Words about the school's own staff. The school never reads it. */
export interface ConcernStaff {
  readonly act: string;
}
export interface ConcernAnswer {
  readonly said: readonly { readonly state: 'received' | 'recorded' | 'talked' | 'closed'; readonly at: string }[];
}
export interface ConcernRecords {
  readonly concern: ConcernRecord;
  readonly support: ConcernSupport;
  readonly reporter: ConcernReporter;
  readonly staff: ConcernStaff;
  readonly answer: ConcernAnswer;
}

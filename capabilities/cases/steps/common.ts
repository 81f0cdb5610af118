/** What every step of a case is made of. */
import { roles, type Role } from '#kernel/access/roles.ts';
import type { Place } from '#kernel/access/directory.ts';
import type { Instant } from '#kernel/clock.ts';
import type { Directory } from '#kernel/access/lookup.ts';
import type { Deadline, StepContext } from '#kernel/procedures/context.ts';
import type { Decision, Fact, Step } from '#kernel/procedures/declare.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import { endOfDay } from '#kernel/terms/almaty.ts';
import { childUntil } from '#cap/children/contract.ts';
import { facts, type CaseClosed, type CaseProgress, type CaseQuiet, type Told } from '../contract.ts';
import type { CaseRecord, HeaderRecord, MedicoSocialRecords, ProtectionRecords } from '../domain/record.ts';
import { heldBack, seenAlone } from '../domain/rules.ts';

export type Protection = StepContext<ProtectionRecords>;
export type Accounting = StepContext<MedicoSocialRecords>;
export type Result = Decision<ProtectionRecords> | Refusal;
export type MsResult = Decision<MedicoSocialRecords> | Refusal;
/** A step whose input is typed: the kernel has checked it against the schema before `decide`. */
export type CaseStep = Omit<Step<ProtectionRecords>, 'decide'> & { decide(context: Protection, input: never): Result };
export type MsStep = Omit<Step<MedicoSocialRecords>, 'decide'> & { decide(context: Accounting, input: never): MsResult };

export const heads: readonly Role[] = ['district-head', 'region-head'];
export const desk: readonly Role[] = ['guardianship-specialist', ...heads];
export const workers: readonly Role[] = ['case-manager', ...desk];

export const field = (path: string, code: string): Refusal => refuse('invalid-input', 400, {}, { fields: [{ path, code }] });

export const adultFrom = (context: StepContext<object>): number => context.terms.value(childUntil, context.now).value;

export const isHead = (role: string): boolean => (heads as readonly string[]).includes(role);

export const placeOf = (context: Pick<Protection, 'proceeding'>): Place => ({ region: context.proceeding.region, district: context.proceeding.district });

/** A district of the directory as a place, or null where there is none such. */
export function placeIn(directory: Directory, district: string): Place | null {
  const found = directory.district(district);
  return found === undefined ? null : { region: found.region, district: found.code };
}

/** Keys of what is not yet done: running, paused, or breached and still undone. */
export const undone = (deadlines: readonly Deadline[]): ReadonlySet<string> =>
  new Set(deadlines.filter((d) => d.state === 'running' || d.state === 'paused' || (d.state === 'breached' && d.metAt === null)).map((d) => d.key));

/** The end of a day named in an input: a promise by the 5th holds all of the 5th. */
export const until = (date: string): Instant => endOfDay(date);

/** An appointment that may be named for a role in a place, now. */
export function fits(context: Protection | Accounting, worker: string, role: Role): boolean {
  const chosen = context.directory.appointment(worker);
  if (chosen === undefined || chosen.role !== role || (chosen.until !== null && chosen.until <= context.now) || chosen.since > context.now) return false;
  return roles[role].level !== 'district' || chosen.district === null || chosen.district === context.proceeding.district;
}

export const headerOf = (context: Protection, record: CaseRecord, danger = context.proceeding.danger): HeaderRecord => ({
  category: record.concern.category,
  danger,
  age: record.child.age,
  safety: record.safety?.decision ?? null,
  removed: record.removal !== null,
  seenAlone: seenAlone(record),
});

export const nobody: Told = { forChild: null, forThirdParty: null, forProfessional: null };
const told = (word: string): Told => ({ forChild: `cases.tell.child.${word}`, forThirdParty: `cases.tell.third-party.${word}`, forProfessional: `cases.tell.professional.${word}` });

/** What the reporter may hear of the work. Nothing while the police hold facts back. */
export function progress(context: Protection, state: CaseProgress['state']): Fact[] {
  if (heldBack(context.records.police, context.now)) return [];
  const data: CaseProgress = { case: context.proceeding.id, state, ...told(state) };
  return [{ name: facts.progress, data: data as unknown as Record<string, unknown> }];
}

/** What the police hold back now; null: nothing. */
export const heldNow = (context: Protection) => (heldBack(context.records.police, context.now) ? (context.records.police?.hold ?? null) : null);

/** Whoever brought it is written to by no machine until then. */
export const quiet = (context: StepContext<object>, until: Instant): Fact => {
  const data: CaseQuiet = { case: context.proceeding.id, until };
  return { name: facts.quiet, data: data as unknown as Record<string, unknown> };
};

/** The end of a case. `silent`: nobody is written to. */
export function closed(context: StepContext<object>, outcome: string, silent = false): Fact {
  const data: CaseClosed = { case: context.proceeding.id, outcome, ...(silent ? nobody : told(outcome)) };
  return { name: facts.closed, data: data as unknown as Record<string, unknown> };
}

/** The first hours: who works the case, who the child is, who else is in danger. */
import type { IdentityInput } from '#cap/children/contract.ts';
import type { DeadlineChange, Opening } from '#kernel/procedures/declare.ts';
import { isRefusal, refuse } from '#kernel/problems/refusal.ts';
import { dangerDuties, openCase } from '../domain/opening.ts';
import { policeNotice } from '../domain/refer.ts';
import { afterVisit, visitsNow, wasSeen } from '../domain/rules.ts';
import type { CaseRecord, SiblingNote } from '../domain/record.ts';
import { facts } from '../contract.ts';
import { dangerOf, type AssignInput, type GradeInput, type SiblingsInput } from '../inputs.ts';
import { field, fits, headerOf, heldNow, placeOf, undone, type Protection, type Result } from './common.ts';
import { known } from './who.ts';

export function assign(context: Protection, input: AssignInput): Result {
  if (!fits(context, input.worker, 'case-manager')) return field('/worker', 'not-in-list');
  const record = context.records.case;
  const last = visitsNow(record).findLast((v) => v.contact !== 'not-seen');
  // The duty officer may have seen the child before anybody was assigned: then that visit counts.
  const to = last === undefined ? 'visiting' : (afterVisit('visiting', null, last.contact, record.safety?.decision ?? last.safety) ?? 'visiting');
  return {
    to,
    worker: input.worker,
    deadlines: [{ meet: 'assign' }],
    facts: record.arrivedFrom !== null && wasSeen(record) ? [{ name: facts.transferSeen, data: { case: context.proceeding.id } }] : [],
  };
}

export function identify(context: Protection, input: IdentityInput): Result {
  const found = known(context, input);
  if (isRefusal(found)) return found;
  const before = context.records.case;
  const record: CaseRecord = { ...before, child: found.child, warnings: input.warnings ?? before.warnings };
  return { records: { case: record, header: headerOf(context, record) }, label: found.label, writes: found.writes, deadlines: found.deadlines };
}

/** Each sibling gets a case of his own, or a reason why not. */
export function siblings(context: Protection, input: SiblingsInput): Result {
  const named = input.siblings ?? [];
  if (input.none !== true && named.length === 0) return field('/siblings', 'required');
  if (input.none === true && named.length > 0) return field('/none', 'not-in-list');
  for (const [i, s] of named.entries()) {
    if (s.decision === 'not' && s.reason === undefined) return field(`/siblings/${i}/reason`, 'required');
    if (s.child === context.proceeding.subject.id) return field(`/siblings/${i}/child`, 'not-in-list');
  }
  const record = context.records.case;
  const { danger } = context.proceeding;
  const notes: SiblingNote[] = [];
  const open: Opening[] = [];
  for (const [i, { decision, reason, ...sketch }] of named.entries()) {
    const opening = decision === 'not' ? null : openCase(context, {
      child: sketch, path: `/siblings/${i}`, place: placeOf(context), category: record.concern.category, summary: record.concern.summary, danger,
      notifyPolice: danger >= 2, warnings: record.warnings, accused: record.accused === null ? null : { ...record.accused, heard: null },
      reporter: { through: 'sibling', number: null, role: context.actor.role, name: null, organisation: context.actor.organisation },
      otherwise: `${context.proceeding.label} +`,
      hold: heldNow(context),
    }, 'sibling');
    if (opening !== null) open.push(opening);
    notes.push({ name: sketch.name ?? null, child: opening?.subject.id ?? sketch.child ?? null, case: opening?.id ?? null, reason: reason ?? null });
  }
  return {
    records: { case: { ...record, siblings: [...(record.siblings ?? []), ...notes] } },
    deadlines: [{ meet: 'siblings' }],
    open,
  };
}

/** Danger is raised by a word, and lowered only after the child was seen and found safe. */
export function grade(context: Protection, input: GradeInput): Result {
  const danger = dangerOf[input.danger];
  const now = context.proceeding.danger;
  const record = context.records.case;
  if (danger < now && (record.safety === null || record.safety.decision === 'unsafe')) return refuse('case-danger-unseen', 409);
  const running = undone(context.deadlines);
  const owed = (key: string): boolean => !running.has(key) && (key !== 'assign' || context.proceeding.stage === 'received');
  const duties = danger > now ? dangerDuties(danger).filter((d) => 'start' in d && owed(d.key ?? '')) : [];
  const deadlines: DeadlineChange[] = [...duties];
  const told = record.referrals.some((r) => r.kind === 'police-notice');
  const notice = danger >= 2 && danger > now && !told
    ? policeNotice(context, { case: context.proceeding.id, label: context.proceeding.label, record, place: placeOf(context), danger, question: input.why })
    : null;
  if (notice !== null) deadlines.push(notice.deadline);
  const next: CaseRecord = notice === null ? record : { ...record, referrals: [...record.referrals, notice.note] };
  return {
    danger,
    records: { case: next, header: headerOf(context, next, danger) },
    deadlines,
    facts: notice === null ? [] : [notice.fact],
  };
}

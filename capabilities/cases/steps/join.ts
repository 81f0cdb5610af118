/** A report about a child whose case is open: it joins that case, and nothing of what it says is lost. */
import { facts, forGood, type CaseJoined } from '../contract.ts';
import type { Danger, DeadlineChange, Decision, Fact, Opening } from '#kernel/procedures/declare.ts';
import { accusedConflicts, dangerDuties, owedAnew } from '../domain/opening.ts';
import type { CaseRecord, MedicoSocialRecords, NoticeRecord, ProtectionRecords, ReporterRecord, SiblingNote, Work } from '../domain/record.ts';
import { policeNotice } from '../domain/refer.ts';
import { held, suspicionOf } from '../domain/suspicion.ts';
import { isBar } from '#cap/representatives/contract.ts';
import type { WeighInput } from '../inputs.ts';
import * as terms from '../terms.ts';
import { headerOf, heldNow, placeOf, quiet, type Accounting, type MsResult, type Protection, type Result } from './common.ts';
import { deathDuties } from './finish.ts';

/** The child as the case knows him, with what the new report adds to it. */
const childNow = (known: Work['child'], said: Work['child']): Work['child'] => ({
  ...known, name: known.name ?? said.name, age: known.age ?? said.age, sex: known.sex ?? said.sex, language: known.language ?? said.language,
});

const withReport = <W extends Work>(record: W, said: Work, now: string): W => ({
  ...record,
  child: childNow(record.child, said.child),
  reports: [...(record.reports ?? []), { category: said.concern.category, summary: said.concern.summary, at: now, weighed: null }],
});

const raised = (known: Danger, said: Danger | undefined): Danger => (said === undefined || said < known ? known : said);

/** The worker looks at it in time; where it speaks of danger, in hours, whatever ran before. */
function look(context: Protection | Accounting, danger: Danger | undefined): readonly DeadlineChange[] {
  const running = context.deadlines.find((d) => d.key === 'new-report' && d.state === 'running');
  if ((danger ?? 0) >= 2) return running?.term === terms.lookAtDanger.id ? [] : [{ start: terms.lookAtDanger, key: 'new-report' }];
  return running === undefined ? [{ start: terms.lookAtReport, key: 'new-report' }] : [];
}

function joined(context: Protection | Accounting, opening: Opening, danger: Danger): Fact {
  const data: CaseJoined = { case: context.proceeding.id, procedure: context.proceeding.procedure, danger, instead: opening.id ?? '' };
  return { name: facts.joined, data: data as unknown as Record<string, unknown> };
}

const reportedBy = (known: ReporterRecord, { others: _, ...said }: ReporterRecord): ReporterRecord => ({ ...known, others: [...(known.others ?? []), said] });

/** Two warnings are two: whoever goes there reads both. */
const bothWarnings = (known: string | null, said: string | null): string | null =>
  said === null || known === said ? known : known === null ? said : `${known}\n${said}`;

export function joinCase(context: Protection, opening: Opening): Decision<ProtectionRecords> {
  const said = opening.decision.records as ProtectionRecords;
  const before = context.records.case;
  const { stage } = context.proceeding;
  const danger = raised(context.proceeding.danger, opening.decision.danger);
  const dead = said.case.death !== null && stage !== 'death-review' ? said.case.death : null;
  const record: CaseRecord = {
    ...withReport(before, said.case, context.now),
    warnings: bothWarnings(before.warnings, said.case.warnings),
    accused: before.accused ?? said.case.accused,
    ...(dead === null ? {} : { death: dead, siblings: null }),
  };
  // A report of violence is a notice of its own: the police hear of each.
  const notice = said.case.referrals.length === 0 ? null : policeNotice(context, {
    case: context.proceeding.id, label: context.proceeding.label, record, place: placeOf(context), danger, question: said.case.concern.summary,
  });
  const next: CaseRecord = notice === null ? record : { ...record, referrals: [...record.referrals, notice.note] };
  const hold = heldNow(context) ?? said.police?.hold ?? null;
  const over = dead !== null || stage === 'death-review';
  const duties = over ? [] : owedAnew(dangerDuties(opening.decision.danger ?? 0).filter((d) => !('start' in d) || d.key !== 'assign' || stage === 'received'), context.deadlines);
  const representative = said.case.accused?.representative === true && record.representative === null
    ? owedAnew([{ start: terms.appointRepresentative, key: 'representative' }], context.deadlines) : [];
  const of = { proceeding: context.proceeding.id, child: context.proceeding.subject.id };
  // Named is who is named; nobody named in a new report takes nothing away from that, and adds nothing to it.
  const bars = [
    ...(said.case.accused === null && before.accused !== null ? [] : suspicionOf(context, of, { accused: said.case.accused, category: said.case.concern.category, danger: opening.decision.danger ?? 0 })),
    ...(heldNow(context) === null && hold !== null ? held(context, of, hold) : []),
  ];
  return {
    ...(dead === null ? {} : { to: 'death-review' }),
    danger,
    records: {
      case: next, header: headerOf(context, next, danger), reporter: reportedBy(context.records.reporter, said.reporter),
      ...(heldNow(context) === null && hold !== null ? { police: { hold } } : {}),
    },
    conflicts: accusedConflicts(said.case.accused),
    deadlines: [...(dead === null ? [] : deathDuties), ...duties, ...representative, ...look(context, opening.decision.danger), ...(notice === null ? [] : [notice.deadline])],
    writes: [...(opening.decision.writes ?? []).filter((w) => !isBar(w)), ...bars],
    open: opening.decision.open ?? [],
    // Whoever brought this report is written to no sooner than those before.
    facts: [
      joined(context, opening, danger),
      ...(over ? [quiet(context, forGood)] : hold !== null ? [quiet(context, hold.until)] : []),
      ...(notice === null ? [] : [notice.fact]),
    ],
  };
}

/** The later end of the measures holds; one that nobody has named yet takes nothing away from one that is known. */
const laterNotice = (known: NoticeRecord, said: NoticeRecord): NoticeRecord => ({
  number: known.number ?? said.number,
  why: `${known.why}\n\n${said.why}`,
  measuresUntil: [known.measuresUntil, said.measuresUntil].filter((day) => day !== null).sort().at(-1) ?? null,
});

export function joinAccounting(context: Accounting, opening: Opening): Decision<MedicoSocialRecords> {
  const said = opening.decision.records as MedicoSocialRecords;
  const danger = raised(context.proceeding.danger, opening.decision.danger);
  return {
    danger,
    records: { case: withReport(context.records.case, said.case, context.now), notice: laterNotice(context.records.notice, said.notice) },
    deadlines: look(context, opening.decision.danger),
    writes: opening.decision.writes ?? [],
    facts: [joined(context, opening, danger)],
  };
}

/** Looked at: what it says beside what was known. */
function weighed<W extends Work>(record: W, input: WeighInput, now: string): W {
  return { ...record, reports: (record.reports ?? []).map((r) => (r.weighed === null ? { ...r, weighed: { at: now, words: input.words } } : r)) };
}
const met: readonly DeadlineChange[] = [{ meet: 'new-report' }];
export const weigh = (context: Protection, input: WeighInput): Result => ({ records: { case: weighed(context.records.case, input, context.now) }, deadlines: met });
export const weighNotice = (context: Accounting, input: WeighInput): MsResult => ({ records: { case: weighed(context.records.case, input, context.now) }, deadlines: met });

/** A sibling's case was open already: the note names that one. */
export function siblingJoined(context: Protection, fact: Fact): Decision<ProtectionRecords> | null {
  const { case: found, instead } = fact.data as unknown as CaseJoined;
  const { siblings } = context.records.case;
  if (siblings?.some((s) => s.case === instead) !== true) return null;
  return { records: { case: { ...context.records.case, siblings: siblings.map((s): SiblingNote => (s.case === instead ? { ...s, case: found } : s)) } } };
}

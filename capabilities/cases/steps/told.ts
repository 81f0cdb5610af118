/** What a reporter is told: by the desk in its own words, or by the case in words that say nothing of the family. */
import type { LinkedContext, StepContext } from '#kernel/procedures/context.ts';
import type { Decision, Fact } from '#kernel/procedures/declare.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import { procedures, type CaseClosed, type CaseProgress } from '../contract.ts';
import type { PoliceRecord, ReportRecord, ReportRecords, TellingNote } from '../domain/record.ts';
import { heldBack } from '../domain/rules.ts';
import type { AnswerReporterInput, FirstWordInput } from '../inputs.ts';

type Report = StepContext<ReportRecords>;
type Told = Decision<ReportRecords>;

const tell = (report: ReportRecord, note: TellingNote): Partial<ReportRecords> => ({ report: { ...report, told: [...report.told, note] } });

/** The police hold facts back in a case it is linked with. */
const held = (context: Report): boolean =>
  context.linked.some((l) => l.procedure === procedures.protection && heldBack((l.records as { police?: PoliceRecord }).police, context.now));

/** Without words of one's own: it has come, and is looked into. That much may be said while the police hold facts back. */
export function firstWord(context: Report, input: FirstWordInput): Told | Refusal {
  if (input.text !== undefined && held(context)) return refuse('report-held', 409);
  const note: TellingNote = input.text === undefined ? { at: context.now, key: 'cases.tell.professional.received' } : { at: context.now, text: input.text };
  return { records: tell(context.records.report, note) };
}

export function answerReporter(context: Report, input: AnswerReporterInput): Told | Refusal {
  if (held(context)) return refuse('report-held', 409);
  return { outcome: 'answered', records: tell(context.records.report, { at: context.now, text: input.text }) };
}

/** What the case leaves for professionals; null: nobody is written to by a machine. */
const keyOf = (fact: Fact): string | null => (fact.data as unknown as CaseProgress).forProfessional;

export function reportProgressed(context: LinkedContext<ReportRecords>, fact: Fact): Told | null {
  const key = keyOf(fact);
  if (key === null) return null;
  const records = tell(context.records.report, { at: context.now, key });
  return context.proceeding.final ? { records } : { to: 'helping', records };
}

/** The end of the case ends it; a child handed over to another district is still helped. */
export function reportEnded(context: LinkedContext<ReportRecords>, fact: Fact): Told | null {
  const key = keyOf(fact);
  if (key === null) return null;
  const records = tell(context.records.report, { at: context.now, key });
  if (context.proceeding.final) return { records };
  return (fact.data as unknown as CaseClosed).outcome === 'transferred' ? { to: 'helping', records } : { to: 'answered', outcome: 'told', records };
}

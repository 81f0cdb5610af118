/** A class's questionnaires may not lie unread: every sheet is accounted for, and what it says is a concern in the same moment. Pure. */
import type { StepContext } from '#kernel/procedures/context.ts';
import type { Decision, Opening } from '#kernel/procedures/declare.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import { almatyDate } from '#kernel/terms/almaty.ts';
import { procedures } from '../../contract.ts';
import { openConcern } from '../concern/opening.ts';
import { field, placeOf, schoolOf } from '../opening.ts';
import type { MistakeInput, PapersInput, ReadPapersInput } from './inputs.ts';
import type { PapersRecord, PapersRecords } from './record.ts';

type Context = StepContext<PapersRecords>;
type Result = Decision<PapersRecords> | Refusal;

export function handIn(context: StepContext<object>, input: PapersInput): Opening | Refusal {
  const school = schoolOf(context.directory, context.actor.organisation);
  if (school === undefined) return field('/className', 'organisation.unknown');
  if (input.written > almatyDate(context.now)) return field('/written', 'schools.in-the-future');
  const id = context.newId();
  const papers: PapersRecord = { school: school.id, kind: input.kind, className: input.className, written: input.written, count: input.count, quiet: 0, apart: 0, found: [], why: null };
  return {
    id, procedure: procedures.questionnaire, subject: { kind: 'incident', id }, place: placeOf(school),
    decision: { label: `${input.className}, ${input.written}`.slice(0, 200), danger: 1, records: { papers } },
  };
}

const left = ({ count, quiet, apart, found }: PapersRecord): number => count - quiet - apart - found.length;

/** Some of them, or all. What says nothing is counted, so that none is forgotten under another. */
export function read(context: Context, input: ReadPapersInput): Result {
  const { papers } = context.records;
  const school = schoolOf(context.directory, papers.school);
  if (school === undefined) return refuse('not-found', 404);
  const said = input.found ?? [];
  const apart = input.apart ?? 0;
  const sheets = input.quiet + apart + said.length;
  if (sheets === 0) return field('/quiet', 'required');
  if (sheets > left(papers)) return field('/quiet', 'schools.more-than-handed-in');
  const source = papers.kind === 'drawings' ? 'drawing' : 'questionnaire';
  // No link: what one child says later of a teacher would take the whole class's papers, and every child of it, with it.
  const concerns = said.map(({ name, signs, summary }) =>
    openConcern(context, { school, source, signs, summary, pupil: { name, className: papers.className, age: null, child: null } }, null));
  const found = said.map(({ name, signs }) => ({ name, signs, at: context.now }));
  const next: PapersRecord = { ...papers, quiet: papers.quiet + input.quiet, apart: papers.apart + apart, found: [...papers.found, ...found] };
  return { ...(left(next) === 0 ? { to: 'closed', outcome: 'read' } : { to: null }), records: { papers: next }, open: concerns };
}

/** Entered twice, or of another class. What was found in it stays found. */
export const mistake = ({ records }: Context, input: MistakeInput): Result => ({ outcome: 'mistake', records: { papers: { ...records.papers, why: input.why } } });

/** Inputs of the steps, as schemas. A report asks what was seen and nothing else; the rest the school finds out. */
import { Type, type Static } from 'typebox';
import { ChildSketch } from '#cap/helpline/contract.ts';
import { accusedStaff, kinds, liabilities, measures, outcomes, sides, times, type BullyingOutcome } from './contract.ts';
import { choice, date, form, line, text, yesNo } from './domain/fields.ts';

const pupil = (name: string) => form(
  {
    name: line('name', 400),
    className: Type.Optional(line('className', 20)),
    age: Type.Optional(Type.Integer({ title: 'schools.input.age', minimum: 5, maximum: 20 })),
    child: Type.Optional(Type.String({ title: 'schools.input.child', format: 'child' })),
  },
  `schools.input.${name}`,
);
export type PupilInput = Static<ReturnType<typeof pupil>>;

export const StartInput = form({
  /** The school; the reporter's own when absent. */
  school: Type.Optional(Type.String({ title: 'schools.input.school', format: 'organisation', 'x-kind': 'school' })),
  summary: text('summary'),
  hurt: Type.Optional(ChildSketch),
  /** Staff who are accused, or looked away: then the district has it and the school does not. */
  staff: Type.Optional(choice('staff', accusedStaff)),
  offence: Type.Optional(yesNo('offence')),
});
export type StartInput = Static<typeof StartInput>;

export const RecordInput = form({
  kinds: Type.Array(choice('kinds', kinds), { title: 'schools.input.kinds', minItems: 1, maxItems: kinds.length, uniqueItems: true }),
  times: choice('times', times),
  since: Type.Optional(date('since')),
  hurt: pupil('hurt'),
  others: Type.Optional(Type.Array(pupil('pupil'), { title: 'schools.input.others', maxItems: 20 })),
});
export type RecordInput = Static<typeof RecordInput>;

export const TellInput = form({
  side: choice('side', sides),
  how: Type.Optional(line('how')),
  /** Instead of telling: it would endanger a child. */
  withheld: Type.Optional(text('withheld', 1000)),
});
export type TellInput = Static<typeof TellInput>;
export const PsychologistInput = form({ side: choice('side', sides), agreed: text('agreed', 1000) });
export type PsychologistInput = Static<typeof PsychologistInput>;
export const CouncilInput = form({
  date: date('date'),
  childHeard: yesNo('childHeard'),
  decided: text('decided', 2000),
  plan: Type.Array(
    form({ measure: choice('measure', measures), who: line('who'), by: date('by'), what: Type.Optional(line('what', 500)) }, 'schools.input.planned'),
    { title: 'schools.input.plan', minItems: 1, maxItems: 20 },
  ),
});
export type CouncilInput = Static<typeof CouncilInput>;
export const LookInput = form({ seenAlone: yesNo('seenAlone'), again: yesNo('again'), words: text('words', 2000) });
export type LookInput = Static<typeof LookInput>;
export const OffenceInput = form({ why: text('why', 2000) });
export type OffenceInput = Static<typeof OffenceInput>;
export const AccusedInput = form({ staff: choice('staff', accusedStaff), words: text('accused-words', 2000) });
export type AccusedInput = Static<typeof AccusedInput>;

const unproved: readonly BullyingOutcome[] = outcomes.filter((o) => o !== 'stopped');
export const CloseInput = form({ outcome: choice('outcome', unproved), seenAlone: yesNo('seenAlone'), why: text('why', 2000) });
export type CloseInput = Static<typeof CloseInput>;

export const LiabilityInput = form({
  article: choice('article', ['127-2', '127-1'] as const),
  result: choice('result', liabilities),
  who: line('liable'),
  age: Type.Optional(Type.Integer({ title: 'schools.input.liable-age', minimum: 0, maximum: 120 })),
  again: yesNo('liable-again'),
  /** Of article 127-1: an official answers with more. */
  official: Type.Optional(yesNo('liable-official')),
  document: Type.Optional(line('document')),
});
export type LiabilityInput = Static<typeof LiabilityInput>;

/** Inputs of the steps, as schemas. What an inspector does every week is one choice and, if he wants, a word. */
import { Type, type Static, type TSchema } from 'typebox';
import { Sketch } from '#cap/children/contract.ts';
import { accusedRelations } from '#cap/representatives/contract.ts';
import { addressees, allBodies, attendants, bodies, findings, groundNames, schoolKinds, violences } from './contract.ts';

const text = (name: string, maxLength = 4000) => Type.String({ title: `prevention.input.${name}`, minLength: 1, maxLength, format: 'multiline' });
const line = (name: string, maxLength = 200) => Type.String({ title: `prevention.input.${name}`, minLength: 1, maxLength });
const yesNo = (name: string) => Type.Boolean({ title: `prevention.input.${name}` });
const choice = <T extends string>(name: string, values: readonly T[]) =>
  Type.Unsafe<T>({ type: 'string', enum: [...values], title: `prevention.input.${name}`, 'x-enum-text': `prevention.${name}` });
const date = (name: string) => Type.String({ title: `prevention.input.${name}`, format: 'date' });
const form = <T extends Record<string, TSchema>>(fields: T, title?: string) => Type.Object(fields, { additionalProperties: false, ...(title === undefined ? {} : { title }) });
const maybe = Type.Optional;

const whom = {
  child: Sketch,
  /** To the day, where it is known: the record ends on the eighteenth birthday. */
  born: maybe(date('born')),
  district: maybe(Type.String({ title: 'prevention.input.district', format: 'district', maxLength: 20 })),
};
const ground = {
  ground: choice('ground', groundNames),
  why: text('why', 2000),
  until: maybe(date('until')),
  document: maybe(line('document')),
  law: maybe(line('law')),
};

export const RecordInput = form({ ...whom, ...ground, explained: line('explained') });
export type RecordInput = Static<typeof RecordInput>;
export const GroundInput = form(ground);
export type GroundInput = Static<typeof GroundInput>;
export const CheckInput = form({ found: choice('found', findings), words: maybe(text('words', 2000)) });
export type CheckInput = Static<typeof CheckInput>;
export const TalkInput = form({
  minutes: Type.Integer({ title: 'prevention.input.minutes', minimum: 1, maximum: 600 }),
  present: choice('present', attendants),
  presentName: line('presentName'),
  words: text('words', 2000),
});
export type TalkInput = Static<typeof TalkInput>;
export const ReviewInput = form({ decided: text('decided', 2000) });
export type ReviewInput = Static<typeof ReviewInput>;
export const ExtendInput = form({ until: date('until'), why: text('why', 2000) });
export type ExtendInput = Static<typeof ExtendInput>;
export const BirthInput = form({ born: date('born') });
export type BirthInput = Static<typeof BirthInput>;
export const MoveInput = form({ district: Type.String({ title: 'prevention.input.district', format: 'district', maxLength: 20 }), why: text('why', 1000) });
export type MoveInput = Static<typeof MoveInput>;
export const EndInput = form({ ending: choice('ending', ['early-correction', 'expired', 'imprisoned'] as const), why: text('why', 2000), document: maybe(line('document')) });
export type EndInput = Static<typeof EndInput>;
export const DiedInput = form({ on: date('on'), why: text('why', 2000) });
export type DiedInput = Static<typeof DiedInput>;
export const EmptyInput = form({});
export const ReferInput = form({ summary: text('summary') });
export type ReferInput = Static<typeof ReferInput>;
export const WhyInput = form({ why: text('why', 2000) });
export type WhyInput = Static<typeof WhyInput>;

const to = { who: choice('who', addressees), name: maybe(line('name')), toBorn: maybe(date('toBorn')) };
const handed = { what: text('what', 2000), explained: line('explained'), signed: yesNo('signed') };
export const CautionInput = form({ ...whom, ...to, ...handed });
export type CautionInput = Static<typeof CautionInput>;
export const OrderInput = form({ ...whom, ...to, ...handed, victim: line('victim') });
export type OrderInput = Static<typeof OrderInput>;
export const CopyInput = form({ to: line('copyTo') });
export type CopyInput = Static<typeof CopyInput>;
export const BrokenInput = form({ what: text('brokenWhat', 2000), document: line('document') });
export type BrokenInput = Static<typeof BrokenInput>;

export const RepresentationInput = form({
  organisation: maybe(Type.String({ title: 'prevention.input.organisation', format: 'organisation' })),
  addressee: line('addressee'),
  causes: text('causes'),
  demanded: text('demanded', 2000),
  received: date('received'),
});
export type RepresentationInput = Static<typeof RepresentationInput>;
export const AnswerInput = form({ what: text('answerWhat', 2000), document: line('document') });
export type AnswerInput = Static<typeof AnswerInput>;
export const LiableInput = form({ document: line('document') });
export type LiableInput = Static<typeof LiableInput>;

export const ViolenceInput = form({
  ...whom,
  kind: choice('kind', violences),
  life: yesNo('life'),
  summary: text('summary'),
  accusedWords: maybe(line('accusedWords', 500)),
  accusedRelation: maybe(Type.Unsafe<(typeof accusedRelations)[number]>({ type: 'string', enum: [...accusedRelations], title: 'prevention.input.accusedRelation', 'x-enum-text': 'prevention.accused-relation' })),
  accusedHousehold: maybe(yesNo('accusedHousehold')),
});
export type ViolenceInput = Static<typeof ViolenceInput>;
export const TellInput = form({
  bodies: Type.Array(
    form({ body: choice('body', bodies), organisation: maybe(Type.String({ title: 'prevention.input.organisation', format: 'organisation' })) }, 'prevention.input.toldBody'),
    { title: 'prevention.input.bodies', minItems: 1, maxItems: 10 },
  ),
  /** What they are told: no more than they need. */
  question: text('question', 2000),
});
export type TellInput = Static<typeof TellInput>;
export const AcknowledgedInput = form({ body: choice('body', allBodies), how: line('how') });
export type AcknowledgedInput = Static<typeof AcknowledgedInput>;

export const ReleaseInput = form({
  ...whom,
  schoolKind: choice('schoolKind', schoolKinds),
  school: line('school'),
  releaseOn: date('releaseOn'),
  character: text('character', 2000),
  recommended: text('recommended', 2000),
});
export type ReleaseInput = Static<typeof ReleaseInput>;
export const ReturnedInput = form({ on: date('on') });
export type ReturnedInput = Static<typeof ReturnedInput>;
export const PlanInput = form({ study: text('study', 2000), work: maybe(text('work', 2000)), help: text('help', 2000) });
export type PlanInput = Static<typeof PlanInput>;

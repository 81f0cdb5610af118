/** Inputs of the steps, as schemas: forms, checks and published documents come from them. */
import { Type, type Static, type TSchema } from 'typebox';
import { ChildSketch } from '#cap/helpline/contract.ts';
import { admissions, companies, decisions, goneHow, labourDecisions, matters, schoolings, whereabouts, works } from './contract.ts';

const text = (name: string, maxLength = 4000) => Type.String({ title: `incidents.input.${name}`, minLength: 1, maxLength, format: 'multiline' });
const line = (name: string, maxLength = 200) => Type.String({ title: `incidents.input.${name}`, minLength: 1, maxLength });
const yesNo = (name: string) => Type.Boolean({ title: `incidents.input.${name}` });
const choice = <T extends string>(name: string, values: readonly T[]) =>
  Type.Unsafe<T>({ type: 'string', enum: [...values], title: `incidents.input.${name}`, 'x-enum-text': `incidents.${name}` });
const date = (name: string) => Type.String({ title: `incidents.input.${name}`, format: 'date' });
const form = <T extends Record<string, TSchema>>(fields: T) => Type.Object(fields, { additionalProperties: false });

const report = {
  /** Where it happened; the reporter's own district when absent. */
  district: Type.Optional(Type.String({ title: 'incidents.input.district', maxLength: 20, format: 'district' })),
  summary: text('summary'),
  child: Type.Optional(ChildSketch),
};
const carrier = {
  carrier: Type.Optional(line('carrier')),
  organisation: Type.Optional(Type.String({ title: 'incidents.input.organisation', format: 'organisation' })),
};

export const WhyInput = form({ why: text('why', 1000) });
export type WhyInput = Static<typeof WhyInput>;

export const BusStartInput = form({
  ...report,
  whereabouts: Type.Optional(choice('whereabouts', whereabouts)),
  injured: Type.Optional(yesNo('injured')),
  ...carrier,
});
export type BusStartInput = Static<typeof BusStartInput>;

/** Age is asked only where the day of birth is not known. */
export const TakeInput = form({
  date: date('date'),
  time: Type.Optional(Type.String({ title: 'incidents.input.time', pattern: /^([01]\d|2[0-3]):[0-5]\d$/.source })),
  route: line('route', 60),
  vehicle: Type.Optional(line('vehicle', 60)),
  stop: Type.Optional(line('stop')),
  accompanied: choice('accompanied', companies),
  born: Type.Optional(date('born')),
  age: Type.Optional(Type.Integer({ title: 'incidents.input.age', minimum: 0, maximum: 25 })),
  weather: Type.Optional(line('weather')),
  reason: Type.Optional(line('reason', 500)),
  ...carrier,
});
export type TakeInput = Static<typeof TakeInput>;

export const ChildCheckedInput = form({
  whereabouts: choice('whereabouts', whereabouts),
  injured: yesNo('injured'),
  confirmedBy: line('confirmedBy'),
  words: Type.Optional(text('words', 2000)),
});
export type ChildCheckedInput = Static<typeof ChildCheckedInput>;
export const ChildSafeInput = form({ confirmedBy: line('confirmedBy'), words: text('words', 2000) });
export type ChildSafeInput = Static<typeof ChildSafeInput>;

export const AskCarrierInput = form({ question: text('question', 2000) });
export type AskCarrierInput = Static<typeof AskCarrierInput>;
export const CarrierAnsweredInput = form({ answer: text('answer'), admits: choice('admits', admissions) });
export type CarrierAnsweredInput = Static<typeof CarrierAnsweredInput>;

export const DecideInput = form({
  decision: choice('decision', decisions),
  why: text('why', 2000),
  article: Type.Optional(line('article')),
  order: Type.Optional(text('order', 2000)),
});
export type DecideInput = Static<typeof DecideInput>;
export const RemediedInput = form({ what: text('what', 2000), document: Type.Optional(line('document')) });
export type RemediedInput = Static<typeof RemediedInput>;
export const PassOnInput = form({ body: line('body'), why: text('why', 1000) });
export type PassOnInput = Static<typeof PassOnInput>;

export const ContentStartInput = form({ ...report, address: Type.Optional(line('address', 2000)), matter: Type.Optional(choice('matter', matters)) });
export type ContentStartInput = Static<typeof ContentStartInput>;
export const AskExpertsInput = form({ address: line('address', 2000), question: text('question', 2000) });
export type AskExpertsInput = Static<typeof AskExpertsInput>;
export const JudgeInput = form({
  matter: choice('matter', matters),
  address: line('address', 2000),
  harmful: yesNo('harmful'),
  /** Signs of an offence, or a child in it who can be found: guardianship is told at once. */
  offence: yesNo('offence'),
  victim: yesNo('victim'),
  child: Type.Optional(ChildSketch),
  finding: text('finding', 2000),
});
export type JudgeInput = Static<typeof JudgeInput>;
export const OrderInput = form({ to: line('to'), number: Type.Optional(line('number', 100)) });
export type OrderInput = Static<typeof OrderInput>;
export const GoneInput = form({ how: choice('how', goneHow) });
export type GoneInput = Static<typeof GoneInput>;
export const ConfirmInput = form({ confirmedBy: line('confirmedBy') });
export const StillThereInput = form({ address: line('address', 2000) });
export type StillThereInput = Static<typeof StillThereInput>;
/** The police have it only when somebody there took it under a number. */
export const PoliceInput = form({ officer: line('officer'), number: line('number', 100) });
export type PoliceInput = Static<typeof PoliceInput>;

const employer = {
  employer: Type.Optional(line('employer')),
  organisation: Type.Optional(Type.String({ title: 'incidents.input.organisation', format: 'organisation' })),
};
export const LabourStartInput = form({
  ...report,
  ...employer,
  /** Force, threats or a debt: guardianship and police hear of it at once. */
  forced: Type.Optional(yesNo('forced')),
});
export type LabourStartInput = Static<typeof LabourStartInput>;
export const TakeLabourInput = form({ plan: text('plan', 1000) });
/** The employer is heard before anything is decided: what he says is part of what was found. */
export const InspectInput = form({
  date: date('inspected'),
  place: line('place'),
  work: choice('work', works),
  born: Type.Optional(date('born')),
  age: Type.Optional(Type.Integer({ title: 'incidents.input.age', minimum: 0, maximum: 25 })),
  schooling: choice('schooling', schoolings),
  contract: yesNo('contract'),
  consent: yesNo('consent'),
  weeklyHours: Type.Integer({ title: 'incidents.input.weeklyHours', minimum: 0, maximum: 168 }),
  night: yesNo('night'),
  overtime: yesNo('overtime'),
  employerSays: text('employerSays', 2000),
  ...employer,
});
export type InspectInput = Static<typeof InspectInput>;
export const ChildAtWorkInput = form({
  withFamily: yesNo('withFamily'),
  injured: yesNo('hurtAtWork'),
  forced: yesNo('forced'),
  confirmedBy: line('confirmedBy'),
  words: Type.Optional(text('words', 2000)),
});
export type ChildAtWorkInput = Static<typeof ChildAtWorkInput>;
export const DecideLabourInput = form({
  decision: choice('decision', labourDecisions),
  why: text('why', 2000),
  article: Type.Optional(line('article')),
  finedMrp: Type.Optional(Type.Integer({ title: 'incidents.input.finedMrp', minimum: 1, maximum: 2000 })),
  employerOrder: Type.Optional(text('employerOrder', 2000)),
});
export type DecideLabourInput = Static<typeof DecideLabourInput>;

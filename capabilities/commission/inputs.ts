/** Inputs of the steps, as schemas. */
import { Type, type Static, type TSchema } from 'typebox';
import { Sketch } from '#cap/children/contract.ts';
import { reasons, taskBodies, taskBodyNames, type Reason, type TaskBody } from './contract.ts';

const text = (name: string, maxLength = 4000) => Type.String({ title: `commission.input.${name}`, minLength: 1, maxLength, format: 'multiline' });
const line = (name: string, maxLength = 200) => Type.String({ title: `commission.input.${name}`, minLength: 1, maxLength });
const yesNo = (name: string) => Type.Boolean({ title: `commission.input.${name}` });
const choice = <T extends string>(name: string, values: readonly T[]) =>
  Type.Unsafe<T>({ type: 'string', enum: [...values], title: `commission.input.${name}`, 'x-enum-text': `commission.${name}` });
const date = (name: string) => Type.String({ title: `commission.input.${name}`, format: 'date' });
const form = <T extends Record<string, TSchema>>(fields: T, title?: string) => Type.Object(fields, { additionalProperties: false, ...(title === undefined ? {} : { title }) });
const maybe = Type.Optional;

/** What is not brought by another procedure of its own. */
const brought: readonly Reason[] = reasons.filter((r) => r !== 'support-refused' && r !== 'special-school-return' && r !== 'police');
export const MatterInput = form({
  child: Sketch,
  born: maybe(date('born')),
  district: maybe(Type.String({ title: 'commission.input.district', format: 'district', maxLength: 20 })),
  reason: choice('reason', brought),
  summary: text('summary'),
});
export type MatterInput = Static<typeof MatterInput>;
export const PrepareInput = form({ summary: text('summary'), childView: maybe(text('childView', 2000)), question: text('question', 2000) });
export type PrepareInput = Static<typeof PrepareInput>;
/** The sitting of that day is called by it where it is not called yet. */
export const AgendaInput = form({
  date: date('date'),
  time: Type.String({ title: 'commission.input.time', pattern: /^([01]\d|2[0-3]):[0-5]\d$/.source, maxLength: 5 }),
  where: line('where'),
});
export type AgendaInput = Static<typeof AgendaInput>;
const tasks = maybe(Type.Array(
  form({
    body: choice('body', taskBodyNames),
    organisation: maybe(Type.String({ title: 'commission.input.organisation', format: 'organisation' })),
    what: text('what', 1000),
    by: maybe(date('by')),
  }, 'commission.input.task'),
  { title: 'commission.input.tasks', maxItems: 10 },
));
/** Nobody against unless it is said. Tasks make it a decision with measures; without them it goes to the court, or nothing is needed. */
const against = maybe(Type.Integer({ title: 'commission.input.against', minimum: 0, maximum: 50 }));
export const DecideInput = form({ words: text('words'), childHeard: yesNo('childHeard'), representative: yesNo('representative'), against, tasks, toCourt: maybe(yesNo('toCourt')) });
export type DecideInput = Static<typeof DecideInput>;
/** The interagency commission has no sittings here: its minutes are named, and its votes told. */
export const DecideAboveInput = form({
  words: text('words'), paper: line('paper'), childHeard: yesNo('childHeard'), representative: yesNo('representative'),
  for: Type.Integer({ title: 'commission.input.for', minimum: 1, maximum: 50 }), against, tasks, toCourt: maybe(yesNo('toCourt')),
});
export type DecideAboveInput = Static<typeof DecideAboveInput>;
/** A decision on paper: of a village's commission, or of a sitting before this register. */
export const taskInput = (body: TaskBody) => form({
  child: Sketch,
  born: maybe(date('born')),
  organisation: maybe(Type.String({ title: 'commission.input.organisation', format: 'organisation', 'x-kind': taskBodies[body].kind })),
  what: text('what', 1000),
  by: maybe(date('by')),
  paper: line('paper'),
});
export type TaskInput = Static<ReturnType<typeof taskInput>>;
export const WhyInput = form({ why: text('why', 2000) });
export type WhyInput = Static<typeof WhyInput>;
export const AskAboveInput = form({ question: text('question', 2000) });
export type AskAboveInput = Static<typeof AskAboveInput>;

const member = Type.String({ title: 'commission.input.member', format: 'appointment', 'x-role': 'commission-member' });
export const BeginInput = form({ absent: maybe(Type.Array(member, { title: 'commission.input.absent', maxItems: 50, uniqueItems: true })) });
export type BeginInput = Static<typeof BeginInput>;
export const EmptyInput = form({});
export const WordsInput = form({ words: text('words') });
export type WordsInput = Static<typeof WordsInput>;
export const AgainInput = form({ by: date('by'), why: text('why', 1000) });
export type AgainInput = Static<typeof AgainInput>;

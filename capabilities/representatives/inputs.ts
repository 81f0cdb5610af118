/** What each step asks. Runs in browsers: forms are made of these. */
import { Type, type Static } from 'typebox';

/** As whom one asks. `appointed`: by an act of the guardianship body, FC art. 71. */
export const relations = ['mother', 'father', 'guardian', 'trustee', 'foster-carer', 'appointed', 'other'] as const;
export const households = ['with-child', 'apart', 'unknown'] as const;
export const releaseKinds = ['help', 'appointment', 'school', 'health', 'other'] as const;
/** The true reason; it is never shown outside. */
export const reasons = ['identity', 'no-ground', 'rights-lost', 'nothing-known', 'threat', 'suspected', 'held-back', 'other'] as const;
export const grounds = ['suspicion-over', 'papers', 'complaint', 'court', 'other'] as const;
export const languages = ['kk', 'ru', 'en'] as const;

export type Relation = (typeof relations)[number];
export type Household = (typeof households)[number];
export type ReleaseKind = (typeof releaseKinds)[number];
export type Reason = (typeof reasons)[number];

const title = (name: string): string => `representatives.input.${name}`;
const choice = <T extends string>(values: readonly T[], name: string) =>
  Type.Unsafe<T>({ type: 'string', enum: [...values], title: title(name), 'x-enum-text': `representatives.${name}` });
const line = (name: string, maxLength: number) => Type.String({ title: title(name), minLength: 1, maxLength });
const text = (name: string, maxLength = 2000, more: object = {}) => Type.String({ title: title(name), minLength: 1, maxLength, format: 'multiline', ...more });
const exact = { additionalProperties: false } as const;
const maybe = Type.Optional;

/** As long as the public form lets through. */
export const longest = { name: 400, childName: 400, childBorn: 60, asks: 4000, contact: 300 } as const;

export const RequestInput = Type.Object(
  {
    name: line('name', longest.name),
    relation: choice(relations, 'relation'),
    childName: line('childName', longest.childName),
    childBorn: maybe(line('childBorn', longest.childBorn)),
    district: maybe(Type.String({ title: title('district'), format: 'district', maxLength: 20 })),
    asks: text('asks', longest.asks),
    contact: maybe(line('contact', longest.contact)),
    language: maybe(choice(languages, 'language')),
  },
  exact,
);
export const TakeInput = Type.Object({ told: maybe(text('told')) }, exact);
export const VerifyInput = Type.Object(
  {
    identity: line('identity', 400),
    relation: choice(relations, 'relation'),
    ground: line('ground', 400),
    child: maybe(Type.String({ title: title('child'), 'x-text': 'representatives.hint.child', format: 'child' })),
    household: choice(households, 'household'),
    withSuspected: maybe(Type.Boolean({ title: title('withSuspected') })),
    iin: maybe(line('iin', 40)),
    person: maybe(Type.String({ title: title('person'), format: 'uuid' })),
  },
  exact,
);
export const ReleaseInput = Type.Object({ kind: choice(releaseKinds, 'kind'), words: text('words', 2000, { 'x-text': 'representatives.hint.words' }) }, exact);
export const RefuseInput = Type.Object({ reason: choice(reasons, 'reason'), why: text('why', 2000, { 'x-text': 'representatives.hint.why' }) }, exact);
export const TakeBackInput = Type.Object({ place: Type.Integer({ title: title('place'), minimum: 1, maximum: 100 }), why: text('why') }, exact);
export const RedirectInput = Type.Object({ district: Type.String({ title: title('district'), format: 'district', maxLength: 20 }), why: text('why') }, exact);
export const ReconsiderInput = Type.Object({ because: choice(grounds, 'because'), why: text('why') }, exact);

export type RequestInput = Static<typeof RequestInput>;
export type VerifyInput = Static<typeof VerifyInput>;
export type ReleaseInput = Static<typeof ReleaseInput>;
export type RefuseInput = Static<typeof RefuseInput>;
export type TakeBackInput = Static<typeof TakeBackInput>;
export type RedirectInput = Static<typeof RedirectInput>;
export type ReconsiderInput = Static<typeof ReconsiderInput>;

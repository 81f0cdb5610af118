/** For tests: a proceeding that asks others, as a case or an appeal does, and hears what they say. */
import { Type, type TSchema } from 'typebox';
import { procedure, reaction } from '#kernel/procedures/declare.ts';
import type { Capability } from '#kernel/procedures/registry.ts';
import { term } from '#kernel/terms/term.ts';
import { facts } from './contract.ts';

const within = term('asker.wait', { from: '2020-01-01', value: 30, unit: 'working-days', standing: 'default', source: 'a test' });
const senders = ['guardianship-specialist', 'case-manager', 'district-head'] as const;

interface Heard {
  readonly heard: { readonly facts: readonly { readonly name: string; readonly data: Readonly<Record<string, unknown>> }[] };
}

const words = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const district = Type.String({ format: 'district' });
const level = Type.Union([0, 1, 2, 3].map((n) => Type.Literal(n)));

/** The two requests there are: `referral`, `case` and `appeal` are filled in where they are left out. */
export const Requests = Type.Union([
  Type.Object({
    fact: Type.Literal('cases.refer'),
    data: Type.Object({
      kind: Type.Union((['service', 'police-notice', 'medical', 'information'] as const).map((k) => Type.Literal(k))),
      child: Type.Union([Type.Null(), Type.Object({ label: words(400), age: Type.Union([Type.Null(), Type.Integer({ minimum: 0, maximum: 17 })]), sex: Type.Null() })]),
      need: words(60),
      organisation: Type.Union([Type.Null(), Type.String({ format: 'organisation' })]),
      region: Type.String({ pattern: '^KZ(-19|-61|-75)?$' }),
      district: Type.Union([Type.Null(), district]),
      question: words(4000),
      snapshot: Type.Object({ language: Type.Optional(words(2000)), needs: Type.Optional(words(2000)) }),
      basis: Type.Union([
        Type.Object({ kind: Type.Literal('legal-duty'), law: words(400) }),
        Type.Object({ kind: Type.Literal('consent'), by: words(400), age: Type.Union([Type.Null(), Type.Integer({ minimum: 0, maximum: 17 })]) }),
      ]),
      danger: level,
      urgent: Type.Boolean(),
      holdUntil: Type.Optional(Type.String({ format: 'date' })),
    }),
  }),
  Type.Object({
    fact: Type.Literal('helpline.routed-to-agency'),
    data: Type.Object({
      need: Type.Union((['material-help', 'psychologist', 'leisure', 'school-bullying-protocol', 'police', 'other'] as const).map((n) => Type.Literal(n))),
      organisation: Type.Union([Type.Null(), Type.String({ format: 'organisation' })]),
      district,
      summary: words(4000),
      child: Type.Union([Type.Null(), Type.Object({ name: Type.Optional(words(400)), age: Type.Optional(Type.Integer({ minimum: 0, maximum: 17 })) })]),
      danger: level,
    }),
  }),
]);
interface Asked {
  readonly fact: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Whatever a test wants to say. */
export const Anything = Type.Object({ fact: Type.String(), data: Type.Unsafe<Record<string, unknown>>({ type: 'object' }) });

const asking = (input: TSchema) => procedure<Heard>({
  id: 'asker.case',
  version: '2020-01-01',
  basis: [{ title: 'a test' }],
  subject: 'child',
  classes: ['heard'],
  stages: { asking: { accountable: 'case-manager', within, escalation: ['district-head', 'committee-duty'] }, over: { final: true } },
  start: {
    by: senders,
    input: Type.Object({ district }),
    open: (context, input) => {
      const { district } = input as { district: string };
      return {
        procedure: 'asker.case',
        subject: { kind: 'child', id: context.newId() },
        place: { region: context.directory.district(district)?.region ?? 'KZ', district },
        decision: { label: 'the case itself', danger: 1, records: { heard: { facts: [] } } },
      };
    },
  },
  steps: {
    ask: { from: ['asking'], to: [], by: senders, input, decide: (context, input) => ({ facts: [{ name: (input as Asked).fact, data: { referral: context.newId(), case: context.proceeding.id, appeal: context.proceeding.id, ...(input as Asked).data } }] }) },
    end: { from: ['asking'], to: ['over'], by: senders, input: Type.Object({}), decide: () => ({ outcome: 'over' }) },
  },
  readers: [
    { role: 'case-manager', scope: 'district', classes: ['heard'] },
    { role: 'guardianship-specialist', scope: 'district', classes: ['heard'] },
    { role: 'district-head', scope: 'district', classes: ['heard'] },
    { role: 'committee-duty', scope: 'country', classes: [] },
  ],
  outcomes: ['over'],
});

export const asker = (input: TSchema): Capability => ({
  name: 'asker',
  procedures: [asking(input)],
  reactions: Object.values(facts).map((name) =>
    reaction<Heard>({
      on: name,
      name: 'heard',
      procedure: 'asker.case',
      decide: (context, fact) => ({ records: { heard: { facts: [...context.records.heard.facts, { name: fact.name, data: fact.data }] } } }),
    }),
  ),
  terms: [within],
  texts: {},
  statements: {},
});

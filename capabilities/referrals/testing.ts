/** For tests: a proceeding that asks others, as a case or an appeal does, and hears what they say. */
import { Type } from 'typebox';
import { procedure, reaction } from '#kernel/procedures/declare.ts';
import type { Capability } from '#kernel/procedures/registry.ts';
import { term } from '#kernel/terms/term.ts';
import { facts } from './contract.ts';

const within = term('asker.wait', { from: '2020-01-01', value: 30, unit: 'working-days', standing: 'default', source: 'a test' });
const senders = ['guardianship-specialist', 'case-manager', 'district-head'] as const;

interface Heard {
  readonly heard: { readonly facts: readonly { readonly name: string; readonly data: Readonly<Record<string, unknown>> }[] };
}

const Ask = Type.Object({ fact: Type.String(), data: Type.Unsafe<Record<string, unknown>>({ type: 'object' }) });

const asking = procedure<Heard>({
  id: 'asker.case',
  version: '2020-01-01',
  basis: [{ title: 'a test' }],
  subject: 'child',
  classes: ['heard'],
  stages: { asking: { accountable: 'case-manager', within, escalation: ['district-head', 'committee-duty'] }, over: { final: true } },
  start: {
    by: senders,
    input: Type.Object({ district: Type.String() }),
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
    ask: { from: ['asking'], to: [], by: senders, input: Ask, decide: (_context, input) => ({ facts: [{ name: (input as { fact: string }).fact, data: (input as { data: Record<string, unknown> }).data }] }) },
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

export const asker: Capability = {
  name: 'asker',
  procedures: [asking],
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
};

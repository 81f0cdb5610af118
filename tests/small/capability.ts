/** A capability as small as one can be, for tests of the kernel: a repair that is reported, worked on, and done. */
import { Type } from 'typebox';
import { procedure, reaction } from '#kernel/procedures/declare.ts';
import type { Capability } from '#kernel/procedures/registry.ts';
import { term } from '#kernel/terms/term.ts';

interface Records {
  readonly main: { readonly text: string; readonly answer?: string };
  readonly secret: { readonly who: string };
}

const source = 'a test';
export const look = term('small.look', { from: '2020-01-01', value: 2, unit: 'hours', standing: 'default', source });
export const work = term('small.work', { from: '2020-01-01', value: 3, unit: 'working-days', standing: 'default', source }, ['holiday']);

const Start = Type.Object(
  { text: Type.String({ title: 'small.text', minLength: 1, maxLength: 2000 }), district: Type.String({ title: 'small.district' }), who: Type.Optional(Type.String({ title: 'small.who' })) },
  { additionalProperties: false },
);
const Answer = Type.Object({ answer: Type.String({ title: 'small.answer', minLength: 1 }) }, { additionalProperties: false });
const Empty = Type.Object({}, { additionalProperties: false });

const repair = procedure<Records>({
  id: 'small.repair',
  version: '2020-01-01',
  basis: [{ title: source }],
  subject: 'incident',
  classes: ['main', 'secret'],
  stages: {
    reported: { accountable: 'guardianship-specialist', within: look, escalation: ['district-head', 'region-head', 'committee-duty'] },
    working: { accountable: 'case-manager', within: work, escalation: ['district-head', 'region-head', 'committee-duty'] },
    done: { final: true },
  },
  outcomes: ['repaired', 'given-up'],
  start: {
    by: ['guardianship-specialist', 'anyone'],
    input: Start,
    open: (context, input) => {
      const { text, district, who } = input as { text: string; district: string; who?: string };
      const id = context.newId();
      return {
        id,
        procedure: 'small.repair',
        subject: { kind: 'incident', id },
        place: { region: context.directory.district(district)?.region ?? 'KZ', district },
        decision: { records: { main: { text }, secret: { who: who ?? '' } }, danger: 1, label: text.slice(0, 40) },
      };
    },
  },
  steps: {
    take: { from: ['reported'], to: ['working'], by: ['guardianship-specialist', 'case-manager'], input: Empty, decide: () => ({}) },
    ask: {
      from: ['working'], to: [], by: ['case-manager'], input: Empty,
      decide: () => ({ facts: [{ name: 'small.asked', data: {} }] }),
    },
    accuse: {
      from: ['reported', 'working'], to: [], by: ['case-manager', 'guardianship-specialist'], input: Type.Object({ person: Type.String({ title: 'small.person', format: 'uuid' }) }),
      decide: (_context, input) => ({ conflicts: [{ person: (input as { person: string }).person }] }),
    },
    wait: {
      from: ['working'], to: [], by: ['case-manager'], input: Empty,
      decide: (context) => ({ deadlines: [{ pause: 'stage:working', reason: 'holiday', until: context.now.replace(/^\d{4}/, (y) => String(Number(y) + 1)) }] }),
    },
    back: { from: ['working'], to: [], by: ['case-manager'], input: Empty, decide: () => ({ deadlines: [{ resume: 'stage:working' }] }) },
    finish: {
      from: ['working'], to: ['done'], by: ['case-manager'], input: Answer,
      decide: (context, input) => ({ outcome: 'repaired', records: { main: { ...context.records.main, answer: (input as { answer: string }).answer } } }),
    },
  },
  readers: [
    { role: 'guardianship-specialist', scope: 'district', classes: ['main'] },
    { role: 'case-manager', scope: 'district', classes: ['main', 'secret'] },
    { role: 'district-head', scope: 'district', classes: ['main', 'secret'] },
    { role: 'region-head', scope: 'region', classes: ['main'] },
    { role: 'committee-duty', scope: 'country', classes: [] },
  ],
});

const help = procedure<{ main: { text: string } }>({
  id: 'small.help',
  version: '2020-01-01',
  basis: [{ title: source }],
  subject: 'incident',
  classes: ['main'],
  stages: {
    asked: { accountable: 'health-worker', within: look, escalation: ['district-head', 'committee-duty'] },
    answered: { final: true },
  },
  outcomes: ['answered'],
  steps: {
    answer: { from: ['asked'], to: ['answered'], by: ['health-worker'], input: Answer, decide: () => ({ outcome: 'answered', facts: [{ name: 'small.answered', data: {} }] }) },
  },
  readers: [
    { role: 'health-worker', scope: 'organisation', classes: ['main'] },
    { role: 'district-head', scope: 'district', classes: [] },
    { role: 'committee-duty', scope: 'country', classes: [] },
  ],
});

export const small: Capability = {
  name: 'small',
  procedures: [repair, help],
  reactions: [
    reaction({
      on: 'small.asked', name: 'asked', procedure: 'small.help',
      open: (context) => ({
        procedure: 'small.help', subject: context.source.subject, link: 'help',
        place: { region: context.source.region, district: context.source.district },
        decision: { records: { main: { text: 'please help' } }, label: 'help', danger: 1 },
      }),
    }),
    reaction<Records>({ on: 'small.answered', name: 'help-answered', procedure: 'small.repair', decide: () => ({ danger: 0 }) }),
  ],
  terms: [look, work],
  texts: {},
  statements: {},
};

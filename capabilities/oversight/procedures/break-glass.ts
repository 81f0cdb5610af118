/** Break-glass: a file that is not one's own, for three hours, and a review that must be closed. Basis: domain.md §5; docs/adr/0009. */
import type { Role } from '#kernel/access/roles.ts';
import { procedure, reaction, type Reaction, type Step } from '#kernel/procedures/declare.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import { breakers, facts, procedures, type BreakGlassRecords, type Objection } from '../contract.ts';
import { breakGlass as start, giveUp, justified, measuresTaken, notJustified, passUp, reconsider } from '../domain/break-glass.ts';
import { BreakGlassInput, GiveUpInput, MeasuresInput, WhyInput } from '../inputs.ts';
import { measuresWithin, reviewWithin } from '../terms.ts';

const heads: readonly Role[] = ['district-head', 'region-head', 'committee-duty'];
const reviewing = ['district', 'region', 'country'];

type GlassStep = Omit<Step<BreakGlassRecords>, 'decide'> & { decide(context: StepContext<BreakGlassRecords>, input: never): ReturnType<Step<BreakGlassRecords>['decide']> };
const steps: Readonly<Record<string, GlassStep>> = {
  justified: { from: reviewing, to: ['closed'], by: heads, input: WhyInput, class: 'review', decide: justified },
  'not-justified': { from: reviewing, to: ['measures'], by: heads, input: WhyInput, class: 'review', decide: notJustified },
  'measures-taken': { from: ['measures'], to: ['closed'], by: ['region-head', 'committee-duty'], input: MeasuresInput, class: 'review', decide: measuresTaken },
  'pass-up': { from: ['district', 'region'], to: ['region', 'country'], by: heads, input: WhyInput, class: 'review', decide: passUp },
  'give-up': {
    from: [...reviewing, 'measures'], to: [], by: breakers, input: GiveUpInput, class: 'act', decide: giveUp,
    when: (r) => r.act.endedAt === null, offeredTo: (r, actor) => r.act?.by === actor.appointment,
  },
};

export const breakGlass = procedure<BreakGlassRecords>({
  id: procedures.breakGlass,
  version: '2024-01-01',
  basis: [{ title: 'domain.md §5: break-glass with reason' }],
  subject: 'person',
  weighsDanger: false,
  classes: ['act', 'review'],
  stages: {
    district: { accountable: 'district-head', within: reviewWithin, escalation: ['region-head', 'committee-duty'] },
    region: { accountable: 'region-head', within: reviewWithin, escalation: ['committee-duty'] },
    country: { accountable: 'committee-duty', within: reviewWithin, escalation: ['committee-duty'] },
    measures: { accountable: 'region-head', within: measuresWithin, escalation: ['committee-duty'] },
    closed: { final: true },
  },
  outcomes: ['justified', 'not-justified'],
  start: { by: breakers, input: BreakGlassInput, stepUp: true, leads: ['region', 'country'], about: (input) => [(input as BreakGlassInput).child], open: (context, input) => start(context, input as BreakGlassInput) },
  steps: steps as unknown as Readonly<Record<string, Step<BreakGlassRecords>>>,
  readers: [
    ...(['guardianship-specialist', 'case-manager'] as const).map((role) => ({ role, scope: 'own' as const, classes: ['act', 'review'] })),
    { role: 'district-head', scope: 'district', classes: ['act', 'review'] },
    { role: 'region-head', scope: 'region', classes: ['act', 'review'] },
    { role: 'committee-duty', scope: 'country', classes: ['act', 'review'] },
    { role: 'commissioner', scope: 'region', classes: ['act', 'review'] },
  ],
});

export const reactions: readonly Reaction[] = [
  reaction<BreakGlassRecords>({
    on: facts.objected, name: 'objected', procedure: procedures.breakGlass, to: ['country'],
    decide: (context, fact) => reconsider(context, fact.data as unknown as Objection),
  }),
];

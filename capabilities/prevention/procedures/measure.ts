/** The official caution and the protective order: one declaration, two procedures. */
import { procedure, type Procedure } from '#kernel/procedures/declare.ts';
import type { TSchema } from 'typebox';
import type { MeasureRecords } from '../contract.ts';
import * as measure from '../domain/measure.ts';
import * as inputs from '../inputs.ts';
import { since } from '../terms.ts';
import { law, police, policeRead, stepsOf, upwards } from './common.ts';

const now = ['in-force'];

const measureOf = (of: measure.Measure, article: string, input: TSchema): Procedure =>
  procedure<MeasureRecords>({
    id: of.procedure,
    version: since,
    basis: [law(article), { title: 'domain.md §3.6' }],
    subject: 'child',
    classes: ['measure'],
    stages: { 'in-force': { accountable: 'police-inspector', within: of.valid, escalation: upwards }, over: { final: true } },
    outcomes: ['expired', 'expired-not-done', 'broken', 'cancelled'],
    start: { by: ['police-inspector'], input, open: (context, given) => measure.hand(of, context, given as inputs.CautionInput) },
    steps: stepsOf<MeasureRecords>({
      copy: { from: now, to: [], by: police, input: inputs.CopyInput, when: (r) => r.measure.copy === null, decide: measure.copyGiven },
      check: { from: now, to: [], by: police, input: inputs.CheckInput, decide: measure.check(of) },
      broken: { from: now, to: ['over'], by: police, input: inputs.BrokenInput, decide: measure.broken(of) },
      cancel: { from: now, to: ['over'], by: police, input: inputs.WhyInput, decide: measure.cancel(of) },
      expire: { from: now, to: ['over'], by: ['clock', ...police], input: inputs.EmptyInput, decide: measure.expire(of) },
    }),
    readers: policeRead(['measure']),
  });

export const caution = measureOf(measure.caution, '51', inputs.CautionInput);
export const protectiveOrder = measureOf(measure.order, '60', inputs.OrderInput);

/**
 * A duplicate: two rows of the register that may be one child, looked at by whoever may know both.
 * Basis: mission row 5; docs/adr/0017.
 */
import type { Role } from '#kernel/access/roles.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import { procedure, type Step } from '#kernel/procedures/declare.ts';
import { different, found, passOn, same, undo } from '../domain/duplicate.ts';
import { DuplicateInput, ReasonInput, WhyInput } from '../domain/pair-inputs.ts';
import { duplicateProcedure, type DuplicateRecords } from '../domain/pair.ts';
import { duplicateFarWithin, duplicateWithin } from '../terms.ts';

const deciders: readonly Role[] = ['guardianship-specialist', 'district-head', 'region-head', 'committee-duty'];
const open = ['found', 'region', 'country'];
const both = (r: DuplicateRecords): readonly string[] => [r.pair.one, r.pair.other];

type PairStep = Omit<Step<DuplicateRecords>, 'decide'> & { decide(context: StepContext<DuplicateRecords>, input: never): ReturnType<Step<DuplicateRecords>['decide']> };
const steps: Readonly<Record<string, PairStep>> = {
  same: { from: open, to: ['same'], by: deciders, input: WhyInput, about: both, decide: same },
  different: { from: open, to: ['different'], by: deciders, input: WhyInput, about: both, decide: different },
  'pass-on': { from: ['found', 'region'], to: ['region', 'country'], by: ['guardianship-specialist', 'district-head', 'region-head'], input: ReasonInput, decide: passOn },
  undo: { from: ['same', 'different'], to: open, by: deciders, input: ReasonInput, about: both, decide: undo },
};

export const duplicate = procedure<DuplicateRecords>({
  id: duplicateProcedure,
  version: '2024-01-01',
  basis: [{ title: 'mission row 5: one child is one child' }],
  subject: 'child',
  weighsDanger: false,
  classes: ['pair'],
  stages: {
    found: { accountable: 'guardianship-specialist', within: duplicateWithin, escalation: ['district-head', 'region-head', 'committee-duty'] },
    region: { accountable: 'region-head', within: duplicateFarWithin, escalation: ['committee-duty'] },
    country: { accountable: 'committee-duty', within: duplicateFarWithin, escalation: ['committee-duty'] },
    same: { final: true },
    different: { final: true },
  },
  outcomes: ['same', 'different'],
  // The clock opens it for each pair that was found; where it begins is said by who may know both.
  start: { by: ['clock'], input: DuplicateInput, leads: ['region', 'country'], about: (input) => [(input as DuplicateInput).one, (input as DuplicateInput).other], open: (context, input) => found(context, input as DuplicateInput) },
  steps: steps as unknown as Readonly<Record<string, Step<DuplicateRecords>>>,
  readers: [
    { role: 'guardianship-specialist', scope: 'district', classes: ['pair'] },
    { role: 'case-manager', scope: 'district', classes: ['pair'] },
    { role: 'district-head', scope: 'district', classes: ['pair'] },
    { role: 'region-head', scope: 'region', classes: ['pair'] },
    { role: 'committee-duty', scope: 'country', classes: ['pair'] },
  ],
});

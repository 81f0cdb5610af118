/** The preventive record of a minor (law No. 245-VIII arts. 59, 82). */
import { procedure } from '#kernel/procedures/declare.ts';
import { endingNames, procedures, type RecordRecords } from '../contract.ts';
import * as record from '../domain/record.ts';
import * as inputs from '../inputs.ts';
import { recordReview, since } from '../terms.ts';
import { law, police, policeRead, stepsOf, upwards } from './common.ts';

const on = ['on-record'];

export const preventiveRecord = procedure<RecordRecords>({
  id: procedures.record,
  version: since,
  basis: [law('50, 59, 82'), { title: 'domain.md §3.6' }],
  subject: 'child',
  classes: ['record'],
  stages: { 'on-record': { accountable: 'police-inspector', within: recordReview, escalation: upwards }, ended: { final: true } },
  outcomes: endingNames,
  start: { by: ['police-inspector'], input: inputs.RecordInput, open: (context, input) => record.enter(context, input as inputs.RecordInput) },
  join: { name: 'ground-added', decide: record.joinRecord },
  steps: stepsOf<RecordRecords>({
    check: { from: on, to: [], by: police, input: inputs.CheckInput, decide: record.check },
    review: { from: on, to: ['on-record'], by: police, input: inputs.ReviewInput, decide: record.review },
    talk: { from: on, to: [], by: police, input: inputs.TalkInput, decide: record.talk },
    'add-ground': { from: on, to: [], by: police, input: inputs.GroundInput, decide: record.addGround },
    extend: { from: on, to: [], by: police, input: inputs.ExtendInput, decide: record.extend },
    'birth-date': { from: on, to: [], by: police, input: inputs.BirthInput, decide: record.birth },
    refer: { from: on, to: [], by: police, input: inputs.ReferInput, decide: record.refer },
    move: { from: on, to: [], by: police, input: inputs.MoveInput, decide: record.move },
    end: { from: on, to: ['ended'], by: police, input: inputs.EndInput, decide: record.end },
    died: { from: on, to: ['ended'], by: police, input: inputs.DiedInput, decide: record.died },
    'reached-18': { from: on, to: ['ended'], by: ['clock', ...police], input: inputs.EmptyInput, when: (r) => r.record.child.born !== null, decide: record.reached18 },
  }),
  readers: policeRead(['record']),
});

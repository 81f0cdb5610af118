/**
 * A report of somebody who works with children: it has an answer, as every report has. Only he sees it of his house.
 * Basis: whoever reports hears what became of it (mission, promise 1); no text sets a day.
 */
import type { Role } from '#kernel/access/roles.ts';
import { procedure, type Reader, type Step } from '#kernel/procedures/declare.ts';
import { procedures, reporters } from '../contract.ts';
import type { ReportRecords } from '../domain/record.ts';
import * as inputs from '../inputs.ts';
import { desk } from '../steps/common.ts';
import * as told from '../steps/told.ts';
import * as terms from '../terms.ts';

const upwards: readonly Role[] = ['district-head', 'region-head', 'committee-duty'];
const open = ['received', 'helping'];

type ReportStep = Omit<Step<ReportRecords>, 'decide'> & { decide(context: Parameters<typeof told.firstWord>[0], input: never): ReturnType<typeof told.firstWord> };
const steps: Readonly<Record<string, ReportStep>> = {
  'first-word': { from: ['received'], to: ['helping'], by: desk, input: inputs.FirstWordInput, class: 'report', decide: told.firstWord },
  'keep-informed': { from: ['helping'], to: ['helping'], by: desk, input: inputs.FirstWordInput, class: 'report', decide: told.firstWord },
  answer: { from: open, to: ['answered'], by: desk, input: inputs.AnswerReporterInput, class: 'report', decide: told.answerReporter },
};

const own: readonly Reader[] = reporters.map((role) => ({ role, scope: 'own', classes: ['report', 'reporter'] }));

export const report = procedure<ReportRecords>({
  id: procedures.report,
  version: '2024-01-01',
  basis: [{ title: 'Family Code', article: '67' }, { title: 'domain.md §3.1' }],
  subject: 'child',
  // What the desk notes for itself is the first class, and not the reporter's to read. Who he is, is not the heads' to read.
  classes: ['handling', 'report', 'reporter'],
  stages: {
    received: { accountable: 'guardianship-specialist', within: terms.firstWord, escalation: upwards },
    helping: { accountable: 'guardianship-specialist', within: terms.keepInformed, escalation: upwards },
    answered: { final: true },
  },
  outcomes: ['told', 'answered'],
  steps: steps as unknown as Readonly<Record<string, Step<ReportRecords>>>,
  readers: [
    { role: 'guardianship-specialist', scope: 'district', classes: ['handling', 'report', 'reporter'] },
    { role: 'district-head', scope: 'district', classes: ['handling', 'report'] },
    { role: 'region-head', scope: 'region', classes: ['handling', 'report'] },
    { role: 'committee-duty', scope: 'country', classes: [] },
    ...own,
  ],
});

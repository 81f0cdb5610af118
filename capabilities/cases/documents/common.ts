/** What the papers of a case have in common. Pure. */
import { readablePhone } from '#design/proceeding/phone.ts';
import { formatCount, formatDate } from '#kernel/texts/format.ts';
import type { Block, DocumentDeclaration, Paper } from '#kernel/procedures/documents.ts';
import { nouns } from '#kernel/texts/words.ts';
import type { Work } from '../domain/record.ts';

export interface WorkRecords {
  readonly case: Work;
}
export type WorkPaper = Paper<WorkRecords>;

/** Whoever works on the case, and their heads. */
export const makers: DocumentDeclaration['by'] = ['guardianship-specialist', 'case-manager', 'district-head', 'region-head'];

export const childOf = (paper: Paper, { child }: Pick<Work, 'child'>): readonly (readonly [string, string])[] => [
  [paper.say('cases.document.child'), child.name ?? paper.label],
  ...(child.age === null ? [] : [[paper.say('cases.document.age'), formatCount(child.age, nouns.age, paper.language)] as const]),
];

export const workerOf = ({ say, worker }: Paper): string =>
  worker === null ? say('cases.document.nobody') : [worker.name, worker.phone === null ? null : readablePhone(worker.phone)].filter((word) => word !== null).join(', ');

export const day = (paper: Paper, at: string): string => formatDate(at, paper.language);

/** The measures of a plan: what, who, by when, and whether it was done. */
export function measures(paper: Paper, { plan }: Pick<Work, 'plan'>): Block {
  const { say } = paper;
  return {
    kind: 'table',
    head: ['number', 'what', 'who', 'by', 'state'].map((column) => say(`cases.panel.plan.${column}`)),
    widths: [6, 36, 22, 18, 18],
    rows: plan.map((m, i) => [
      String(i + 1), m.what, [say(`cases.body.${m.body}`), m.who].filter((word) => word !== null).join(', '), day(paper, m.by),
      [say(`cases.measure-state.${m.state}`), m.note].filter((word) => word !== null).join(': '),
    ]),
  };
}

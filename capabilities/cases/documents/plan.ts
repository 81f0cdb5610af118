/** The individual plan of help, to be agreed on and signed. What was feared, and who is accused, does not stand in it. */
import type { Block, DocumentDeclaration } from '#kernel/procedures/documents.ts';
import type { CaseRecord, Work } from '../domain/record.ts';
import { childOf, day, makers, measures, workerOf, type WorkPaper, type WorkRecords } from './common.ts';

/** The family signs where none of it is accused: a plan in the wrong hands tells too much. */
const familySigns = (record: Work & Partial<CaseRecord>): boolean => record.accused == null;

function draw(paper: WorkPaper): readonly Block[] {
  const { say, records: { case: record } } = paper;
  if (record === undefined) return [];
  const { assessment, reviews } = record;
  return [
    { kind: 'facts', facts: [...childOf(paper, record), [say('cases.document.worker'), workerOf(paper)]] },
    ...(assessment === null ? [] : [{ kind: 'text', text: say('cases.document.assessed', { date: day(paper, assessment.at) }) } as const]),
    { kind: 'heading', text: say('cases.document.measures') },
    measures(paper, record),
    ...(reviews.length === 0 ? [] : [{ kind: 'heading', text: say('cases.document.reviews') } as const]),
    ...reviews.map((r): Block => ({ kind: 'text', text: `${day(paper, r.at)}: ${r.summary}` })),
    { kind: 'note', text: say('cases.document.secret') },
    { kind: 'signatures', who: [say('role.case-manager'), say('role.district-head'), ...(familySigns(record) ? [say('cases.document.family')] : [])] },
  ];
}

export const planDocument: DocumentDeclaration<WorkRecords> = {
  name: 'plan', by: makers, classes: ['case'],
  ready: ({ records }) => (records.case?.plan.length ?? 0) > 0,
  draw,
};

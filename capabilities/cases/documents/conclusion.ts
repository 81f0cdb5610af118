/** How a case ended and what was done in it: for the archive, and for whoever asks what came of it. */
import type { Block, DocumentDeclaration } from '#kernel/procedures/documents.ts';
import { childOf, day, makers, measures, type WorkPaper, type WorkRecords } from './common.ts';

function draw(paper: WorkPaper): readonly Block[] {
  const { say, records: { case: record } } = paper;
  if (record === undefined) return [];
  const { visits, assessment, plan, referrals, reviews } = record;
  const heading = (key: string): Block => ({ kind: 'heading', text: say(key) });
  return [
    {
      kind: 'facts',
      facts: [
        ...childOf(paper, record),
        ...(paper.closedAt === null ? [] : [[say('cases.document.closed'), day(paper, paper.closedAt)] as const]),
        ...(paper.outcome === null ? [] : [[say('cases.document.outcome'), say(`${paper.procedure}.outcome.${paper.outcome}`)] as const]),
        [say('cases.document.visits'), visits.length === 0 ? '0' : `${visits.length}: ${visits.map((v) => day(paper, v.at)).join('; ')}`],
        [say('cases.document.seen-alone'), say(visits.some((v) => v.contact === 'alone') ? 'cases.document.yes' : 'cases.document.no')],
      ],
    },
    ...(assessment === null ? [] : [
      heading('cases.panel.assessment'),
      { kind: 'text', text: assessment.summary } as const,
      {
        kind: 'table', widths: [28, 20, 52], head: ['domain', 'level', 'words'].map((column) => say(`cases.document.column.${column}`)),
        rows: assessment.domains.map((d) => [say(`cases.domain.${d.domain}`), say(`cases.level.${d.level}`), d.words]),
      } as const,
    ]),
    ...(plan.length === 0 ? [] : [heading('cases.document.measures'), measures(paper, record)]),
    ...(referrals.length === 0 ? [] : [
      heading('cases.panel.referrals'),
      {
        kind: 'table', widths: [46, 27, 27], head: ['need', 'sent', 'state'].map((column) => say(`cases.document.column.${column}`)),
        rows: referrals.map((r) => [paper.first([`cases.need.${r.need}`]) ?? r.need, day(paper, r.sentAt), say(`cases.referral-state.${r.state}`)]),
      } as const,
    ]),
    ...(reviews.length === 0 ? [] : [heading('cases.document.reviews')]),
    ...reviews.map((r): Block => ({ kind: 'text', text: `${day(paper, r.at)}: ${r.summary}` })),
    { kind: 'note', text: say('cases.document.secret') },
    { kind: 'signatures', who: [say('role.case-manager'), say('role.district-head')] },
  ];
}

export const conclusionDocument: DocumentDeclaration<WorkRecords> = {
  name: 'conclusion', by: makers, classes: ['case'],
  ready: ({ final, outcome }) => final && outcome !== null,
  draw,
};

/**
 * Notices of a protection case: to a body that must know that it was opened, and to the prosecutor of a removal (FC art. 82).
 * Neither says who reported, what was reported in whose words, or who is accused.
 */
import type { Block, DocumentDeclaration, Paper } from '#kernel/procedures/documents.ts';
import type { ProtectionRecords } from '../domain/record.ts';
import { heldBack } from '../domain/rules.ts';
import { childOf, day, makers, workerOf } from './common.ts';

type ProtectionPaper = Paper<ProtectionRecords>;

const addressee = ({ say }: ProtectionPaper, key: string): Block => ({ kind: 'facts', facts: [[say('cases.document.to'), say(key)]] });

function drawNotice(paper: ProtectionPaper): readonly Block[] {
  const { say, records: { case: record } } = paper;
  if (record === undefined) return [];
  return [
    addressee(paper, 'cases.document.blank'),
    { kind: 'text', text: say('cases.document.notice') },
    { kind: 'facts', facts: [...childOf(paper, record), [say('cases.document.house'), paper.house], [say('cases.document.worker'), workerOf(paper)]] },
    { kind: 'text', text: say('cases.document.notice-asks') },
    { kind: 'note', text: say('cases.document.notice-for') },
    { kind: 'note', text: say('cases.document.secret') },
    { kind: 'signatures', who: [say('cases.document.sender')] },
  ];
}

/** While the police hold facts back nobody is written to; of what is over nothing is announced. */
export const noticeDocument: DocumentDeclaration<ProtectionRecords> = {
  name: 'notice', by: makers, classes: ['case', 'police'],
  ready: ({ final, stage, now, records }) => !final && stage !== 'death-review' && !heldBack(records.police, now),
  draw: drawNotice,
};

function drawRemoval(paper: ProtectionPaper): readonly Block[] {
  const { say, records: { case: record } } = paper;
  const removal = record?.removal;
  if (record === undefined || removal == null) return [];
  return [
    addressee(paper, 'cases.document.prosecutor'),
    { kind: 'text', text: say('cases.document.removal', { act: removal.act, date: day(paper, removal.actDate) }) },
    {
      kind: 'facts',
      facts: [
        ...childOf(paper, record),
        [say('cases.document.grounds'), say(`cases.grounds.${removal.grounds}`)],
        ...(removal.placed === null ? [] : [[say('cases.document.placed'), removal.placed.where] as const]),
        ...(removal.claim === null ? [] : [[say('cases.document.claim'), `№ ${removal.claim.number}, ${day(paper, removal.claim.at)}`] as const]),
        [say('cases.document.house'), paper.house],
        [say('cases.document.worker'), workerOf(paper)],
      ],
    },
    { kind: 'text', text: say('cases.document.removal-next') },
    { kind: 'note', text: say('cases.document.secret') },
    { kind: 'signatures', who: [say('cases.document.sender')] },
  ];
}

export const removalDocument: DocumentDeclaration<ProtectionRecords> = {
  name: 'removal-notice', by: makers, classes: ['case'],
  ready: ({ records }) => records.case?.removal != null,
  draw: drawRemoval,
};

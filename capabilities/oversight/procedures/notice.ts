/** The commissioner is told of a break-glass at once, and says what he thinks of it. */
import { procedure, type Step } from '#kernel/procedures/declare.ts';
import { procedures, type NoticeRecords } from '../contract.ts';
import { noted, object } from '../domain/notice.ts';
import { NotedInput, WhyInput } from '../inputs.ts';
import { noticeWithin } from '../terms.ts';

const steps: Readonly<Record<string, Omit<Step<NoticeRecords>, 'decide'> & { decide(context: Parameters<typeof noted>[0], input: never): ReturnType<typeof noted> }>> = {
  noted: { from: ['told'], to: ['closed'], by: ['commissioner', 'committee-duty'], input: NotedInput, decide: noted },
  object: { from: ['told'], to: ['closed'], by: ['commissioner', 'committee-duty'], input: WhyInput, decide: object },
};

export const notice = procedure<NoticeRecords>({
  id: procedures.notice,
  version: '2024-01-01',
  basis: [{ title: 'domain.md §5: read access of the commissioner by request; issue 3: notice of a break-glass' }],
  subject: 'person',
  weighsDanger: false,
  classes: ['notice'],
  stages: { told: { accountable: 'commissioner', within: noticeWithin, escalation: ['committee-duty'] }, closed: { final: true } },
  outcomes: ['noted', 'objected'],
  steps: steps as unknown as Readonly<Record<string, Step<NoticeRecords>>>,
  readers: [
    { role: 'commissioner', scope: 'region', classes: ['notice'] },
    { role: 'committee-duty', scope: 'country', classes: ['notice'] },
  ],
});

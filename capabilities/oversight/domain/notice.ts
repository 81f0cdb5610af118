/** What the commissioner is told of a break-glass at once, and his word on it. Pure. */
import type { Place } from '#kernel/access/directory.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import type { Decision, Opening } from '#kernel/procedures/declare.ts';
import type { Refusal } from '#kernel/problems/refusal.ts';
import { facts, procedures, type BreakGlassAct, type NoticeRecords, type Objection } from '../contract.ts';
import type { NotedInput, WhyInput } from '../inputs.ts';
import { notOneself } from './reviewer.ts';

type Context = StepContext<NoticeRecords>;

export const noticeOf = (context: Pick<StepContext<object>, 'actor'>, act: BreakGlassAct, label: string, place: Place): Opening => {
  const { endedAt: _, ...told } = act;
  return {
    procedure: procedures.notice,
    subject: { kind: 'person', id: context.actor.person ?? '' },
    place,
    link: 'notice',
    decision: { label, records: { notice: { ...told, organisation: context.actor.organisation, remark: null } } satisfies NoticeRecords },
  };
};

export function noted(context: Context, { remark }: NotedInput): Decision<NoticeRecords> | Refusal {
  const { notice } = context.records;
  return notOneself(context, notice.by) ?? { outcome: 'noted', records: { notice: { ...notice, remark: remark ?? null } } };
}

export function object(context: Context, { why }: WhyInput): Decision<NoticeRecords> | Refusal {
  const { notice } = context.records;
  const data: Objection = { why };
  return notOneself(context, notice.by) ?? { outcome: 'objected', records: { notice: { ...notice, remark: why } }, facts: [{ name: facts.objected, data: { ...data } }] };
}

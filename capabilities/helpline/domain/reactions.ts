/** The applicant hears what became of it: a child the answer, a third party that it was checked, a professional what was agreed. */
import type { LinkedContext } from '#kernel/procedures/context.ts';
import type { Decision, Fact } from '#kernel/procedures/declare.ts';
import type { AppealRecords, Message, TalkRecord } from '../contract.ts';

const told = (talk: TalkRecord, at: string, key: string, state: TalkRecord['state']): TalkRecord =>
  talk.messages.at(-1)?.key === key ? { ...talk, state } : { state, messages: [...talk.messages, { from: 'system', at, key } satisfies Message] };

const forWhom = { child: 'child', 'third-party': 'third-party', professional: 'professional' } as const;

/** Closes the appeal when the last thing it led to has closed; never with something linked still open. */
export function caseClosed(context: LinkedContext<AppealRecords>, _fact: Fact): Decision<AppealRecords> | null {
  if (context.proceeding.stage !== 'followed') return null;
  const { appeal, talk } = context.records;
  if (context.linked.some((l) => !l.final)) {
    return { records: { talk: told(talk, context.now, 'helpline.says.checked', 'helping') } };
  }
  return {
    to: 'closed',
    outcome: 'helped',
    records: { talk: told(talk, context.now, `helpline.says.closed-${forWhom[appeal.who]}`, 'closed') },
  };
}

export function caseProgressed(context: LinkedContext<AppealRecords>, _fact: Fact): Decision<AppealRecords> | null {
  if (context.proceeding.stage !== 'followed') return null;
  return { records: { talk: told(context.records.talk, context.now, 'helpline.says.checked', 'helping') } };
}

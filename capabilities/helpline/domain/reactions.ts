/** The applicant hears what became of it: a child the answer, a third party that it was checked, a professional what was agreed. */
import type { LinkedContext } from '#kernel/procedures/context.ts';
import type { Decision, Fact } from '#kernel/procedures/declare.ts';
import type { CaseClosed, CaseProgress, Told } from '#cap/cases/contract.ts';
import type { Applicant, AppealRecords, Message, TalkRecord } from '../contract.ts';

/** Adds what he is told, once. A null key: nobody writes to him (a death, or the police hold facts back). */
const told = (talk: TalkRecord, at: string, key: string | null, state: TalkRecord['state']): TalkRecord =>
  key === null || talk.messages.at(-1)?.key === key
    ? { ...talk, state }
    : { state, messages: [...talk.messages, { from: 'system', at, key } satisfies Message] };

const keyFor = (who: Applicant, fact: Told): string | null =>
  ({ child: fact.forChild, 'third-party': fact.forThirdParty, professional: fact.forProfessional })[who];

/** Closes the appeal when the last thing it led to has closed; never with something linked still open. */
export function caseClosed(context: LinkedContext<AppealRecords>, fact: Fact): Decision<AppealRecords> | null {
  if (context.proceeding.stage !== 'followed') return null;
  const { appeal, talk } = context.records;
  const key = keyFor(appeal.who, fact.data as unknown as CaseClosed);
  if (context.linked.some((l) => !l.final)) return { records: { talk: told(talk, context.now, key, 'helping') } };
  return { to: 'closed', outcome: 'helped', records: { talk: told(talk, context.now, key, 'closed') } };
}

export function caseProgressed(context: LinkedContext<AppealRecords>, fact: Fact): Decision<AppealRecords> | null {
  if (context.proceeding.stage !== 'followed') return null;
  const { appeal, talk } = context.records;
  return { records: { talk: told(talk, context.now, keyFor(appeal.who, fact.data as unknown as CaseProgress), 'helping') } };
}

/** Another body answered what the contact centre asked of it. When nothing else is open, the appeal is done. */
export function referralAnswered(context: LinkedContext<AppealRecords>, _fact: Fact): Decision<AppealRecords> | null {
  if (context.proceeding.stage !== 'followed') return null;
  const { appeal, talk } = context.records;
  if (context.linked.some((l) => !l.final)) return { records: { talk: told(talk, context.now, 'helpline.says.checked', 'helping') } };
  return { to: 'closed', outcome: 'helped', records: { talk: told(talk, context.now, `helpline.says.closed-${appeal.who}`, 'closed') } };
}

/** The applicant hears what became of it: a child the answer, a third party that it was checked, a professional what was agreed. */
import type { LinkedContext } from '#kernel/procedures/context.ts';
import type { Decision, Fact } from '#kernel/procedures/declare.ts';
import { endOfDay, isDate } from '#kernel/terms/almaty.ts';
import { forGood, type CaseClosed, type CaseProgress, type CaseQuiet, type Told } from '#cap/cases/contract.ts';
import type { Applicant, AppealRecord, AppealRecords, Message, TalkRecord } from '../contract.ts';
import { helpFailed as helpFailedTerm } from '../terms.ts';
import { childrenUnasked } from './adult.ts';
import { caseWanted, protectionDue } from './protection.ts';

type Context = LinkedContext<AppealRecords>;
type Heard = Decision<AppealRecords> | null;

/** Adds what he is told, once. A null key: nobody writes to him (a death, or the police hold facts back). */
const told = (talk: TalkRecord, at: string, key: string | null, state: TalkRecord['state']): TalkRecord =>
  key === null || talk.messages.at(-1)?.key === key
    ? { ...talk, state }
    : { state, messages: [...talk.messages, { from: 'system', at, key } satisfies Message] };

const keyFor = (who: Applicant, fact: Told): string | null =>
  ({ child: fact.forChild, 'third-party': fact.forThirdParty, professional: fact.forProfessional })[who];

const quietNow = (appeal: AppealRecord, now: string): boolean => Object.values(appeal.quiet ?? {}).some((until) => now < until);
const quietForGood = (appeal: AppealRecord): boolean => Object.values(appeal.quiet ?? {}).includes(forGood);

/**
 * Something it led to has come to its end. The appeal closes with the last of them, but not while help is not its stage,
 * while nobody asked about an adult victim's children, while danger was only passed on, or while the police hold facts back: then a person closes it, and answers.
 */
function ended(context: Context, keyOpen: string | null, keyClosed: string | null): Heard {
  const { appeal, talk } = context.records;
  const { stage } = context.proceeding;
  const silent = quietNow(appeal, context.now);
  const say = (key: string | null, state: TalkRecord['state']): Decision<AppealRecords> => ({ records: { talk: told(talk, context.now, silent ? null : key, state) } });
  // Of what goes on elsewhere he hears in any stage, after the end of the talk too (a case given to another district).
  if (stage !== 'followed') return say(keyOpen, talk.state);
  if (context.linked.some((l) => !l.final) || childrenUnasked(appeal)) return say(keyOpen, 'helping');
  const { danger } = context.proceeding;
  if (caseWanted(context, appeal, danger)) return { ...say(keyOpen, 'helping'), deadlines: protectionDue(context, appeal, danger) };
  if (silent && !quietForGood(appeal)) return say(null, 'helping');
  return { to: 'closed', outcome: 'helped', ...say(keyClosed, 'closed') };
}

export function caseClosed(context: Context, fact: Fact): Heard {
  const key = keyFor(context.records.appeal.who, fact.data as unknown as CaseClosed);
  return ended(context, key, key);
}

export function caseProgressed(context: Context, fact: Fact): Heard {
  const { appeal, talk } = context.records;
  const key = quietNow(appeal, context.now) ? null : keyFor(appeal.who, fact.data as unknown as CaseProgress);
  return { records: { talk: told(talk, context.now, key, context.proceeding.stage === 'followed' ? 'helping' : talk.state) } };
}

/** Another body answered what the contact centre asked of it. When nothing else is open, the appeal is done. */
export function referralAnswered(context: Context, fact: Fact): Heard {
  if (context.proceeding.final) return null;
  // "Found nobody" and "refused" answer the question and help nobody.
  if (fact.data['what'] === 'refused' || fact.data['what'] === 'not-found') return helpFailed(context);
  return ended(context, 'helpline.says.checked', `helpline.says.closed-${context.records.appeal.who}`);
}

/** The school wrote it down, or has a plan: he hears that help goes on, and not what was found. */
export function schoolActed(context: Context): Heard {
  const { appeal, talk } = context.records;
  const key = quietNow(appeal, context.now) ? null : 'helpline.says.checked';
  return { records: { talk: told(talk, context.now, key, context.proceeding.stage === 'followed' ? 'helping' : talk.state) } };
}

/** Nobody there could help, or it was taken back: an operator looks again within hours, and the applicant is not left without a word. */
export function helpFailed(context: Context): Heard {
  return context.proceeding.stage === 'followed' ? { deadlines: [{ start: helpFailedTerm, key: 'help-failed' }] } : null;
}

const hush = (context: Context, until: string): Heard =>
  context.proceeding.final ? null : { records: { appeal: { ...context.records.appeal, quiet: { ...context.records.appeal.quiet, [context.source.id]: until } } } };

export const caseQuiet = (context: Context, fact: Fact): Heard => hush(context, (fact.data as unknown as CaseQuiet).until);
/** A referral of the appeal's own to the police. */
export function policeHeld(context: Context, fact: Fact): Heard {
  const { until } = fact.data;
  return typeof until === 'string' && isDate(until) ? hush(context, endOfDay(until)) : null;
}
export const policeHoldEnded = (context: Context): Heard => hush(context, context.now);

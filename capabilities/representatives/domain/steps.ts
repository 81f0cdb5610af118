/** What the desk decides. Whether something bars a release is asked of the database in the same transaction (ADR 0011). */
import { checkIin, maskIin } from '#cap/children/contract.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import type { Decision, Write } from '#kernel/procedures/declare.ts';
import type { ReconsiderInput, RedirectInput, RefuseInput, ReleaseInput, TakeBackInput, VerifyInput } from '../inputs.ts';
import * as terms from '../terms.ts';
import { field, placeIn } from './opening.ts';
import { noAnswer, type CheckRecord, type Release, type RequestRecords } from './record.ts';

type Context = StepContext<RequestRecords>;
type Result = Decision<RequestRecords> | Refusal;

const write = (statement: string, ...values: readonly unknown[]): Write => ({ statement: `representatives.${statement}`, values });

/** It is this desk's; from here on the papers are waited for. */
export const take = (): Result => ({});

export function verify(context: Context, input: VerifyInput): Result {
  const { id } = context.proceeding;
  const number = input.iin === undefined ? null : checkIin(input.iin);
  if (number !== null && !number.ok) return field('/iin', number.code);
  if (input.person !== undefined && !context.directory.data.appointments.some((a) => a.person === input.person)) return field('/person', 'not-in-list');
  const check: CheckRecord = {
    at: context.now, identity: input.identity, relation: input.relation, ground: input.ground, child: input.child ?? null,
    household: input.household, withSuspected: input.withSuspected === true, iin: number === null ? null : maskIin(number.iin),
  };
  return {
    records: { check },
    // Who works in one of our houses and asks about his own child neither sees nor steers it there.
    conflicts: input.person === undefined ? [] : [{ person: input.person }],
    writes: [
      write('check', id, check.child, check.relation, check.household, check.withSuspected, number?.iin ?? null, context.now),
      write('expect', id, check.child, context.now),
    ],
  };
}

/** Words chosen for him: an entry of its own. The guard comes with it. */
export function release(context: Context, input: ReleaseInput): Result {
  const { check, answer = noAnswer } = context.records;
  if (check === undefined || check.child === null) return refuse('representatives-no-child', 409);
  const { id, final } = context.proceeding;
  const place = answer.releases.length + 1;
  const until = context.terms.due(terms.shown, context.now, context.proceeding.region);
  const made: Release = { place, at: context.now, kind: input.kind, words: input.words, until, takenBack: null };
  return {
    ...(final ? { to: null } : { to: 'answered', outcome: 'released' }),
    records: { answer: { ...answer, releases: [...answer.releases, made] } },
    deadlines: [{ meet: 'answer' }],
    writes: [
      write('may-release', id, context.now),
      write('release', id, place, context.now, input.kind, input.words, until),
      write('answer', id, context.now),
    ],
  };
}

/** Outside it is one text, whatever the reason. */
export function refuseRequest(context: Context, input: RefuseInput): Result {
  const { answer = noAnswer } = context.records;
  return {
    to: 'answered',
    outcome: 'refused',
    records: { answer: { ...answer, refusal: { at: context.now, reason: input.reason, why: input.why } } },
    deadlines: [{ meet: 'answer' }],
    writes: [write('answer', context.proceeding.id, context.now)],
  };
}

export function takeBack(context: Context, input: TakeBackInput): Result {
  const { answer = noAnswer } = context.records;
  const made = answer.releases.find((r) => r.place === input.place);
  if (made === undefined || made.takenBack !== null) return field('/place', 'not-in-list');
  const takenBack = { at: context.now, why: input.why };
  return {
    records: { answer: { ...answer, releases: answer.releases.map((r) => (r === made ? { ...r, takenBack } : r)) } },
    writes: [write('take-back', context.proceeding.id, input.place, context.now)],
  };
}

export function redirect(context: Context, input: RedirectInput): Result {
  const place = placeIn(context, input.district);
  if (place === null) return field('/district', 'district.unknown');
  if (place.district === context.proceeding.district) return field('/district', 'not-in-list');
  return { place, writes: [write('move', context.proceeding.id, place.region, place.district)] };
}

/** A suspicion is over, papers came, the body above or a court said so: it is answered anew. What was shown is shown. */
export function reconsider(context: Context, _input: ReconsiderInput): Result {
  return { to: context.records.check === undefined ? 'checking' : 'verified', deadlines: [{ start: terms.answer, key: 'answer' }] };
}

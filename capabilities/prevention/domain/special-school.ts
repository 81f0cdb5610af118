/** A child leaves a special school (arts. 80–81): notice a month before, a plan before the commission three working days after. Pure. */
import type { Refusal } from '#kernel/problems/refusal.ts';
import type { LinkedContext, StepContext } from '#kernel/procedures/context.ts';
import type { Decision, Fact, Opening } from '#kernel/procedures/declare.ts';
import { addMonths, almatyDate, endOfDay, isDate, plainDay, startOfDay } from '#kernel/terms/almaty.ts';
import { enterChild, minorBorn } from '#cap/children/contract.ts';
import { facts, procedures, type MatterReferred, type Returned, type ReturnRecords } from '../contract.ts';
import type { PlanInput, ReleaseInput, ReturnedInput } from '../inputs.ts';
import { releaseNotice, returnPlan, specialLongest } from '../terms.ts';
import { field, labelOf, placeIn } from './child.ts';
import { groundOf, recordOf } from './record.ts';

type Context = StepContext<ReturnRecords>;
type Result = Decision<ReturnRecords> | Refusal;

export function noticed(context: StepContext<object>, input: ReleaseInput): Opening | Refusal {
  const place = placeIn(context, input.district);
  if ('refused' in place) return place;
  const wrong = minorBorn(context, input.born);
  if (wrong !== null) return wrong;
  const today = almatyDate(context.now);
  const last = almatyDate(context.terms.due(specialLongest, context.now));
  if (!isDate(input.releaseOn) || input.releaseOn < today) return field('/releaseOn', 'minimum');
  if (input.releaseOn > last) return field('/releaseOn', 'maximum');
  const { child, writes } = enterChild(context, input.child, place, input.born);
  const late = input.releaseOn < addMonths(today, context.terms.value(releaseNotice, context.now).value);
  return {
    id: context.newId(), procedure: procedures.return, subject: { kind: 'child', id: child.id }, place,
    decision: {
      records: {
        return: { child, kind: input.schoolKind, school: input.school, releaseOn: input.releaseOn, late, character: input.character, recommended: input.recommended, returnedOn: null, plan: null },
      } satisfies ReturnRecords,
      danger: 1, label: labelOf(child, plainDay(today)), writes,
      deadlines: [{ start: specialLongest, key: 'release', by: endOfDay(input.releaseOn) }],
    },
  };
}

/** He is home: three working days run from that day, and the police put him on record as the law says (art. 59 p. 2 sub-p. 9). */
export function returned(context: Context, input: ReturnedInput): Result {
  const today = almatyDate(context.now);
  if (!isDate(input.on) || input.on > today) return field('/on', 'birth-date.future');
  if (input.on < almatyDate(context.proceeding.openedAt)) return field('/on', 'prevention.before-notice');
  const { proceeding, records: { return: note } } = context;
  const data: Returned = { child: note.child, school: note.school, region: proceeding.region, district: proceeding.district };
  return {
    to: 'returned', records: { return: { ...note, returnedOn: input.on } },
    deadlines: [{ meet: 'release' }, { start: returnPlan, key: 'plan', from: startOfDay(input.on) }],
    facts: [{ name: facts.returned, data: { ...data } }],
  };
}

export function bringPlan(context: Context, input: PlanInput): Result {
  const { proceeding, records: { return: note } } = context;
  const plan = { study: input.study, work: input.work ?? null, help: input.help, at: context.now };
  const data: MatterReferred = {
    child: note.child, why: 'special-school-return', summary: [input.study, input.work, input.help].filter((w) => w !== undefined).join('\n'),
    region: proceeding.region, district: proceeding.district, danger: proceeding.danger,
  };
  return { to: 'closed', outcome: 'plan-brought', records: { return: { ...note, plan } }, deadlines: [{ meet: 'plan' }], facts: [{ name: facts.referred, data: { ...data } }] };
}

export const elsewhere = (): Result => ({ to: 'closed', outcome: 'elsewhere', deadlines: [{ cancel: 'release' }, { cancel: 'plan' }] });

/** On `prevention.returned`. */
export function graduateOnRecord(context: LinkedContext<object>, { data }: Fact): Opening {
  const r = data as unknown as Returned;
  return recordOf(context, { child: r.child, place: { region: r.region, district: r.district }, ground: groundOf('special-school-graduate', r.school), explained: null }, 'record');
}

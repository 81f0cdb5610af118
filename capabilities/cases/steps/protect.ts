/** An unsafe child is made safe at once; Family Code arts. 71 and 82 say what must follow. No approval stands before any of it. */
import type { CaseRecord, Removal } from '../domain/record.ts';
import { heldBack, wasSeen } from '../domain/rules.ts';
import { actIsToCome, held, suspicion } from '../domain/suspicion.ts';
import { refuse } from '#kernel/problems/refusal.ts';
import { addDays, almatyDate, startOfDay } from '#kernel/terms/almaty.ts';
import { relateChild } from '#cap/children/contract.ts';
import * as terms from '../terms.ts';
import type { ClaimInput, HearInput, HoldInput, PlacedInput, RemoveInput, RepresentativeInput, TherapyInput } from '../inputs.ts';
import { field, headerOf, progress, quiet, until, type Protection, type Result } from './common.ts';

const after = (record: CaseRecord): string => (record.resume === null || record.resume === 'visiting' || record.resume === 'protecting' ? 'assessing' : record.resume);

export function remove(context: Protection, input: RemoveInput): Result {
  const today = almatyDate(context.now);
  if (input.actDate > today) return field('/actDate', 'birth-date.future');
  // A date further back is a slip of the pen, or another removal.
  if (input.actDate < addDays(today, -365)) return field('/actDate', 'minimum');
  const before = context.records.case;
  const removal: Removal = { act: input.act, actDate: input.actDate, grounds: input.grounds, prosecutorTold: null, placed: null, claim: null };
  const record: CaseRecord = { ...before, removal, resume: null, safety: { decision: 'safe-with-plan', plan: input.why, at: context.now } };
  // The seven days run from the act, which may be older than this entry.
  const from = input.actDate === today ? context.now : startOfDay(input.actDate);
  return {
    to: after(before),
    records: { case: record, header: headerOf(context, record) },
    deadlines: [
      { meet: 'protect' },
      // He is with us.
      { meet: 'attempt' },
      { meet: 'search' },
      { start: terms.tellProsecutor, key: 'prosecutor' },
      { start: terms.place, key: 'placement' },
      { start: terms.claim, key: 'claim', from },
    ],
  };
}

/** Safe in another way: the accused left, the child is with kin. */
export function protectedOtherwise(context: Protection, input: { how: string }): Result {
  const before = context.records.case;
  const record: CaseRecord = { ...before, resume: null, safety: { decision: 'safe-with-plan', plan: input.how, at: context.now } };
  return { to: after(before), records: { case: record, header: headerOf(context, record) } };
}

export function toldProsecutor(context: Protection): Result {
  const { case: record } = context.records;
  return {
    records: {
      case: {
        ...record,
        removal: record.removal === null || record.removal.prosecutorTold !== null ? record.removal : { ...record.removal, prosecutorTold: context.now },
        death: record.death === null ? null : { ...record.death, prosecutorTold: context.now },
      },
    },
    deadlines: [{ meet: 'prosecutor' }],
  };
}

export function placed(context: Protection, input: PlacedInput): Result {
  const { case: record } = context.records;
  if (input.organisation !== undefined && context.directory.organisation(input.organisation) === undefined) return field('/organisation', 'organisation.unknown');
  if (record.removal === null) return refuse('wrong-stage', 409);
  return { records: { case: { ...record, removal: { ...record.removal, placed: { at: context.now, where: input.where } } } }, deadlines: [{ meet: 'placement' }] };
}

export function claimFiled(context: Protection, input: ClaimInput): Result {
  const { case: record } = context.records;
  if (record.removal === null) return refuse('wrong-stage', 409);
  return { records: { case: { ...record, removal: { ...record.removal, claim: { at: context.now, number: input.number } } } }, deadlines: [{ meet: 'claim' }] };
}

export function appointRepresentative(context: Protection, input: RepresentativeInput): Result {
  const { organisation = null } = input;
  if (!input.apart) return field('/apart', 'required');
  if (actIsToCome(input.actDate, context.now)) return field('/actDate', 'birth-date.future');
  if (organisation !== null && context.directory.organisation(organisation) === undefined) return field('/organisation', 'organisation.unknown');
  if (organisation !== null && organisation === context.records.case.accused?.organisation) return field('/organisation', 'not-in-list');
  return {
    records: { case: { ...context.records.case, representative: { name: input.name, at: context.now, act: input.act, actDate: input.actDate, organisation } } },
    deadlines: [{ meet: 'representative' }],
    writes: [
      relateChild({
        id: context.newId(), child: context.proceeding.subject.id, kind: 'other', other: null, name: input.name, phone: null, guardian: true, household: false,
        householdFrom: null, from: almatyDate(context.now), until: null, died: false, diedOn: null, at: context.now,
      }),
    ],
  };
}

const ofCase = (context: Protection) => ({ proceeding: context.proceeding.id, child: context.proceeding.subject.id });

/** The accused is heard too; not before the date the police asked to wait for. */
export function hearAccused(context: Protection, input: HearInput): Result {
  if (heldBack(context.records.police, context.now)) return refuse('case-held', 409);
  const { case: record } = context.records;
  const accused = record.accused ?? { words: input.who, person: null, organisation: null, representative: false, heard: null };
  return {
    records: { case: { ...record, accused: { ...accused, heard: { at: context.now, words: input.words } } } },
    // Named here for the first time: what he is to the child is said by name-accused.
    writes: record.accused === null ? [suspicion(context, ofCase(context), accused)] : [],
  };
}

export function policeHold(context: Protection, input: HoldInput): Result {
  const end = until(input.until);
  if (end <= context.now) return field('/until', 'minimum');
  const hold = { until: end, investigator: input.investigator, what: input.what };
  return { records: { police: { hold } }, facts: [quiet(context, end)], writes: held(context, ofCase(context), hold) };
}
/** What could not be told meanwhile is told now. */
export const liftHold = (context: Protection): Result => ({
  records: { police: { hold: null } },
  writes: held(context, ofCase(context), null),
  facts: [quiet(context, context.now), ...(wasSeen(context.records.case) ? progress({ ...context, records: { ...context.records, police: { hold: null } } }, 'checked') : [])],
});

export const therapyNote = (context: Protection, input: TherapyInput): Result => ({
  records: { therapy: { notes: [...(context.records.therapy?.notes ?? []), { at: context.now, text: input.text }] } },
});

/** A child who is elsewhere is still ours until somebody else has seen him. */
import type { CaseRecord } from '../domain/record.ts';
import { openCase } from '../domain/opening.ts';
import { legalDuties, resumeOf, wasSeen } from '../domain/rules.ts';
import { moveChild } from '#cap/children/contract.ts';
import { refuse } from '#kernel/problems/refusal.ts';
import type { DeadlineChange } from '#kernel/procedures/declare.ts';
import { facts } from '../contract.ts';
import * as terms from '../terms.ts';
import type { AbroadInput, AbroadToldInput, MovedInput, TransferInput } from '../inputs.ts';
import { closed, field, heldNow, placeIn, searchEnds, searching, undone, type Protection, type Result } from './common.ts';

export function moved(context: Protection, input: MovedInput): Result {
  const place = input.district === undefined ? null : placeIn(context.directory, input.district);
  if (input.district !== undefined && place === null) return field('/district', 'district.unknown');
  const record = context.records.case;
  return {
    to: 'searching',
    records: { case: { ...record, resume: resumeOf(context.proceeding.stage, record.resume) } },
    deadlines: searching(context),
    writes: place === null ? [] : [moveChild(context.proceeding.subject.id, place.region, place.district)],
  };
}

/** Duties of the law not yet done, as they began: seven days from an act are the same seven days in another district. */
const owedByLaw = (context: Protection): DeadlineChange[] => {
  const owed = undone(context.deadlines);
  return legalDuties.flatMap((key) => {
    const [first] = context.deadlines.filter((d) => d.key === key && owed.has(key) && d.metAt === null && d.state !== 'cancelled').sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
    return first === undefined ? [] : [{ start: context.terms.byId(first.term), key, from: first.startedAt }];
  });
};

/** A case of the same child opens in the other district; this one stays open and ours until he was seen there. */
export function transfer(context: Protection, input: TransferInput): Result {
  const place = placeIn(context.directory, input.district);
  if (place === null) return field('/district', 'district.unknown');
  if (place.district === context.proceeding.district) return field('/district', 'not-in-list');
  const receiving = context.directory.desks('guardianship-specialist', place).find((o) => o.district === place.district);
  const record = context.records.case;
  const { danger, subject, label } = context.proceeding;
  const { name, age, sex } = record.child;
  const opening = openCase(context, {
    child: { child: subject.id, ...(name === null ? {} : { name }), ...(age === null ? {} : { age }), ...(sex === null ? {} : { sex }) },
    place, category: record.concern.category, summary: [input.why, record.concern.summary, ...(record.reports ?? []).map((r) => r.summary)].join('\n\n'), danger, notifyPolice: false, warnings: record.warnings,
    accused: record.accused, arrivedFrom: context.proceeding.id, otherwise: label, hold: heldNow(context),
    owed: { removal: record.removal, representative: record.representative, duties: owedByLaw(context) },
    reporter: { through: 'transfer', number: null, role: context.actor.role, name: context.actor.name, organisation: context.actor.organisation },
  }, 'transfer');
  const next: CaseRecord = {
    ...record,
    resume: resumeOf(context.proceeding.stage, record.resume),
    transfer: { to: opening.id, region: place.region, district: input.district, at: context.now },
  };
  return {
    to: 'transferring',
    records: { case: next },
    deadlines: searchEnds,
    open: [{ ...opening, beside: true }],
    // The receiver reads what is handed over, as long as one review lasts.
    grants: receiving === undefined ? [] : [{ organisation: receiving.id, purpose: 'transfer', until: context.terms.due(terms.review, context.now, place.region) }],
    writes: [moveChild(subject.id, place.region, place.district)],
  };
}

/** The receiver: he is not here. The sender goes on looking. */
export function returnTransfer(context: Protection): Result {
  const record = context.records.case;
  if (record.arrivedFrom === null || wasSeen(record)) return refuse('wrong-stage', 409);
  return { to: 'closed', outcome: 'returned', facts: [{ name: facts.transferReturned, data: { case: context.proceeding.id } }] };
}

export function abroad(context: Protection, input: AbroadInput): Result {
  const record = context.records.case;
  return {
    to: 'abroad',
    deadlines: searchEnds,
    records: {
      case: { ...record, resume: resumeOf(context.proceeding.stage, record.resume) },
      abroad: { country: input.country, since: input.since ?? null, withWhom: input.withWhom ?? null, summary: input.summary, child: record.child.name, told: null },
    },
  };
}

/** The Committee asked the authority of the other country, and it has taken the child up. */
export function abroadTold(context: Protection, input: AbroadToldInput): Result {
  const { abroad: about } = context.records;
  return {
    to: 'closed',
    outcome: 'moved-abroad',
    records: { abroad: { ...about, told: { at: context.now, authority: input.authority } } },
    facts: [closed(context, 'moved-abroad', heldNow(context) !== null)],
  };
}

export const abroadBack = (context: Protection): Result => ({ to: 'searching', deadlines: searching(context) });

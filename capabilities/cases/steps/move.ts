/** A child who is elsewhere is still ours until somebody else has seen him: the same in both procedures. */
import { moveChild } from '#cap/children/contract.ts';
import type { Place } from '#kernel/access/directory.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import type { Decision, DeadlineChange, Opening } from '#kernel/procedures/declare.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import { facts } from '../contract.ts';
import { wasSeen } from '../domain/rules.ts';
import { cleared } from '../domain/suspicion.ts';
import * as terms from '../terms.ts';
import type { AbroadRecord, Moving } from '../domain/record.ts';
import type { AbroadInput, AbroadToldInput, MovedInput, TransferInput } from '../inputs.ts';
import { closed, field, placeIn } from './common.ts';

type Away<W extends Moving> = StepContext<{ readonly case: W }>;
type Gone<W extends Moving> = Decision<{ case: W }>;

/** Looked for: within hours in danger, and a head looks at it after a while. That clock runs through all attempts. */
export function searching(context: Pick<StepContext<object>, 'deadlines' | 'proceeding'>): DeadlineChange[] {
  const looked = context.deadlines.some((d) => d.key === 'search' && (d.state === 'running' || d.state === 'paused'));
  return [
    ...(context.proceeding.danger >= 2 ? [{ start: terms.nextAttemptDanger, key: 'attempt' }] : []),
    ...(looked ? [] : [{ start: terms.search, key: 'search' }]),
  ];
}
const searchEnds: readonly DeadlineChange[] = [{ cancel: 'attempt' }, { cancel: 'search' }];

/** To be found. `resume`: where the work goes on then. */
export const search = <W extends Moving>(context: Away<W>, resume: W['resume']) => ({
  to: 'searching',
  records: { case: { ...context.records.case, resume } },
  deadlines: searching(context),
}) satisfies Gone<W>;

export function moved<W extends Moving>(context: Away<W>, input: MovedInput, resume: W['resume']): Gone<W> | Refusal {
  const place = input.district === undefined ? null : placeIn(context.directory, input.district);
  if (input.district !== undefined && place === null) return field('/district', 'district.unknown');
  return { ...search(context, resume), writes: place === null ? [] : [moveChild(context.proceeding.subject.id, place.region, place.district)] };
}

/** What is opened there. `child`: as far as this one knows him. */
export type Receiving = (place: Place, child: { child: string; name?: string; age?: number; sex?: 'male' | 'female' }) => Opening & { readonly id: string };

/** One of the same child opens in the other district; this one stays open and ours until he was seen there. */
export function handOver<W extends Moving>(context: Away<W>, input: TransferInput, resume: W['resume'], receive: Receiving): Gone<W> | Refusal {
  const place = placeIn(context.directory, input.district);
  if (place === null) return field('/district', 'district.unknown');
  if (place.district === context.proceeding.district) return field('/district', 'not-in-list');
  const receiving = context.directory.desks('guardianship-specialist', place).find((o) => o.district === place.district);
  const record = context.records.case;
  const { subject } = context.proceeding;
  const { name, age, sex } = record.child;
  const opening = receive(place, { child: subject.id, ...(name === null ? {} : { name }), ...(age === null ? {} : { age }), ...(sex === null ? {} : { sex }) });
  return {
    to: 'transferring',
    records: { case: { ...record, resume, transfer: { to: opening.id, region: place.region, district: input.district, at: context.now } } },
    deadlines: searchEnds,
    open: [{ ...opening, beside: true }],
    // The receiver reads what is handed over, as long as one review lasts.
    grants: receiving === undefined ? [] : [{ organisation: receiving.id, purpose: 'transfer', until: context.terms.due(terms.review, context.now, place.region) }],
    writes: [moveChild(subject.id, place.region, place.district)],
  };
}

/** The receiver: he is not here. The sender goes on looking. */
export function returnTransfer<W extends Moving>(context: Away<W>): Gone<W> | Refusal {
  const record = context.records.case;
  if (record.arrivedFrom === null || wasSeen(record)) return refuse('wrong-stage', 409);
  return { to: 'closed', outcome: 'returned', writes: cleared('returned', context.proceeding.id, context.now), facts: [{ name: facts.transferReturned, data: { case: context.proceeding.id } }] };
}

export function abroad<W extends Moving>(context: Away<W>, input: AbroadInput, resume: W['resume']): Decision<{ case: W; abroad: AbroadRecord }> {
  const record = context.records.case;
  return {
    to: 'abroad',
    deadlines: searchEnds,
    records: {
      case: { ...record, resume },
      abroad: { country: input.country, since: input.since ?? null, withWhom: input.withWhom ?? null, summary: input.summary, child: record.child.name, told: null },
    },
  };
}

/** The Committee asked the authority of the other country, and it has taken the child up. */
export function abroadTold(context: StepContext<{ readonly abroad: AbroadRecord }>, input: AbroadToldInput, silent: boolean): Decision<{ abroad: AbroadRecord }> {
  return {
    to: 'closed',
    outcome: 'moved-abroad',
    records: { abroad: { ...context.records.abroad, told: { at: context.now, authority: input.authority } } },
    facts: [closed(context, 'moved-abroad', silent)],
  };
}

export const abroadBack = (context: StepContext<object>) => ({ to: 'searching', deadlines: searching(context) }) satisfies Decision<object>;


/** Who is near to a child, and what became of it: checked, as rows of the register. */
import type { Instant } from '#kernel/clock.ts';
import type { Write } from '#kernel/procedures/declare.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import { almatyDate } from '#kernel/terms/almaty.ts';
import type { RelationChangeInput, RelationInput } from './inputs.ts';
import { changeRelation, putByRelation, relateChild, strikeRelation, type NewRelation } from './rows.ts';

export interface Fault {
  readonly path: string;
  readonly code: string;
}

const notYet = (path: string, day: string | undefined, today: string): readonly Fault[] =>
  day !== undefined && day > today ? [{ path, code: 'birth-date.future' }] : [];

/** `at`: JSON pointer of the relation in its input. */
export function relationFaults(r: RelationInput, child: string, today: string, at: string): readonly Fault[] {
  return [
    ...(r.child === undefined && (r.name ?? '').trim() === '' ? [{ path: `${at}/name`, code: 'required' }] : []),
    ...(r.child === child ? [{ path: `${at}/child`, code: 'not-in-list' }] : []),
    ...(r.from !== undefined && r.until !== undefined && r.until < r.from ? [{ path: `${at}/until`, code: 'relation-dates' }] : []),
    ...notYet(`${at}/householdFrom`, r.householdFrom, today),
    ...notYet(`${at}/diedOn`, r.diedOn, today),
  ];
}

/** Who has a day of death has died; since when somebody lives there means that he does. */
export function relationRow(r: RelationInput, child: string, now: Instant, newId: () => string): NewRelation {
  return {
    id: newId(), child, kind: r.kind, other: r.child ?? null, name: r.name ?? null, phone: r.phone ?? null,
    guardian: r.guardian === true, household: r.household ?? r.householdFrom !== undefined, householdFrom: r.householdFrom ?? null,
    from: r.from ?? null, until: r.until ?? null, died: r.died ?? r.diedOn !== undefined, diedOn: r.died === false ? null : (r.diedOn ?? null), at: now,
  };
}

export function addRelative(child: string, input: RelationInput, now: Instant, newId: () => string): readonly Write[] | Refusal {
  const fields = relationFaults(input, child, almatyDate(now), '');
  return fields.length > 0 ? refuse('invalid-input', 400, {}, { fields: [...fields] }) : [relateChild(relationRow(input, child, now, newId))];
}

/** How the relation stood before is kept. Where the dates would cross, the database refuses the step (`relation-dates`). */
export function changeRelative(child: string, { relation, change }: RelationChangeInput, now: Instant, newId: () => string): readonly Write[] | Refusal {
  const today = almatyDate(now);
  const fields = [
    ...(change.what === 'moved-in' ? notYet('/change/householdFrom', change.householdFrom, today) : []),
    ...(change.what === 'moved-out' ? notYet('/change/householdUntil', change.householdUntil, today) : []),
    ...(change.what === 'died' ? notYet('/change/diedOn', change.diedOn, today) : []),
    ...(change.what === 'corrected' && change.from !== undefined && change.until !== undefined && change.until < change.from
      ? [{ path: '/change/until', code: 'relation-dates' }] : []),
  ];
  if (fields.length > 0) return refuse('invalid-input', 400, {}, { fields });
  return [putByRelation(relation, child, newId(), now), changed(child, relation, change)];
}

function changed(child: string, relation: string, change: RelationChangeInput['change']): Write {
  switch (change.what) {
    case 'ended':
      return changeRelation(relation, child, { until: change.until });
    case 'moved-in':
      return changeRelation(relation, child, { household: true, householdFrom: change.householdFrom });
    case 'moved-out':
      return changeRelation(relation, child, { household: false, householdUntil: change.householdUntil });
    case 'died':
      return changeRelation(relation, child, { died: true, ...(change.diedOn === undefined ? {} : { diedOn: change.diedOn }), household: false });
    case 'corrected': {
      const { what: _, ...given } = change;
      return changeRelation(relation, child, given);
    }
    case 'struck':
      return strikeRelation(relation, child);
  }
}

/** Where it is, and the day he turns eighteen. Pure. */
import type { Place } from '#kernel/access/directory.ts';
import type { Instant } from '#kernel/clock.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import type { DeadlineChange } from '#kernel/procedures/declare.ts';
import { addDays, endOfDay, startOfDay } from '#kernel/terms/almaty.ts';
import { birthdayOf, childLabel, type ChildNote } from '#cap/children/contract.ts';
import { learnBirth, majority } from '../terms.ts';

type Context = Pick<StepContext<object>, 'now' | 'terms' | 'directory' | 'actor'>;

export const field = (path: string, code: string): Refusal => refuse('invalid-input', 400, {}, { fields: [{ path, code }] });

export function placeIn(context: Context, asked: string | undefined): Place | Refusal {
  const code = asked ?? context.actor.district;
  if (code === null) return field('/district', 'required');
  const district = context.directory.district(code);
  return district === undefined ? field('/district', 'district.unknown') : { region: district.region, district: district.code };
}

export const labelOf = (child: ChildNote, otherwise: string): string => childLabel(child.name, child.age, otherwise);

/** The first instant on which he is eighteen. */
export const adultAt = (context: Pick<Context, 'now' | 'terms'>, born: string): Instant => startOfDay(birthdayOf(born, context.terms.value(majority, context.now).value));

/**
 * The record ends at the beginning of the eighteenth birthday; its deadline is the end of that day, so that the clock ends
 * it in time and only a clock that stood still is late. Where the birthday is not known, somebody must find it out.
 */
export function majorityDuty(context: Pick<Context, 'now' | 'terms'>, born: string | null): readonly DeadlineChange[] {
  if (born === null) return [{ start: learnBirth, key: 'birth' }];
  const birthday = birthdayOf(born, context.terms.value(majority, context.now).value);
  const from = startOfDay(born.slice(5) === birthday.slice(5) ? born : addDays(born, 1));
  return [{ start: majority, key: 'majority', from, by: endOfDay(birthday) }];
}

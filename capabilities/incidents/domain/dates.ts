/** Days that an inspector writes down: of what happened, and of a birth. Pure. */
import type { Refusal } from '#kernel/problems/refusal.ts';
import { isDate } from '#kernel/terms/almaty.ts';
import type { Term } from '#kernel/terms/term.ts';
import { field } from './opening.ts';
import { begun } from './rule.ts';

/** Null where the days can be: not to come, not before the rule by which they are judged began, and no birth after them. */
export function wrongDates({ date, born }: { readonly date: string; readonly born?: string | undefined }, today: string, rule: Term): Refusal | null {
  if (!isDate(date)) return field('/date', 'format');
  if (date > today) return field('/date', 'birth-date.future');
  if (!begun(rule, date)) return field('/date', 'incidents.before-rule');
  if (born === undefined) return null;
  if (!isDate(born)) return field('/born', 'format');
  return born > date ? field('/born', 'incidents.born-after') : null;
}

/** What labour law forbids of a child's work: ages, hours, nights, kinds of work. Pure; the figures are terms. */
import { startOfDay } from '#kernel/terms/almaty.ts';
import type { TermBook } from '#kernel/terms/book.ts';
import type { Breach, Work, WorkFound } from '../contract.ts';
import { fullWorkingAge, weekUnder16, weekUnder18, workingAge, workingAgeEducated, workingAgeLight } from '../terms.ts';
import { ageThen } from './rule.ts';

const forbidden: readonly Work[] = ['heavy-or-hazardous', 'gambling', 'night-entertainment', 'alcohol-or-tobacco'];

/** In the order of `breaches`; empty: lawful, or of age. null: the age was not established, so nobody can say. */
export function breachesOf(terms: TermBook, found: WorkFound): readonly Breach[] | null {
  const age = ageThen(found);
  if (age === null) return null;
  const at = startOfDay(found.date);
  const years = (term: typeof workingAge): number => terms.value(term, at).value;
  if (age >= years(fullWorkingAge)) return [];
  const light = found.work === 'light' && found.schooling === 'pupil' && age >= years(workingAgeLight);
  const educated = found.schooling === 'basic-secondary' && age >= years(workingAgeEducated);
  const grown = age >= years(workingAge);
  // Under fourteen a child may sing and act, and nothing else; no hours are written for it.
  const performs = found.work === 'performance';
  const week = age >= years(workingAgeLight) ? terms.value(grown ? weekUnder18 : weekUnder16, at).value : null;
  const wrong: Readonly<Record<Breach, boolean>> = {
    'too-young': !(grown || educated || light || performs),
    'forbidden-work': forbidden.includes(found.work),
    'no-contract': !found.contract,
    // Below sixteen nobody works without a written consent of a representative.
    'no-consent': !grown && !found.consent,
    hours: week !== null && found.weeklyHours > week,
    night: found.night,
    overtime: found.overtime,
  };
  return (Object.keys(wrong) as Breach[]).filter((breach) => wrong[breach]);
}

/** Ages in whole years. */
import { ageInYears } from '#kernel/texts/format.ts';

/** A birth date as far as an age tells it: the first of January of that year, `estimated`. */
export const bornFromAge = (age: number, today: string): string => `${Number(today.slice(0, 4)) - age}-01-01`;

export type BornFault = 'birth-date.future' | 'birth-date.adult';

/** What is wrong with a birth date, or null. `adult`: the term children.child-until, in years. */
export function bornFault(born: string, today: string, adult: number): BornFault | null {
  if (born > today) return 'birth-date.future';
  return ageInYears(born, today) >= adult ? 'birth-date.adult' : null;
}

/** Ages in whole years. */
import { isDate } from '#kernel/terms/almaty.ts';
import { ageInYears } from '#kernel/texts/format.ts';

/** A birth date as far as an age tells it: the first of January of that year, `estimated`. */
export const bornFromAge = (age: number, today: string): string => `${Number(today.slice(0, 4)) - age}-01-01`;

/** The first day on which somebody is that old: who was born on 29 February, on 1 March of a year without it. */
export function birthdayOf(born: string, years: number): string {
  const day = `${String(Number(born.slice(0, 4)) + years).padStart(4, '0')}${born.slice(4)}`;
  return isDate(day) ? day : `${day.slice(0, 4)}-03-01`;
}

export type BornFault = 'birth-date.future' | 'birth-date.adult';

/** What is wrong with a birth date, or null. `adult`: the term children.child-until, in years. */
export function bornFault(born: string, today: string, adult: number): BornFault | null {
  if (born > today) return 'birth-date.future';
  return ageInYears(born, today) >= adult ? 'birth-date.adult' : null;
}

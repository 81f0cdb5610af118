/** Ages in whole years. */

/** Whole years between two days, `YYYY-MM-DD`. Born on 29 February: a year older on 1 March. */
export function yearsBetween(born: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4));
  return on.slice(5) < born.slice(5) ? years - 1 : years;
}

/** A birth date as far as an age tells it: the first of January of that year, `estimated`. */
export const bornFromAge = (age: number, today: string): string => `${Number(today.slice(0, 4)) - age}-01-01`;

export type BornFault = 'birth-date.future' | 'birth-date.adult';

/** What is wrong with a birth date, or null. `adult`: the term children.child-until, in years. */
export function bornFault(born: string, today: string, adult: number): BornFault | null {
  if (born > today) return 'birth-date.future';
  return yearsBetween(born, today) >= adult ? 'birth-date.adult' : null;
}

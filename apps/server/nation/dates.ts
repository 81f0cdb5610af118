/** The nation's calendar: a day as a number from the first birthday that counts. */

/** The day on which the nation stands still: everybody born on it or up to 18 years before is in it. */
export const nationDay = '2026-11-26';
const dayMs = 86_400_000;
const firstMs = Date.parse('2008-11-27T00:00:00Z');
/** Days on which one may be born, the nation's own day the last. */
export const birthDays = (Date.parse(`${nationDay}T00:00:00Z`) - firstMs) / dayMs + 1;

const isoDays = Array.from({ length: birthDays }, (_, day) => new Date(firstMs + day * dayMs).toISOString().slice(0, 10));
/** `YYYY-MM-DD`. Days before 0 are asked for parents' and elder children's years only. */
export const isoOf = (day: number): string => isoDays[day] ?? new Date(firstMs + day * dayMs).toISOString().slice(0, 10);
export const yearOf = (day: number): number => Number(isoOf(day).slice(0, 4));

/** Births by year, against the year with most; MADE UP in the shape that is commonly known: rising to 2021, falling since. */
const births: Readonly<Record<number, number>> = {
  2008: 0.8, 2009: 0.8, 2010: 0.82, 2011: 0.83, 2012: 0.85, 2013: 0.86, 2014: 0.89, 2015: 0.89, 2016: 0.9, 2017: 0.87, 2018: 0.89, 2019: 0.9,
  2020: 0.95, 2021: 1, 2022: 0.9, 2023: 0.87, 2024: 0.82, 2025: 0.78, 2026: 0.76,
};
export const birthsIn = (year: number): number => births[year] ?? 0.75;

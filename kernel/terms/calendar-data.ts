/**
 * Days off of Kazakhstan for a five-day week, as data. Our own table: library `date-holidays` is wrong
 * on two weekdays of 2026 (gives 16 March, misses 25 March).
 *
 * Sources: Law "On holidays in the Republic of Kazakhstan" of 13 Dec 2001, arts. 3-5; Labour Code
 * art. 84 p. 5 (Kurban-ait, 7 January); for 2026 alau.kz "perenosy vyhodnyh" and kazpravda.kz; the move of
 * Constitution Day: referendum of March 2026. The same facts stand in domain.md §2.
 * What is marked [K] is common knowledge, to be verified before years that far back are recounted.
 */

/** A day of every year. `from` and `until` are years, both inclusive; absent: without bound. */
export interface FixedHoliday {
  readonly name: string;
  readonly month: number;
  readonly day: number;
  readonly from?: number;
  readonly until?: number;
  /** National and state holidays on a weekend move to the next working day; days of a faith do not. */
  readonly moves: boolean;
}

export const fixedHolidays: readonly FixedHoliday[] = [
  { name: 'new-year', month: 1, day: 1, moves: true },
  { name: 'new-year', month: 1, day: 2, moves: true },
  { name: 'orthodox-christmas', month: 1, day: 7, moves: false },
  { name: 'womens-day', month: 3, day: 8, moves: true },
  // The day left 30 August already in 2026, but 15 March is first celebrated in 2027.
  { name: 'constitution', month: 3, day: 15, from: 2027, moves: true },
  { name: 'nauryz', month: 3, day: 21, moves: true },
  { name: 'nauryz', month: 3, day: 22, moves: true },
  { name: 'nauryz', month: 3, day: 23, moves: true },
  { name: 'unity', month: 5, day: 1, moves: true },
  { name: 'defender', month: 5, day: 7, moves: true },
  { name: 'victory', month: 5, day: 9, moves: true },
  { name: 'capital', month: 7, day: 6, moves: true },
  { name: 'constitution', month: 8, day: 30, until: 2025, moves: true },
  { name: 'republic', month: 10, day: 25, from: 2022, moves: true }, // [K] restored in 2022
  { name: 'first-president', month: 12, day: 1, until: 2021, moves: true }, // [K] ended in 2022
  { name: 'independence', month: 12, day: 16, moves: true },
  { name: 'independence', month: 12, day: 17, until: 2021, moves: true }, // [K] ended in 2022
];

export interface MovableHoliday {
  readonly date: string;
  readonly source: string;
}

/**
 * The first day of Kurban-ait by year. It follows the moon and is announced each year, so it is never
 * computed here. A year that is absent is [unknown]: its day counts as an ordinary one until it is added,
 * and `calendarGaps` names it. 2024 is left out because the sources read disagree (16 or 17 June).
 */
export const kurbanAit: Readonly<Record<number, MovableHoliday>> = {
  2023: { date: '2023-06-28', source: 'altainews.kz 45774, 1 Jun 2023' },
  2025: { date: '2025-06-06', source: 'Ministry of Labour, by caravan.kz, Jun 2025' },
  2026: { date: '2026-05-27', source: 'taspanews.kz, 2026' },
};

/** A day of rest moved by decree: `dayOff` becomes free, `worked` (a weekend day) becomes a working day. */
export interface Transfer {
  readonly dayOff: string;
  readonly worked: string;
  readonly source: string;
}

export const transfers: readonly Transfer[] = [
  { dayOff: '2023-07-07', worked: '2023-07-01', source: 'Government decree of 25 Apr 2023, by altainews.kz 45774' },
  { dayOff: '2025-01-03', worked: '2025-01-05', source: 'order 436 of the Minister of Labour, 21 Nov 2024' },
];

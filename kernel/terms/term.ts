/**
 * A term is a named, effective-dated, sourced figure: data, never a constant in code.
 * `standing` says how far to trust it: read in a source, a default of ours to be verified,
 * or unknown (then the value is a default too and every screen says so).
 */
export type Standing = 'sourced' | 'default' | 'unknown';

/**
 * `minutes` and `hours` run round the clock; `working-days` by the calendar of Kazakhstan; `days` end on a working day;
 * `calendar-days` end on their very day, a day off too: for duties to a child that no weekend may lengthen.
 */
export type Unit = 'minutes' | 'hours' | 'days' | 'calendar-days' | 'working-days' | 'months' | 'count' | 'MRP' | 'years';

export interface TermValue {
  /** First day it applies, `YYYY-MM-DD` in Asia/Almaty. */
  readonly from: string;
  readonly value: number;
  readonly unit: Unit;
  readonly standing: Standing;
  /** Law, article, order, or the page of our notes it was read on. */
  readonly source: string;
  /** Only for this region (ISO 3166-2, `KZ-75`); without it, for the whole country. */
  readonly region?: string;
}

export interface Term {
  readonly id: string;
  readonly values: readonly TermValue[];
  /** Reasons for which a deadline under this term may be paused; none when absent. */
  readonly pausedBy?: readonly string[];
}

/** Declares a term. Values may come in any order; the newest that has begun wins, a region's own first. */
export const term = (id: string, values: TermValue | readonly TermValue[], pausedBy: readonly string[] = []): Term => ({
  id,
  values: Array.isArray(values) ? (values as readonly TermValue[]) : [values as TermValue],
  pausedBy,
});

/** Small sums over measured figures. */

/** Of ascending figures; 0 where there are none. */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;

export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Lowest and highest. */
export const spread = (figures: readonly number[]): readonly [number, number] => [Math.min(...figures), Math.max(...figures)];

/** Three significant digits are all that such a machine gives. */
export const short = (figure: number): number => Number(figure.toPrecision(3));

/** Where "the same" begins and "different" ends, from the model's own probabilities. */

export interface Thresholds {
  /** From here on a pair is taken as one: of those taken, the expected share of false ones is at most `falseShare`. */
  readonly same: number;
  /** Below this a pair is left alone: of all that are one, the expected share below is at most `lostShare`. */
  readonly look: number;
}

/** `probabilities` with how many pairs have each. `falseShare`, `lostShare`: what one is ready to bear, between 0 and 1. */
export function thresholds(probabilities: Float64Array, counts: Float64Array, falseShare: number, lostShare: number): Thresholds {
  const order = [...probabilities.keys()].sort((a, b) => probabilities[b]! - probabilities[a]!);
  const all = order.reduce((sum, i) => sum + probabilities[i]! * counts[i]!, 0);
  let [taken, wrong, found, least, look] = [0, 0, 0, 1, 1];
  for (const i of order) {
    const [p, n] = [probabilities[i]!, counts[i]!];
    if (all - found > all * lostShare) look = p;
    taken += n;
    wrong += n * (1 - p);
    found += n * p;
    if (wrong <= taken * falseShare) least = p;
  }
  return { same: least, look: Math.min(look, least) };
}

/** How far two spellings are apart. */

const rows = [new Uint16Array(512), new Uint16Array(512), new Uint16Array(512)] as const;

/**
 * Slips of a hand between two texts: a letter too many, one missing, one for another, two neighbours swapped
 * (optimal string alignment). Above `most` it is not counted further: the answer is then `most + 1`.
 */
export function slips(a: string, b: string, most: number): number {
  if (a === b) return 0;
  const [n, m] = [a.length, b.length];
  if (Math.abs(n - m) > most || n > 500 || m > 500) return most + 1;
  let [before, last, row] = rows as readonly [Uint16Array, Uint16Array, Uint16Array];
  for (let j = 0; j <= m; j += 1) last[j] = j;
  for (let i = 1; i <= n; i += 1) {
    row[0] = i;
    let least = i;
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j <= m; j += 1) {
      const other = b.charCodeAt(j - 1);
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (letter === other ? 0 : 1));
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other) best = Math.min(best, before[j - 2]! + 1);
      row[j] = best;
      if (best < least) least = best;
    }
    if (least > most) return most + 1;
    [before, last, row] = [last, row, before];
  }
  return Math.min(last[m]!, most + 1);
}

/** Slips that a word of this length may have and still be read as the same. */
export const bearable = (length: number): number => (length < 3 ? 0 : length < 6 ? 1 : length < 12 ? 2 : 3);

/** `true` where one is the other with a few slips, and not the other itself. */
export function near(a: string, b: string): boolean {
  const most = bearable(Math.min(a.length, b.length));
  return most > 0 && a !== b && slips(a, b, most) <= most;
}

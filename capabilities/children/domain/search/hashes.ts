/**
 * Slips of the keyboard: two words of which each loses at most two letters and which are then one, lie within two slips
 * (a letter left out, put in, changed, or two of them exchanged). So a word is kept under hashes of itself without one
 * letter or two (W. Garbe's symmetric deletion), of its first letters only: what differs further on, the distance decides.
 */

/** Letters that are hashed: longer beginnings would cost more rows and find no more. */
const letters = 7;
/** Below so many letters one slip is all that can be forgiven. */
const twoFrom = 5;

/** FNV-1a, as a signed number of 32 bits. */
function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}

const without = (text: string, at: number): string => text.slice(0, at) + text.slice(at + 1);

export function hashesOf(spelling: string): readonly number[] {
  const start = spelling.slice(0, letters);
  const found = new Set([start]);
  for (let i = 0; i < start.length; i += 1) {
    const one = without(start, i);
    found.add(one);
    if (start.length >= twoFrom) for (let j = i; j < one.length; j += 1) found.add(without(one, j));
  }
  found.delete('');
  return [...new Set([...found].map(fnv))];
}

/** How many letters may differ: letters exchanged count as two. */
export const slipsIn = (spelling: string): number => (spelling.length < 3 ? 0 : spelling.length < twoFrom ? 1 : 3);

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

/** The first letters, and what is left of them without one. */
function withoutOne(spelling: string): readonly string[] {
  const start = spelling.slice(0, letters);
  return [start, ...Array.from(start, (_, at) => without(start, at))];
}

const hashed = (texts: readonly string[]): readonly number[] => [...new Set(texts.filter((text) => text !== '').map(fnv))];

/** Those that meet where one slip was made: fewer, and so are the names that meet them by chance. */
export const onceHashed = (spelling: string): readonly number[] => hashed(withoutOne(spelling));

/** As a name is kept, and as it is looked for where two slips were made. */
export function hashesOf(spelling: string): readonly number[] {
  const [start = '', ...ones] = withoutOne(spelling);
  const twos = start.length < twoFrom ? [] : ones.flatMap((one, i) => Array.from({ length: one.length - i }, (_, j) => without(one, i + j)));
  return hashed([start, ...ones, ...twos]);
}

/** How many letters may differ: letters exchanged count as two. */
export const slipsIn = (spelling: string): number => (spelling.length < 3 ? 0 : spelling.length < twoFrom ? 1 : 3);

/** Readings without what grammar added to them. */
import { changedStems, feminine, patronymicEndings, surnameEndings } from './endings.ts';

const longestFirst = (endings: readonly string[]): readonly string[] => [...endings].sort((a, b) => b.length - a.length);
const ofSurnames = longestFirst(surnameEndings);
const ofPatronymics = longestFirst(patronymicEndings);
const fathers = ofPatronymics.filter((ending) => ending.length > 2);

/** Without the first ending that leaves at least so many letters. */
const without = (reading: string, endings: readonly string[], left: number): string => {
  const ending = endings.find((e) => reading.endsWith(e) && reading.length - e.length >= left);
  return ending === undefined ? reading : reading.slice(0, -ending.length);
};

/** Whether a word is made as a father's name is. Some surnames are too: Богданович. */
export const isMadeOfFather = (reading: string): boolean => without(reading, fathers, 2) !== reading;

/** Ахметова, Ахметов, Ахмет: one stem; Жұмабай and Жумабаев as well. */
export function surnameStem(reading: string): string {
  const pair = feminine.find(([her]) => reading.endsWith(her) && reading.length - her.length >= 2);
  const his = pair === undefined ? reading : reading.slice(0, -pair[0].length) + pair[1];
  // й before -ев is heard in it: Жұмабай. Before it ь is written or not: Васильев, Vasilev.
  return without(his, ofSurnames, 3).replace(/([aeou])[iy]$/, '$1').replace(/^(.{4,}?)[iy]+$/, '$1');
}

/** The father's name: Серікұлы, Серикович, Серік; a closing й or и is no part of it (Сергеевич, Сергейұлы). */
export function patronymicStem(reading: string): string {
  const stem = without(reading, ofPatronymics, 2);
  return changedStems[stem] ?? stem.replace(/^(..+?)[iy]+$/, '$1');
}

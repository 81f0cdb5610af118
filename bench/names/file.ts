/** The file of name variants: a header, then `latin<TAB>cyrillic|cyrillic`, each a whole name, surname first. */
import { readFileSync } from 'node:fs';
import { wordsOf } from '#cap/children/domain/names/keys.ts';

/** A whole name in its parts, as a register keeps it. */
export interface WholeName {
  readonly family: string;
  readonly given: string | null;
  readonly patronymic: string | null;
}
/** One person and the ways in which he is written. */
export type Variants = readonly string[];

export function readVariants(file: string): readonly Variants[] {
  if (file === '') throw new Error('which file? --data FILE');
  const [, ...lines] = readFileSync(file, 'utf8').split(/\r?\n/u);
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [latin = '', cyrillic = ''] = line.split('\t');
      return [latin, ...cyrillic.split('|')].map((text) => text.trim()).filter((text) => text !== '');
    });
}

/** As papers order them: surname, given name, father's name. What follows belongs to the last. */
export function inParts(text: string): WholeName {
  const [family = '', given = null, ...rest] = wordsOf(text);
  return { family, given, patronymic: rest.length === 0 ? null : rest.join(' ') };
}

/** What of a child is compared: his names as they are folded, and what else recognises him. */
import { aliasesOf, keyOf, spellingOf, type NamePart } from '../../names/keys.ts';

export interface Word {
  /** Where all spellings of the name meet. */
  readonly key: string;
  /** The key it would have as a given name: a family name that stands in the given name's place is known by it. */
  readonly plain: string;
  readonly spelling: string;
  readonly also: readonly string[];
  /** How much it says that the name occurs: bits, log2 of one in so many. */
  readonly bits: number;
  /** A name in use, by how often it occurs; a slip of a pen is not. */
  readonly used: boolean;
}

export interface PersonName {
  readonly family: Word | null;
  readonly given: Word | null;
  readonly patronymic: Word | null;
}

/** A parent's given name and patronymic, by key or by any number that stands for it; '' or 0 where it is not known. Not the family name: a mother is written with either. */
export interface Parent {
  readonly given: string | number;
  readonly patronymic: string | number;
}

export interface Person {
  readonly names: readonly PersonName[];
  /** Year, month and day as one number (20140403); 0 where it is not known. */
  readonly born: number;
  /** Known to the day. */
  readonly exact: boolean;
  readonly sex: 'male' | 'female' | null;
  /** Twelve digits as a number; 0 where there is none. */
  readonly iin: number;
  readonly region: string;
  readonly district: string | null;
  readonly mother: Parent | null;
  readonly father: Parent | null;
}

/** How often a name occurs and among how many; a name nobody counted is taken as rather rare. */
export type Frequency = (part: NamePart, key: string) => { readonly bits: number; readonly used: boolean };
export const uncounted: Frequency = () => ({ bits: 11, used: true });

/** Null where nothing in the text can be read as a name. */
export function wordOf(part: NamePart, text: string | null, frequency: Frequency = uncounted): Word | null {
  if (text === null) return null;
  const key = keyOf(part, text);
  if (key === '') return null;
  return { key, plain: keyOf('given', text), spelling: spellingOf(text), also: aliasesOf(part, text), ...frequency(part, key) };
}

/** Family name, given name and patronymic in this order; one word alone is a given name. */
export function parentParts(name: string): { readonly given: string; readonly patronymic: string } {
  const words = name.trim().split(/\s+/u);
  return { given: (words.length === 1 ? words[0] : words[1]) ?? '', patronymic: words[2] ?? '' };
}

/** Null where nothing can be read as a name. */
export function parentOf(name: string): Parent | null {
  const { given, patronymic } = parentParts(name);
  const key = keyOf('given', given);
  return key === '' ? null : { given: key, patronymic: keyOf('patronymic', patronymic) };
}

/** Regions and districts in what somebody typed, by their names in the directory. Pure. */
import type { DirectoryData } from '#kernel/access/directory.ts';
import { keyOf } from '../names/keys.ts';

/** What is said of a place beside its name. */
const kinds = /^(ауданы?|район\p{L}*|р-н|district|облыс\p{L}*|обл|область|области|region|қала\p{L}*|город\p{L}*|city)$/iu;
export const isPlaceKind = (word: string): boolean => kinds.test(word);

/** Codes of regions and districts by the key of their name. */
export type Gazetteer = ReadonlyMap<string, readonly string[]>;

const plainName = (name: string): string => name.split(/[\s.]+/u).filter((word) => word !== '' && !isPlaceKind(word)).join(' ');

export function gazetteerOf({ regions, districts }: Pick<DirectoryData, 'regions' | 'districts'>): Gazetteer {
  const found = new Map<string, string[]>();
  for (const place of [...regions, ...districts]) {
    for (const name of [place.names.kk, place.names.ru, place.names.en]) {
      const key = keyOf('given', plainName(name));
      if (key === '') continue;
      const codes = found.get(key) ?? [];
      if (!codes.includes(place.code)) found.set(key, [...codes, place.code]);
    }
  }
  return found;
}

/** Codes that a word, or two of them together, may mean. */
export const placesOf = (gazetteer: Gazetteer, text: string): readonly string[] => gazetteer.get(keyOf('given', text)) ?? [];

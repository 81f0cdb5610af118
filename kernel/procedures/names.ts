/** What ids in a record stand for, so that a page shows a name and not a number. Children are not in the directory. Pure. */
import type { Directory } from '../access/lookup.ts';
import type { Names } from '../access/directory.ts';

const texts = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(texts);
  return [];
};

function nameOf(id: string, directory: Directory): Names | null {
  const person = directory.appointment(id);
  if (person !== undefined) return { kk: person.name, ru: person.name, en: person.name };
  return (directory.organisation(id) ?? directory.district(id) ?? directory.region(id))?.names ?? null;
}

/** Names of every id of the directory that stands somewhere in the values. */
export function knownNames(values: unknown, directory: Directory): Record<string, Names> {
  return Object.fromEntries(
    [...new Set(texts(values))].flatMap((id) => {
      const names = nameOf(id, directory);
      return names === null ? [] : [[id, names]];
    }),
  );
}

/** Names that stand for one another: short forms for full ones, and one name as several peoples bear it. */
import { groups } from './one-name.ts';
import { shortForms } from './short-forms.ts';

type Part = 'family' | 'given' | 'patronymic';

/** Keys of the other names, by a name's key. */
type Others = ReadonlyMap<string, readonly string[]>;
const known = new Map<Part, Others>();

/** `keyOf` gives the key of a word in that part. Surnames have no short forms. */
export function otherNames(part: Part, key: string, keyOf: (word: string) => string): readonly string[] {
  if (part === 'family') return [];
  let others = known.get(part);
  if (others === undefined) known.set(part, (others = all(part, keyOf)));
  return others.get(key) ?? [];
}

/** A father is written by his full name: in a patronymic no short form is looked for. */
function all(part: Part, keyOf: (word: string) => string): Others {
  const found = new Map<string, string[]>();
  const add = (from: string, to: readonly string[]): void => {
    const key = keyOf(from);
    found.set(key, [...(found.get(key) ?? []), ...to.map(keyOf)]);
  };
  for (const group of groups) for (const name of group) add(name, group);
  if (part === 'given') for (const [short, names] of shortForms) add(short, names);
  return found;
}

/** Names repeat: what one is read to is worked out once. As many as fit into little memory; then from the beginning. */
import { wordOf } from '../domain/matching/children/person.ts';
import { keyOf, type NamePart } from '../domain/names/keys.ts';
import { entryOf, indexedName, type NameEntry, type NameTexts } from '../domain/search/entries.ts';

const most = 20_000;

function remembered<T>(work: (part: NamePart, text: string) => T): (part: NamePart, text: string) => T {
  const known = new Map<string, T>();
  return (part, text) => {
    const name = `${part} ${text}`;
    const found = known.get(name);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const made = work(part, text);
    known.set(name, made);
    return made;
  };
}

export const keyOfName = remembered(keyOf);
/** How often a name occurs is not known here: it counts as rather rare. */
export const wordOfName = remembered((part, text) => wordOf(part, text));
const entry = remembered(entryOf);

/** As `indexedName`; a name in its parts is put together from what is remembered of each. */
export function indexed(name: NameTexts): ReturnType<typeof indexedName> {
  if (name.family === null && name.patronymic === null) return indexedName(name);
  const parts = { family: null as NameEntry | null, given: null as NameEntry | null, patronymic: null as NameEntry | null };
  for (const part of ['family', 'given', 'patronymic'] as const) parts[part] = name[part] === null ? null : entry(part, name[part]);
  const entries = Object.values(parts).filter((e) => e !== null);
  const pointer = { family: parts.family?.key ?? null, given: parts.given?.key ?? null, patronymic: parts.patronymic?.key ?? null };
  return { entries, pointers: entries.length === 0 ? [] : [pointer] };
}

/** The dictionary of names while an index is built: each name gets its number once, whatever its spellings. */
import type { NamePart } from '../../domain/names/keys.ts';
import { entryOf, partNumber, type NameEntry } from '../../domain/search/entries.ts';

interface Known {
  readonly id: number;
  bearers: number;
}
export interface Dictionary {
  /** The number of a name; 0 where there is nothing to read. Counts a bearer. */
  number(part: NamePart, text: string | null): number;
  /** What is to be added: names, and of each what finds it. */
  readonly names: readonly (readonly [id: number, part: number, key: string, bearers: number])[];
  keys(): Generator<readonly [part: number, key: string, id: number, alias: boolean]>;
  spellings(): Generator<readonly [id: number, part: number, spelling: string, hashes: string]>;
}

const mostTexts = 2_000_000;

/** `before`: what the database has already, so that its numbers stay. */
export function dictionary(before: readonly { readonly id: number; readonly part: number; readonly key: string }[]): Dictionary {
  const byKey = new Map<string, Known>(before.map(({ id, part, key }) => [`${part}${key}`, { id, bearers: 0 }]));
  const old = before.reduce((most, { id }) => Math.max(most, id), 0);
  let last = old;
  // Texts seen, by part: the same few names come again and again.
  const texts = [new Map<string, Known | null>(), new Map<string, Known | null>(), new Map<string, Known | null>()] as const;
  const entries: (readonly [number, NameEntry])[] = [];
  const nameless = { id: 0, bearers: 0 };
  const look = (part: NamePart, text: string): Known | null => {
    const entry = entryOf(part, text);
    if (entry === null) return null;
    const key = `${entry.part}${entry.key}`;
    let known = byKey.get(key);
    if (known === undefined) byKey.set(key, (known = { id: (last += 1), bearers: 0 }));
    entries.push([known.id, entry]);
    return known;
  };
  return {
    number: (part, text) => {
      if (text === null || text === '') return 0;
      const seen = texts[partNumber[part]];
      let known = seen.get(text);
      if (known === undefined) {
        known = look(part, text);
        if (seen.size < mostTexts) seen.set(text, known);
      }
      const found = known ?? nameless;
      found.bearers += 1;
      return found.id;
    },
    get names() {
      return [...byKey].filter(([, { id }]) => id > old).map(([key, { id, bearers }]) => [id, Number(key[0]), key.slice(1), bearers] as const);
    },
    *keys() {
      const seen = new Set<string>();
      const fresh = (id: number, e: NameEntry, key: string): boolean => seen.size < seen.add(`${e.part}${key} ${id}`).size;
      // A main key first, wherever it also stands as another name's alias.
      for (const [id, e] of entries) if (fresh(id, e, e.key)) yield [e.part, e.key, id, false];
      for (const [id, e] of entries) for (const alias of e.aliases) if (fresh(id, e, alias)) yield [e.part, alias, id, true];
    },
    *spellings() {
      const seen = new Set<string>();
      for (const [id, e] of entries) {
        const key = `${id} ${e.spelling}`;
        if (!seen.has(key)) yield [id, e.part, e.spelling, `{${e.hashes.join(',')}}`];
        seen.add(key);
      }
    },
  };
}

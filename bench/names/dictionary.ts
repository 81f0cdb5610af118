/** In memory: each name that occurs, once, found by key, by alias, or by its spelling with two slips of the keyboard. */
import { aliasesOf, keyOf, spellingOf, type NamePart } from '#cap/children/domain/names/keys.ts';
import { slipsBetween } from './slips.ts';

/** How improbable it is that this was written for that name; costs add up. The same in the search of the register. */
export const costs = { alias: 1, slip: 3, slips: 5, unknown: 3, unused: 7 } as const;

interface Entry {
  readonly id: number;
  readonly spellings: Set<string>;
}

export class Dictionary {
  private readonly byKey = new Map<string, Entry>();
  private readonly byAlias = new Map<string, Set<number>>();
  private readonly part: NamePart;
  private lengths: [spelling: string, id: number][][] | null = null;

  constructor(part: NamePart) {
    this.part = part;
  }

  /** The number of the name, new or known; null where there is nothing to read. */
  add(text: string): number | null {
    const key = keyOf(this.part, text);
    if (key === '') return null;
    let entry = this.byKey.get(key);
    if (entry === undefined) this.byKey.set(key, (entry = { id: this.byKey.size, spellings: new Set() }));
    const spelling = spellingOf(text);
    if (entry.spellings.has(spelling)) return entry.id;
    entry.spellings.add(spelling);
    this.lengths = null;
    for (const alias of aliasesOf(this.part, text)) {
      const known = this.byAlias.get(alias);
      if (known === undefined) this.byAlias.set(alias, new Set([entry.id]));
      else known.add(entry.id);
    }
    return entry.id;
  }

  /** Names that a word may mean, with what each costs. */
  meant(word: string): ReadonlyMap<number, number> {
    const found = new Map<number, number>();
    const put = (id: number, cost: number): void => {
      if (cost < (found.get(id) ?? Infinity)) found.set(id, cost);
    };
    const look = (key: string, cost: number): void => {
      const entry = this.byKey.get(key);
      if (entry !== undefined) put(entry.id, cost);
      for (const id of this.byAlias.get(key) ?? []) put(id, cost + costs.alias);
    };
    look(keyOf(this.part, word), 0);
    for (const alias of aliasesOf(this.part, word)) look(alias, costs.alias);
    const spelling = spellingOf(word);
    const most = spelling.length < 3 ? 0 : spelling.length < 5 ? 1 : 2;
    for (let length = spelling.length - most; most > 0 && length <= spelling.length + most; length += 1) {
      for (const [other, id] of this.ofLength(length)) {
        const slips = slipsBetween(spelling, other, most);
        if (slips <= most) put(id, slips === 0 ? 0 : slips === 1 ? costs.slip : costs.slips);
      }
    }
    return found;
  }

  private ofLength(length: number): readonly (readonly [string, number])[] {
    if (this.lengths === null) {
      this.lengths = [];
      for (const { id, spellings } of this.byKey.values()) for (const s of spellings) (this.lengths[s.length] ??= []).push([s, id]);
    }
    return this.lengths[length] ?? [];
  }
}

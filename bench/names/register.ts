/** In memory: persons by name, and a search over them as the register's own does it, without birth date or place. */
import { isPatronymic, wordsOf } from '#cap/children/domain/names/keys.ts';
import { costs, Dictionary } from './dictionary.ts';
import type { WholeName } from './file.ts';

interface Row {
  readonly person: number;
  /** As it was written as a whole; null for decoys. */
  readonly text: string | null;
  readonly family: number | null;
  readonly given: number | null;
  readonly patronymic: number | null;
}
export interface Hit {
  readonly person: number;
  readonly cost: number;
}

const most = 14;

export class Register {
  private readonly families = new Dictionary('family');
  private readonly givens = new Dictionary('given');
  private readonly patronymics = new Dictionary('patronymic');
  private readonly byFamily = new Map<number, Row[]>();
  private readonly byGiven = new Map<number, Row[]>();

  add(person: number, name: WholeName, text: string | null): void {
    const row: Row = {
      person, text, family: this.families.add(name.family),
      given: name.given === null ? null : this.givens.add(name.given),
      patronymic: name.patronymic === null ? null : this.patronymics.add(name.patronymic),
    };
    const put = (map: Map<number, Row[]>, id: number | null): void => {
      if (id !== null) map.set(id, [...(map.get(id) ?? []), row]);
    };
    put(this.byFamily, row.family);
    put(this.byGiven, row.given);
  }

  /** The likeliest first. `person`: of him the very spelling that is asked is not in the register. */
  find(query: string, person: number): readonly Hit[] {
    const words = wordsOf(query).map((word) => ({ shaped: isPatronymic(word), family: this.families.meant(word), given: this.givens.meant(word), patronymic: this.patronymics.meant(word) }));
    const best = new Map<number, number>();
    const judge = (row: Row): void => {
      if (row.person === person && row.text === query) return;
      const cost = this.cost(words, row);
      if (cost <= most && cost < (best.get(row.person) ?? Infinity)) best.set(row.person, cost);
    };
    for (const word of words) {
      for (const id of word.family.keys()) for (const row of this.byFamily.get(id) ?? []) judge(row);
      for (const id of word.given.keys()) for (const row of this.byGiven.get(id) ?? []) judge(row);
    }
    return [...best].map(([person, cost]) => ({ person, cost })).sort((a, b) => a.cost - b.cost);
  }

  /** Each word stands for one part at most; the cheapest way counts. */
  private cost(words: readonly Words[], row: Row): number {
    const parts = (['family', 'given', 'patronymic'] as const).filter((part) => row[part] !== null);
    let least = Infinity;
    const walk = (at: number, used: readonly string[], cost: number): void => {
      if (cost >= least) return;
      const word = words[at];
      if (word === undefined) {
        least = cost;
        return;
      }
      // A father's name that the register does not know speaks less against a person than another father.
      walk(at + 1, used, cost + (word.shaped && row.patronymic === null ? costs.unknown : costs.unused));
      for (const part of parts) {
        const one = used.includes(part) ? undefined : word[part].get(row[part] ?? -1);
        if (one !== undefined) walk(at + 1, [...used, part], cost + one);
      }
    };
    walk(0, [], 0);
    return least;
  }
}
type Words = Readonly<Record<'family' | 'given' | 'patronymic', ReadonlyMap<number, number>>> & { readonly shaped: boolean };

/** Surnames: stems by frequency, and the form a family bears it in. */
import { chance, shuffled, weighted, zipf, type Chance, type Weighted } from './chance.ts';
import type { People } from './peoples.ts';
import { asHeard, inRussianLetters, ofWoman, withEnding } from './spelling.ts';
import * as kazakh from './words/kazakh.ts';
import * as russian from './words/russian.ts';
import { others } from './words/others.ts';

/** One surname in its forms for men and for women. */
export interface Surname {
  readonly male: string;
  readonly female: string;
}

const joined = (first: readonly string[], second: readonly string[]): string[] => first.flatMap((a) => second.map((b) => a + b));
const surname = (male: string): Surname => ({ male, female: ofWoman(male) });

function kazakhStems(draw: Chance): string[] {
  const frequent = [...kazakh.classicMen, ...kazakh.modernMen];
  const plain = kazakh.stemFirst.filter((s) => s.length >= 5 && !'аәуі'.includes(s.slice(-1)));
  const rest = [...joined(kazakh.menFirst, kazakh.menSecond), ...joined(kazakh.stemFirst, kazakh.stemSecond), ...joined(kazakh.menFirst, ['бек', 'бай', 'ғұл', 'мағамбет', 'әлі'])];
  return [...new Set([...shuffled(draw, [...frequent, ...plain]), ...shuffled(draw, rest)])];
}

function slavicNames(draw: Chance, endings: readonly string[]): string[] {
  const hard = russian.roots.map((r) => r.replace(/ь$/u, ''));
  const common = russian.roots.map((r) => (r.endsWith('ь') ? `${r}ев` : withEnding(r)));
  const rest = [...joined(hard, endings), ...joined(joined(russian.before, russian.after), russian.joinedEndings)];
  return endings.includes('ов') ? [...common, ...shuffled(draw, rest)] : shuffled(draw, rest.slice(0, hard.length * endings.length));
}

/** MADE UP: the most frequent surname is borne by some 4 of 1,000 families of the people. */
const table = <T>(values: readonly T[], shift: number): Weighted<T> => weighted(values, zipf(values.length, shift, 0.95));

/** Shares of Kazakh families by the form of the surname; MADE UP. */
const bare = 0.36;

export interface Surnames {
  /** `russianPapers`: as an office that writes Russian letters put it down. */
  draw(chance: Chance, people: People, russianPapers: boolean): Surname;
}

export function surnames(): Surnames {
  const stems = table(kazakhStems(chance('names', 'kazakh stems')), 30);
  const slavic = (people: 'russian' | 'ukrainian', endings: readonly string[]): Weighted<Surname> =>
    table([...new Set(slavicNames(chance('names', `${people} surnames`), endings))].map(surname), 30);
  const plain = new Map<People, Weighted<Surname>>([['russian', slavic('russian', russian.russianEndings)], ['ukrainian', slavic('ukrainian', russian.ukrainianEndings)]]);
  for (const people of Object.keys(others) as (keyof typeof others)[]) {
    const { surnames: known, surnameParts: [first, last] } = others[people];
    plain.set(people, table([...new Set([...known, ...shuffled(chance('names', `${people} surnames`), joined(first, last))])].map(surname), 8));
  }
  return {
    draw: (draw, people, russianPapers) => {
      const found = plain.get(people);
      if (found !== undefined) return found.draw(draw);
      const stem = stems.draw(draw);
      if (draw() < bare) {
        const same = russianPapers ? inRussianLetters(stem) : stem;
        return { male: same, female: same };
      }
      return surname(withEnding(russianPapers ? asHeard(stem) : stem));
    },
  };
}

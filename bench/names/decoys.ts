/** People of the made nation, by name only: whoever is looked for must stand before all of them. */
import { chance } from '../../apps/server/nation/chance.ts';
import { household, patronymicOf } from '../../apps/server/nation/family.ts';
import { givenNames } from '../../apps/server/nation/given.ts';
import { peoplesOf } from '../../apps/server/nation/peoples.ts';
import { inLatin } from '../../apps/server/nation/spelling.ts';
import { surnames } from '../../apps/server/nation/surnames.ts';
import type { WholeName } from './file.ts';

/** The same for the same seed. Every fifth is written in Latin letters. */
export function decoys(wanted: number, seed = 'decoys'): readonly WholeName[] {
  const draw = chance(seed, 'names');
  const book = { given: givenNames(), surnames: surnames() };
  const peoples = peoplesOf('');
  const all: WholeName[] = [];
  while (all.length < wanted) {
    const family = household(draw, book, peoples.draw(draw), (people, russianPapers) => book.surnames.draw(draw, people, russianPapers));
    for (const child of family?.children ?? []) {
      const written = all.length % 5 === 0 ? inLatin : (text: string): string => text;
      const patronymic = family === null ? null : patronymicOf(family, child.sex);
      all.push({ family: written(family?.surname[child.sex] ?? ''), given: written(child.given), patronymic: patronymic === null ? null : written(patronymic) });
    }
  }
  return all.slice(0, wanted);
}

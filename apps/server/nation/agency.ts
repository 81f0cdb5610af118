/** A second record of a child, written by another agency: no number, and one to three slips. */
import { weighted, weightedOf, type Chance } from './chance.ts';
import type { Parent } from './family.ts';
import type { Person } from './population.ts';
import { slips, type SlipKind, type Written } from './slips.ts';
import { inLatin, inRussianLetters } from './spelling.ts';

/** `no-iin`: the child has a number, and this agency did not write it (two rows cannot bear one). */
export type ErrorKind = SlipKind | 'no-iin';

export interface AgencyRecord extends Written {
  readonly errors: readonly ErrorKind[];
  readonly mother: Parent | null;
  readonly father: Parent | null;
}

const kinds = Object.keys(slips) as SlipKind[];
const often = weightedOf(Object.fromEntries(kinds.map((kind) => [kind, slips[kind].share])) as Record<SlipKind, number>);
/** One, two or three slips; whether the agency asked who the parents are. MADE UP. */
const howMany = weighted([1, 2, 3], [0.66, 0.27, 0.07]);
const asksMother = 0.7;
const asksFather = 0.45;

/** A slip that would undo or hide another: not in one record. */
const together = (a: SlipKind, b: SlipKind): boolean =>
  ![['latin', 'kazakh-letters'], ['latin', 'homoglyph'], ['typo', 'two-typos'], ['patronymic-missing', 'patronymic-other'], ['day-month', 'born-digit']].some((two) => two.includes(a) && two.includes(b));

function chosen(draw: Chance): SlipKind[] {
  const wanted = howMany.draw(draw);
  const set: SlipKind[] = [];
  for (let n = 0; n < 20 && set.length < wanted; n += 1) {
    const kind = often.draw(draw);
    if (!set.includes(kind) && set.every((other) => together(kind, other))) set.push(kind);
  }
  return kinds.filter((kind) => set.includes(kind));
}

/** `elsewhere`: districts of the child's region. */
export function recordOf(draw: Chance, person: Person, elsewhere: readonly string[]): AgencyRecord {
  const first: Written = { family: person.family, given: person.given, patronymic: person.patronymic, born: person.born, district: person.district };
  let written = first;
  let made: SlipKind[] = [];
  // Where none of the chosen slips can be made of this child, others are chosen; some agencies make none.
  for (let n = 0; n < 4 && made.length === 0; n += 1) {
    for (const kind of chosen(draw)) {
      const next = slips[kind].slip(draw, written, person, elsewhere);
      if (next === null) continue;
      written = next;
      made = [...made, kind];
    }
  }
  const hand = made.includes('latin') ? inLatin : made.includes('kazakh-letters') ? inRussianLetters : (text: string): string => text;
  const parent = (p: Parent | null, asks: number): Parent | null =>
    p === null || draw() >= asks ? null : { family: hand(p.family), given: hand(p.given), patronymic: p.patronymic === null || draw() < 0.3 ? null : hand(p.patronymic) };
  return { ...written, errors: [...made, ...(person.iin === null ? [] : ['no-iin' as const])], mother: parent(person.mother, asksMother), father: parent(person.father, asksFather) };
}

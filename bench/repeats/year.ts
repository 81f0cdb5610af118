/** A made year of bullying reports at the schools of a made country, a few pairs of it hidden twice: written by another hand each time. */
import type { RegionFigure } from '../../apps/server/nation/places.ts';
import { recordOf } from '../../apps/server/nation/agency.ts';
import { between, chance, oneOf, type Chance } from '../../apps/server/nation/chance.ts';
import { nameBook, people } from '../../apps/server/nation/country.ts';
import type { Person } from '../../apps/server/nation/population.ts';
import { nationDay } from '../../apps/server/nation/dates.ts';

export interface YearOf {
  readonly reports: number;
  /** Pairs that stand in two or three reports; all others are each other's for one report. */
  readonly pairs: number;
  readonly seed: string;
  readonly regions: readonly RegionFigure[];
}
export interface ReportedPupil {
  readonly person: number;
  readonly side: 'hurt' | 'others';
  readonly name: string;
  readonly class: string | null;
}
export interface Report {
  /** Number of its school, from 0; a settlement has one. */
  readonly school: number;
  readonly region: string;
  /** Days after the year began. */
  readonly day: number;
  readonly pupils: readonly ReportedPupil[];
}

/** Reports a school has in the year: 50,000 among 7,687 schools (law.md, domain.md); a settlement's children are a school's and its kindergarten's. */
const perSchool = 7;
const perSettlement = 600;
const year = 360;
/** Shares, MADE UP: of reports that name two who hurt; of names by a hand of its own; with surname first; without a patronymic; with a class. */
const share = { two: 0.3, slip: 0.4, surnameFirst: 0.6, bare: 0.6, classed: 0.8 } as const;

const ageOf = (p: Person): number => Number(nationDay.slice(0, 4)) - Number(p.born.slice(0, 4));
const atSchool = (p: Person): boolean => p.given !== null && p.family !== null && ageOf(p) >= 7 && ageOf(p) <= 17;
const letters = ['А', 'Ә', 'Б', 'В'] as const;
/** The letter goes with the child all year. */
const classOf = (p: Person): string => `${Math.min(11, ageOf(p) - 6)} ${letters[p.person % letters.length] ?? ''}`;

function written(draw: Chance, p: Person): string {
  const w = draw() < share.slip ? recordOf(draw, p, []) : p;
  const first = draw() < share.surnameFirst ? [w.family, w.given] : [w.given, w.family];
  return [...first, draw() < share.bare ? null : w.patronymic].filter((part) => part !== null).join(' ');
}
const pupil = (draw: Chance, side: ReportedPupil['side'], p: Person): ReportedPupil =>
  ({ person: p.person, side, name: written(draw, p), class: draw() < share.classed ? classOf(p) : null });

/** Two of a school who are not yet of one report. */
function twoOf(draw: Chance, pupils: readonly Person[], taken: Set<string>): readonly [Person, Person] | null {
  for (let n = 0; n < 50; n += 1) {
    const [a, b] = [oneOf(draw, pupils), oneOf(draw, pupils)];
    if (a === b || Math.abs(ageOf(a) - ageOf(b)) > 2 || taken.has(`${a.person} ${b.person}`)) continue;
    taken.add(`${a.person} ${b.person}`);
    return [a, b];
  }
  return null;
}

/** Reports in no order. The same order and seed give the same year. */
export function yearOf({ reports, pairs, seed, regions }: YearOf): Report[] {
  // Some settlements are too small for a school.
  const schools = Math.ceil((reports / perSchool) * 1.2);
  const draw = chance(seed, 'reports');
  const all: Report[] = [];
  let hidden = 0;
  let school = 0;
  for (const settlement of people({ children: schools * perSettlement, seed, doubles: 0, regions }, nameBook())) {
    const pupils = settlement.filter(atSchool);
    const region = settlement[0]?.region ?? '';
    if (pupils.length < 40) continue;
    const taken = new Set<string>();
    const own = Math.min(reports - all.length, perSchool);
    const until = all.length + own;
    const one = (two: readonly [Person, Person]): void => {
      const more = draw() < share.two ? twoOf(draw, pupils, taken)?.[1] : undefined;
      const others = more === undefined || more === two[0] || more === two[1] || taken.has(`${two[0].person} ${more.person}`) ? [two[1]] : [two[1], more];
      for (const o of others) taken.add(`${two[0].person} ${o.person}`);
      all.push({ school, region, day: between(draw, 0, year), pupils: [pupil(draw, 'hurt', two[0]), ...others.map((o) => pupil(draw, 'others', o))] });
    };
    // Hidden evenly: as many by now as are due by now.
    while (hidden < pairs && hidden < ((until / reports) * pairs)) {
      const two = twoOf(draw, pupils, taken);
      if (two === null) break;
      hidden += 1;
      for (let n = draw() < 0.8 ? 2 : 3; n > 0; n -= 1) one(two);
    }
    while (all.length < until) {
      const two = twoOf(draw, pupils, taken);
      if (two === null) break;
      one(two);
    }
    school += 1;
    if (all.length >= reports) break;
  }
  return all;
}

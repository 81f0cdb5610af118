/** One household: who the parents are, how they name, and the children it has under 18. Every share here is MADE UP. */
import { between, oneOf, weighted, weightedOf, type Chance, type Weighted } from './chance.ts';
import { birthDays, birthsIn, isoOf, yearOf } from './dates.ts';
import type { GivenNames, Sex } from './given.ts';
import { customs, peoples, type People } from './peoples.ts';
import { inRussianLetters, kazakhPatronymic, russianPatronymic } from './spelling.ts';
import type { Surname, Surnames } from './surnames.ts';

export interface Parent {
  readonly family: string;
  readonly given: string;
  readonly patronymic: string | null;
}
export interface Sibling {
  /** Day of dates.ts. */
  readonly day: number;
  readonly sex: Sex;
  readonly given: string;
  readonly twin: boolean;
}
export interface Family {
  readonly people: People;
  readonly surname: Surname;
  readonly mother: Parent;
  /** The mother's own, before she married. */
  readonly maiden: Surname;
  /** Null: nobody is named in the birth record. */
  readonly father: Parent | null;
  readonly fatherAtHome: boolean;
  /** The name patronymics are made from; null: none are given. */
  readonly patronymicFrom: string | null;
  readonly patronymicStyle: 'kazakh' | 'russian' | 'none';
  readonly language: 'kk' | 'ru' | 'other';
  /** The eldest first. */
  readonly children: readonly Sibling[];
}
export interface NameBook {
  readonly given: GivenNames;
  readonly surnames: Surnames;
}

/** Twin births among births; common knowledge of obstetrics, about 1 in 80. */
export const twinBirths = 0.013;
/** Boys among births; common knowledge of demography, about 106 to 100. */
export const boys = 0.515;

const eldestYears = Array.from({ length: 19 + 18 }, (_, i) => 1990 + i);
const eldest = weighted(eldestYears, eldestYears.map((year) => birthsIn(year)));
const sizes = new Map(peoples.map((p) => [p, weighted([1, 2, 3, 4, 5, 6, 7, 8], customs[p].sizes)]));
const styles = new Map(peoples.map((p) => [p, weightedOf(customs[p].patronymic)]));

const sexOf = (draw: Chance): Sex => (draw() < boys ? 'male' : 'female');
/** Between two births, in days: eleven months and more. */
const gap = (draw: Chance): number => Math.min(4_000, Math.round(335 - Math.log(1 - draw()) * 750));

/** Birthdays of a household, the eldest first; those out of the 18 years left out. A twin stands twice. */
function birthdays(draw: Chance, people: People): { readonly day: number; readonly twin: boolean }[] {
  const wanted = (sizes.get(people) as Weighted<number>).draw(draw);
  const start = Math.round((eldest.draw(draw) - 2008.9) * 365.25) + between(draw, 0, 364);
  const found: { day: number; twin: boolean }[] = [];
  for (let n = 0, day = start; n < wanted && day < birthDays; n += 1, day += gap(draw)) {
    const twin = draw() < twinBirths;
    if (day < 0) continue;
    found.push({ day, twin });
    if (twin) found.push({ day, twin });
  }
  return found;
}

/** Twins are often given names that begin alike: Хасан and Хусен, Нұрасыл and Нұрәли. */
function likeNamed(draw: Chance, other: string, pick: () => string): string {
  let best = pick();
  if (draw() < 0.5) return best;
  for (let n = 0; n < 40; n += 1) {
    const next = pick();
    if (next !== other && next.slice(0, 2) === other.slice(0, 2)) best = next;
  }
  return best;
}

function named(draw: Chance, births: ReturnType<typeof birthdays>, people: People, given: (sex: Sex, year: number) => string): Sibling[] {
  const children: Sibling[] = [];
  for (const { day, twin } of births) {
    const before = children.at(-1);
    const second = twin && before?.day === day;
    const sex = second && draw() < 0.66 ? before.sex : sexOf(draw);
    const pick = (): string => given(sex, yearOf(day));
    let name = second ? likeNamed(draw, before.given, pick) : pick();
    // A family does not give one name twice; where the list is short it tries again and then lets it be.
    for (let n = 0; n < 6 && children.some((c) => c.given === name); n += 1) name = pick();
    children.push({ day, sex, given: name, twin });
  }
  return children;
}

/** `surnameOf`: the surnames of the place. Null: a household without children under 18. */
export function household(draw: Chance, book: NameBook, people: People, surnameOf: (people: People, russianPapers: boolean) => Surname): Family | null {
  const births = birthdays(draw, people);
  const [first] = births;
  if (first === undefined) return null;
  const custom = customs[people];
  const russianPapers = draw() < custom.russianPapers;
  const written = (text: string): string => (russianPapers ? inRussianLetters(text) : text);
  const pick = (sex: Sex, year: number): string => written(book.given.draw(draw, people, sex, year));
  const motherPeople: People = draw() < 0.95 ? people : oneOf(draw, peoples);
  const motherYear = yearOf(first.day) - between(draw, 19, 33);
  const style = (styles.get(people) as Weighted<Family['patronymicStyle']>).draw(draw);
  const patronymic = (from: string, sex: Sex, how: Family['patronymicStyle']): string | null =>
    how === 'none' ? null : how === 'kazakh' ? kazakhPatronymic(from, sex) : russianPatronymic(from, sex);
  const adult = (of: People, sex: Sex, year: number, family: string): Parent => ({
    family, given: written(book.given.draw(draw, of, sex, year)),
    // Their own papers are of another time, when Russian forms were the rule.
    patronymic: patronymic(pick('male', year - 27), sex, draw() < 0.7 ? 'russian' : style),
  });
  const surname = surnameOf(people, russianPapers);
  const maiden = surnameOf(motherPeople, russianPapers);
  const hasFather = draw() < 0.92;
  const father = hasFather ? adult(people, 'male', motherYear - between(draw, -2, 8), surname.male) : null;
  const mother = adult(motherPeople, 'female', motherYear, hasFather && draw() < 0.72 ? surname.female : maiden.female);
  return {
    people, surname: hasFather ? surname : maiden, mother, maiden, father, fatherAtHome: draw() < 0.86,
    patronymicFrom: father?.given ?? (draw() < 0.7 ? pick('male', motherYear) : null), patronymicStyle: style,
    language: people === 'kazakh' ? (russianPapers && draw() < 0.5 ? 'ru' : 'kk') : ['russian', 'ukrainian', 'german', 'korean', 'tatar'].includes(people) ? 'ru' : draw() < 0.5 ? 'kk' : 'ru',
    children: named(draw, births, people, pick),
  };
}

/** How a child of the family is written down. */
export const patronymicOf = (f: Family, sex: Sex): string | null =>
  f.patronymicFrom === null || f.patronymicStyle === 'none' ? null
  : f.patronymicStyle === 'kazakh' ? kazakhPatronymic(f.patronymicFrom, sex) : russianPatronymic(f.patronymicFrom, sex);
export const bornOn = (s: Sibling): string => isoOf(s.day);

/** The children of a settlement, family after family, with the papers they have. */
import { weighted, zipf, type Chance, type Weighted } from './chance.ts';
import { birthDays } from './dates.ts';
import { bornOn, household, patronymicOf, type Family, type NameBook, type Parent, type Sibling } from './family.ts';
import type { Sex } from './given.ts';
import { peoplesOf, type People } from './peoples.ts';
import type { Settlement } from './places.ts';
import type { Surname } from './surnames.ts';

export interface Person {
  /** From 1, over the whole country: who he is, whatever is written of him. */
  readonly person: number;
  readonly household: number;
  readonly twin: boolean;
  readonly family: string | null;
  readonly given: string | null;
  readonly patronymic: string | null;
  /** `YYYY-MM-DD`. */
  readonly born: string;
  readonly precision: 'day' | 'year' | 'estimated';
  readonly sex: Sex;
  readonly iin: string | null;
  readonly iinReason: 'newborn' | 'foundling' | 'refugee' | 'foreigner' | 'unknown' | null;
  readonly language: Family['language'];
  readonly region: string;
  readonly district: string;
  readonly mother: Parent | null;
  readonly father: Parent | null;
  readonly fatherAtHome: boolean;
  /** The mother's surname before she married, in the child's form. */
  readonly maiden: string | null;
  /** The next elder child of the household in this settlement's list; null: the first. */
  readonly elder: number | null;
}

/** Why a child has no number; shares of all children, MADE UP. */
const without = { foundling: 0.0002, refugee: 0.0006, foreigner: 0.006, unknown: 0.002 } as const;
const newbornDays = 45;
const newbornWithout = 0.6;

function reasonOf(draw: Chance, day: number): Person['iinReason'] {
  let at = draw();
  for (const [reason, share] of Object.entries(without) as [keyof typeof without, number][]) {
    if (at < share) return reason;
    at -= share;
  }
  return day >= birthDays - newbornDays && draw() < newbornWithout ? 'newborn' : null;
}

/** A village has few surnames, most of them of kin; a town has the country's. */
function surnamesOf(draw: Chance, book: NameBook, { village, children }: Settlement): (people: People, russianPapers: boolean) => Surname {
  if (!village) return (people, papers) => book.surnames.draw(draw, people, papers);
  const size = Math.max(8, Math.round(children / 12));
  const pools = new Map<string, Weighted<Surname>>();
  const poolOf = (people: People, papers: boolean): Weighted<Surname> => {
    const made = Array.from({ length: people === 'kazakh' ? size : 12 }, () => book.surnames.draw(draw, people, papers));
    const pool = weighted(made, zipf(made.length, 2, 0.9));
    pools.set(`${people} ${papers}`, pool);
    return pool;
  };
  return (people, papers) => (draw() < 0.15 ? book.surnames.draw(draw, people, papers) : (pools.get(`${people} ${papers}`) ?? poolOf(people, papers)).draw(draw));
}

export interface Counters {
  person: number;
  household: number;
  number(day: number, sex: Sex): string;
}

function personOf(draw: Chance, count: Counters, place: Settlement, f: Family, s: Sibling, elder: number | null): Person {
  const reason = reasonOf(draw, s.day);
  const foundling = reason === 'foundling';
  const written = reason === 'refugee' || reason === 'foreigner';
  count.person += 1;
  return {
    person: count.person, household: count.household, twin: s.twin,
    family: f.surname[s.sex], given: s.given, patronymic: foundling ? null : patronymicOf(f, s.sex),
    born: bornOn(s), precision: foundling ? 'estimated' : reason === 'refugee' && draw() < 0.3 ? 'year' : 'day', sex: s.sex,
    iin: reason === null ? count.number(s.day, s.sex) : null, iinReason: reason,
    language: written ? 'other' : f.language, region: place.region, district: place.district,
    mother: foundling ? null : f.mother, father: foundling ? null : f.father, fatherAtHome: f.fatherAtHome,
    maiden: foundling ? null : f.maiden[s.sex], elder: foundling ? null : elder,
  };
}

/** As many children as the settlement has; the last family may be cut. `count` goes on over settlements. */
export function childrenOf(draw: Chance, book: NameBook, place: Settlement, count: Counters): Person[] {
  const people = peoplesOf(place.region);
  // One people lives in most houses of a village.
  const own = people.draw(draw);
  const surnames = surnamesOf(draw, book, place);
  const all: Person[] = [];
  while (all.length < place.children) {
    const f = household(draw, book, place.village && draw() < 0.65 ? own : people.draw(draw), surnames);
    if (f === null) continue;
    count.household += 1;
    let elder: number | null = null;
    const room = place.children - all.length;
    const cut = f.children[room];
    for (const [i, s] of f.children.slice(0, room).entries()) {
      const alone = i === room - 1 && s.twin && cut?.day === s.day;
      const made = personOf(draw, count, place, f, alone ? { ...s, twin: false } : s, elder);
      all.push(made);
      elder = made.iinReason === 'foundling' ? elder : all.length - 1;
    }
  }
  return all;
}

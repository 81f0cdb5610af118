/** How two children agree, field by field. Level 0 is "not said", which speaks neither way. */
import { near } from '../distance.ts';
import type { Parent, Person, PersonName, Word } from './person.ts';

/** Rare says more: from so many bits on (one in 256, in 2,048, in 16,384). */
const steps = [8, 11, 14] as const;
const name = ['not said', 'same, common', 'same, one in 256', 'same, one in 2048', 'same, one in 16384', 'other form', 'near, one unusual', 'near, both in use', 'begins alike', 'different'] as const;
const otherForm = 1 + steps.length + 1;
const [unusual, bothUsed, begins, different, swapped] = [otherForm + 1, otherForm + 2, otherForm + 3, otherForm + 4, otherForm + 5];

export const fields = {
  family: [...name, 'names swapped'],
  given: [...name, 'names swapped'],
  patronymic: name,
  born: ['not said', 'same', 'day and month swapped', 'one digit', 'same year', 'a year apart', 'different'],
  sex: ['not said', 'same', 'different'],
  iin: ['not said', 'same', 'one digit', 'different'],
  place: ['not said', 'same district', 'same region', 'another region'],
  parents: ['not said', 'both', 'one', 'none'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type FieldName = keyof typeof fields;
export const fieldNames = Object.keys(fields) as readonly FieldName[];

function nameLevel(a: Word | null, b: Word | null): number {
  if (a === null || b === null) return 0;
  if (a.key === b.key) return 1 + steps.filter((s) => a.bits >= s).length;
  if (a.also.includes(b.key) || b.also.includes(a.key) || a.also.some((k) => b.also.includes(k))) return otherForm;
  if (near(a.spelling, b.spelling) || near(a.key, b.key)) return a.used && b.used ? bothUsed : unusual;
  return a.spelling.slice(0, 3) === b.spelling.slice(0, 3) ? begins : different;
}

/** One stands in the other's place. */
const crosses = (a: Word, b: Word): boolean => a.plain === b.plain || near(a.spelling, b.spelling);

/** Of the three parts of a name, written from `at` on. */
function nameLevels(a: PersonName, b: PersonName, into: Uint8Array): void {
  into[0] = nameLevel(a.family, b.family);
  into[1] = nameLevel(a.given, b.given);
  into[2] = nameLevel(a.patronymic, b.patronymic);
  if (into[0] < begins || into[1] < begins) return;
  const [f, g, h, i] = [a.family!, a.given!, b.family!, b.given!];
  if ((f.plain === i.plain || g.plain === h.plain) && crosses(f, i) && crosses(g, h)) into[0] = into[1] = swapped;
}

/** Of several spellings the two that agree best. */
const worth = (levels: Uint8Array): number => [0, 1, 2].reduce((sum, f) => sum + ([0, 3, 3, 3, 3, 2, 2, 1, -1, -3][levels[f]!] ?? 2), 0);

const month = (d: number): number => Math.floor(d / 100) % 100;
const year = (d: number): number => Math.floor(d / 10_000);

/** One digit is another, or two neighbours are swapped. */
export function oneDigit(a: number, b: number): boolean {
  let [x, y, at, apart] = [a, b, 0, 0];
  const where = [0, 0];
  for (; x > 0 || y > 0; at += 1) {
    if (x % 10 !== y % 10) {
      if (apart === 2) return false;
      where[apart] = at;
      apart += 1;
    }
    x = Math.floor(x / 10);
    y = Math.floor(y / 10);
  }
  if (apart < 2) return apart === 1;
  const digit = (n: number, i: number): number => Math.floor(n / 10 ** i) % 10;
  const [p, q] = [where[0]!, where[1]!];
  return q === p + 1 && digit(a, p) === digit(b, q) && digit(a, q) === digit(b, p);
}

function bornLevel(a: Person, b: Person): number {
  if (a.born === 0 || b.born === 0) return 0;
  const apart = Math.abs(year(a.born) - year(b.born));
  if (a.exact && b.exact) {
    if (a.born === b.born) return 1;
    if (apart === 0 && month(a.born) === b.born % 100 && month(b.born) === a.born % 100) return 2;
    if (oneDigit(a.born, b.born)) return 3;
  }
  return apart === 0 ? 4 : apart === 1 ? 5 : 6;
}

const iinLevel = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a === b ? 1 : oneDigit(a, b) ? 2 : 3);
const sexLevel = (a: Person, b: Person): number => (a.sex === null || b.sex === null ? 0 : a.sex === b.sex ? 1 : 2);
const placeLevel = (a: Person, b: Person): number => (a.region !== b.region ? 3 : a.district !== null && a.district === b.district ? 1 : 2);

/** A patronymic that one of them does not name is no difference. */
const isOne = (p: Parent, q: Parent): boolean =>
  p.given === q.given && (p.patronymic === q.patronymic || p.patronymic === '' || q.patronymic === '' || p.patronymic === 0 || q.patronymic === 0);

function parentsLevel(a: Person, b: Person): number {
  const said = [[a.mother, b.mother], [a.father, b.father]].filter(([p, q]) => p !== null && q !== null);
  if (said.length === 0) return 0;
  return 3 - said.filter(([p, q]) => isOne(p!, q!)).length;
}

const tried = new Uint8Array(3);

/** How many of `fieldNames` are parts of the name; they come first. */
export const nameFields = 3;

/** The levels of a pair in the order of `fieldNames`, written into `into`. */
export function levelsOf(a: Person, b: Person, into: Uint8Array): void {
  levelsOfRest(a, b, into);
  levelsOfNames(a, b, into);
}

export function levelsOfNames(a: Person, b: Person, into: Uint8Array): void {
  into.fill(0, 0, nameFields);
  let best = -Infinity;
  for (const one of a.names) {
    for (const other of b.names) {
      nameLevels(one, other, tried);
      if (worth(tried) <= best) continue;
      best = worth(tried);
      into.set(tried);
    }
  }
}

/** All but the names, which take most of the time. */
export function levelsOfRest(a: Person, b: Person, into: Uint8Array): void {
  into[3] = bornLevel(a, b);
  into[4] = sexLevel(a, b);
  into[5] = iinLevel(a.iin, b.iin);
  into[6] = placeLevel(a, b);
  into[7] = parentsLevel(a, b);
}

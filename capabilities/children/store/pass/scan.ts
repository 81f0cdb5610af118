/** The pairs of a block, compared. */
import { fieldNames, levelsOfNames, levelsOfRest } from '../../domain/matching/children/levels.ts';
import type { Parent, Person, PersonName } from '../../domain/matching/children/person.ts';
import { agree, type Block, type Order } from './blocks.ts';
import { parentSpan, type Register } from './register.ts';

/** More than so many that agree in all of a block are no pairs to look at: a made-up name, a date of convenience. */
const mostAlike = 2_000;

export interface Heard {
  /** Every pair that meets, with the levels of all but its names; false: its names need not be compared. */
  met(levels: Uint8Array): boolean;
  /** With all its levels; the next one overwrites them. */
  compared(one: number, other: number, levels: Uint8Array): void;
}

/** Every pair of children that meets in this block first, between these buckets. */
export function scan(r: Register, blocks: readonly Block[], at: number, { spellings, buckets }: Order, from: number, until: number, heard: Heard): void {
  const block = blocks[at];
  if (block === undefined) return;
  const before = blocks.slice(0, at);
  const levels = new Uint8Array(fieldNames.length);
  const [first, second] = [reader(r), reader(r)];
  for (let bucket = from; bucket < until; bucket += 1) {
    const [start, end] = [buckets[bucket] ?? 0, buckets[bucket + 1] ?? 0];
    if (end - start < 2 || end - start > mostAlike) continue;
    for (let i = start; i < end; i += 1) {
      const a = spellings[i] ?? 0;
      const one = r.child[a] ?? 0;
      let person: Person | null = null;
      for (let j = i + 1; j < end; j += 1) {
        const b = spellings[j] ?? 0;
        const other = r.child[b] ?? 0;
        if (one === other || !agree(block, a, b) || before.some((earlier) => agree(earlier, a, b))) continue;
        person ??= first(one);
        const against = second(other);
        levelsOfRest(person, against, levels);
        if (!heard.met(levels)) continue;
        levelsOfNames(person, against, levels);
        heard.compared(one, other, levels);
      }
    }
  }
}

type Changing<T> = { -readonly [K in keyof T]: T[K] };

/** Children of the register as they are compared. The same object each time: a pass makes no others by the hundred million. */
export function reader(r: Register): (child: number) => Person {
  const known: Changing<PersonName>[] = [];
  const names: PersonName[] = [];
  const [mother, father]: [Changing<Parent>, Changing<Parent>] = [{ given: 0, patronymic: 0 }, { given: 0, patronymic: 0 }];
  const person: Changing<Person> = { names, born: 0, exact: false, sex: null, iin: 0, region: '', district: null, mother: null, father: null };
  const parent = (number: number, into: Changing<Parent>): Parent | null => {
    if (number === 0) return null;
    into.given = number % parentSpan;
    into.patronymic = Math.floor(number / parentSpan);
    return into;
  };
  return (child) => {
    const [from, until] = [r.names[child] ?? 0, r.names[child + 1] ?? 0];
    names.length = 0;
    for (let n = from; n < until; n += 1) {
      const name = (known[n - from] ??= { family: null, given: null, patronymic: null });
      name.family = r.families.words[r.family[n] ?? 0] ?? null;
      name.given = r.givens.words[r.given[n] ?? 0] ?? null;
      name.patronymic = r.patronymics.words[r.patronymic[n] ?? 0] ?? null;
      names.push(name);
    }
    const [sex, district] = [r.sex[child], r.district[child] ?? 0];
    person.born = r.born[child] ?? 0;
    person.exact = r.exact[child] === 1;
    person.sex = sex === 1 ? 'male' : sex === 2 ? 'female' : null;
    person.iin = r.iin[child] ?? 0;
    person.region = r.places[r.region[child] ?? 0] ?? '';
    person.district = district === 0 ? null : (r.places[district] ?? null);
    person.mother = parent(r.mother[child] ?? 0, mother);
    person.father = parent(r.father[child] ?? 0, father);
    return person;
  };
}

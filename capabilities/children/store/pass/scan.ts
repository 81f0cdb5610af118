/** The pairs of a block, compared. */
import { fieldNames, levelsOf } from '../../domain/matching/children/levels.ts';
import type { Parent, Person, PersonName } from '../../domain/matching/children/person.ts';
import { agree, type Block, type Order } from './blocks.ts';
import { parentSpan, type Register } from './register.ts';

/** More than so many that agree in all of a block are no pairs to look at: a made-up name, a date of convenience. */
const mostAlike = 2_000;

/** Every pair of children that meets in this block first, between these buckets. The levels are overwritten by the next. */
export function scan(
  r: Register, blocks: readonly Block[], at: number, { spellings, buckets }: Order, from: number, until: number,
  found: (one: number, other: number, levels: Uint8Array) => void,
): void {
  const block = blocks[at];
  if (block === undefined) return;
  const before = blocks.slice(0, at);
  const levels = new Uint8Array(fieldNames.length);
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
        person ??= personOf(r, one);
        levelsOf(person, personOf(r, other), levels);
        found(one, other, levels);
      }
    }
  }
}

export function personOf(r: Register, child: number): Person {
  const names: PersonName[] = [];
  for (let n = r.names[child] ?? 0; n < (r.names[child + 1] ?? 0); n += 1) {
    names.push({
      family: r.families.words[r.family[n] ?? 0] ?? null,
      given: r.givens.words[r.given[n] ?? 0] ?? null,
      patronymic: r.patronymics.words[r.patronymic[n] ?? 0] ?? null,
    });
  }
  const district = r.places[r.district[child] ?? 0] ?? '';
  return {
    names, born: r.born[child] ?? 0, exact: r.exact[child] === 1, sex: r.sex[child] === 1 ? 'male' : r.sex[child] === 2 ? 'female' : null,
    iin: r.iin[child] ?? 0, region: r.places[r.region[child] ?? 0] ?? '', district: district === '' ? null : district,
    mother: parentAt(r.mother, child), father: parentAt(r.father, child),
  };
}

function parentAt(numbers: Float64Array, child: number): Parent | null {
  const number = numbers[child] ?? 0;
  return number === 0 ? null : { given: number % parentSpan, patronymic: Math.floor(number / parentSpan) };
}

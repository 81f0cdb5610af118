/** Both sides of a pair, line by line: what agrees, is near, or differs. Pure; decides nothing. */
import type { Agreement, DuplicateView } from './pair.ts';
import { keyOf } from './names/keys.ts';
import type { Side } from './views.ts';

const both = <T>(one: T | null, other: T | null, compare: (one: T, other: T) => Agreement): Agreement =>
  one === null && other === null ? 'unknown' : one === null || other === null ? 'half' : compare(one, other);

const plain = (text: string | null): string => (text ?? '').normalize('NFC').trim().toLowerCase();
const spelt = (n: Side['names'][number]): string => [n.family, n.given, n.patronymic].map(plain).filter((p) => p !== '').join(' ');
/** All words under one key each, in any order: a name said in one piece meets one in parts. */
const allKeys = (text: string): string => text.split(/\s+/u).filter((w) => w !== '').map((w) => keyOf('family', w)).toSorted().join(' ');
const keyed = (n: Side['names'][number]): string => allKeys([n.family, n.given, n.patronymic].map(plain).join(' '));

function names(one: Side, other: Side): Agreement {
  if (one.names.length === 0 || other.names.length === 0) return one.names.length === other.names.length ? 'unknown' : 'half';
  if (one.names.some((a) => other.names.some((b) => spelt(a) === spelt(b)))) return 'agrees';
  return one.names.some((a) => other.names.some((b) => keyed(a) === keyed(b))) ? 'near' : 'differs';
}

/** Day and month the other way round, or one digit another. */
function slip(one: string, other: string): boolean {
  const [y1, m1, d1] = one.split('-');
  const [y2, m2, d2] = other.split('-');
  if (y1 === y2 && m1 === d2 && d1 === m2) return true;
  return [...one].filter((digit, i) => digit !== other[i]).length === 1;
}

function born(one: Side, other: Side): Agreement {
  return both(one.born, other.born, (a, b) => {
    if (one.precision === 'day' && other.precision === 'day') return a === b ? 'agrees' : slip(a, b) ? 'near' : 'differs';
    return Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4))) <= 1 ? 'near' : 'differs';
  });
}

function family(one: Side, other: Side): Agreement {
  const people = (s: Side): string[] => s.relations.flatMap((r) => (r.name === null ? [] : [allKeys(plain(r.name))]));
  const [a, b] = [people(one), people(other)];
  if (a.length === 0 || b.length === 0) return a.length === b.length ? 'unknown' : 'half';
  return a.some((name) => b.includes(name)) ? 'agrees' : 'differs';
}

const alike = <T>(a: T, b: T): Agreement => (a === b ? 'agrees' : 'differs');

export const compareSides = (one: Side, other: Side): DuplicateView['lines'] => ({
  name: names(one, other),
  born: born(one, other),
  sex: both(one.sex, other.sex, alike),
  iin: both(one.iin, other.iin, alike),
  place: both(one.district, other.district, (a, b) => (a === b ? 'agrees' : one.region === other.region ? 'near' : 'differs')),
  family: family(one, other),
});

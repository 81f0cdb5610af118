import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hashesOf, onceHashed } from './hashes.ts';

const letter = fc.constantFrom(...'abdegiklmnrstu');
const word = (least: number) => fc.string({ unit: letter, minLength: least, maxLength: 14 });
const meet = (one: string, other: string): boolean => {
  const known = new Set(hashesOf(one));
  return hashesOf(other).some((hash) => known.has(hash));
};
type Slip = (text: string, at: number, l: string) => string;
const slips: readonly Slip[] = [
  (t, at, l) => t.slice(0, at) + l + t.slice(at),
  (t, at) => t.slice(0, at) + t.slice(at + 1),
  (t, at, l) => t.slice(0, at) + l + t.slice(at + 1),
  (t, at) => (at + 1 < t.length ? `${t.slice(0, at)}${t[at + 1] ?? ''}${t[at] ?? ''}${t.slice(at + 2)}` : t),
];
const slip = fc.record({ make: fc.constantFrom(...slips), at: fc.nat(13), l: letter });
const slipped = (text: string, { make, at, l }: { make: Slip; at: number; l: string }): string => make(text, at % text.length, l);

it('a word meets itself with one slip, from three letters on', () => {
  fc.assert(fc.property(word(3), slip, (text, one) => meet(text, slipped(text, one))));
});
it('and then few hashes are enough to look it up', () => {
  fc.assert(fc.property(word(3), slip, (text, one) => {
    const kept = new Set(hashesOf(text));
    return onceHashed(slipped(text, one)).some((hash) => kept.has(hash));
  }));
  expect(onceHashed('ahmetov').length).toBeLessThanOrEqual(8);
});
it('and with two, from seven letters on', () => {
  fc.assert(fc.property(word(7), slip, slip, (text, one, two) => meet(text, slipped(slipped(text, one), two))));
});
it('words that have nothing to do with each other do not meet', () => {
  expect(meet('ahmetov', 'seitkaliev')).toBe(false);
  expect(meet('dana', 'dina')).toBe(true);
  expect(meet('asan', 'erlan')).toBe(false);
});
it('a long word costs no more than a short one', () => {
  expect(hashesOf('a'.repeat(400)).length).toBeLessThan(10);
  expect(hashesOf('abcdefghijklmnop').length).toBeLessThanOrEqual(29);
});

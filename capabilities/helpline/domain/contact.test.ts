import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainContact, plainNumber } from './contact.ts';

test('one telephone number, however it is written', () => {
  for (const same of ['+7 701 000 00 01', '8 (701) 000-00-01', '87010000001', '7010000001']) expect(plainContact(same)).toBe('7010000001');
});

test('a name in a messenger keeps its letters', () => {
  expect(plainContact('  @Aru_17 ')).toBe('@aru_17');
  expect(plainContact('ab')).toBeNull();
  expect(plainContact('')).toBeNull();
});

test('twelve digits in any dress are one number, others are none', () => {
  expect(plainNumber('123456789012')).toBe('123-456-789-012');
  expect(plainNumber(' 123-456 789-012 ')).toBe('123-456-789-012');
  expect(plainNumber('123')).toBeNull();
});

test('what it gives always fits the table', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const plain = plainContact(text);
      if (plain !== null) expect(plain.length >= 3 && plain.length <= 300).toBe(true);
    }),
  );
});

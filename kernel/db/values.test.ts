import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, integerOf, valueTypes } from './values.ts';

describe('instants from the database', () => {
  it.each([
    ['2026-11-22 12:17:00+00', '2026-11-22T12:17:00.000Z'],
    ['2026-11-22 12:17:00.5+00', '2026-11-22T12:17:00.500Z'],
    ['2026-11-22 12:17:00.123999+00', '2026-11-22T12:17:00.123Z'],
    ['2026-11-22 02:17:00+05', '2026-11-21T21:17:00.000Z'],
    ['2026-11-22 12:17:00-03:30', '2026-11-22T15:47:00.000Z'],
    ['infinity', 'infinity'],
  ])('%s is %s', (text, instant) => expect(instantOf(text)).toBe(instant));

  it('come back as they were sent', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }),
        (date) => {
          const sent = date.toISOString();
          expect(instantOf(sent.replace('T', ' ').replace('Z', '+00'))).toBe(sent);
        },
      ),
    );
  });
});

describe('whole numbers from the database', () => {
  it('are never rounded', () => {
    expect(integerOf('9007199254740991')).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => integerOf('9007199254740993')).toThrow(RangeError);
  });
});

describe('the parsers', () => {
  it('read arrays, and leave other types to pg', () => {
    const parse = (oid: number, text: string): unknown =>
      (valueTypes.getTypeParser(oid) as (t: string) => unknown)(text);
    expect(parse(1016, '{1,NULL,3}')).toEqual([1, null, 3]);
    expect(parse(1016, '{}')).toEqual([]);
    expect(parse(1185, '{"2026-11-22 12:17:00+00"}')).toEqual(['2026-11-22T12:17:00.000Z']);
    expect(parse(1182, '{2026-11-22}')).toEqual(['2026-11-22']);
    expect(parse(16, 't')).toBe(true);
  });
});

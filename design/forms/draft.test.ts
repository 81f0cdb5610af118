import { describe, expect, it } from 'vitest';
import Ajv from 'ajv';
import fc from 'fast-check';
import { check, places, pointer } from './check.ts';
import { isTouched, rarer, readMoment, readNumber, toInput } from './draft.ts';
import { readSchema } from './schema.ts';
import type { Schema } from './schema.ts';

const schema: Schema = {
  type: 'object',
  required: ['note', 'seen', 'danger', 'members', 'agree'],
  properties: {
    note: { type: 'string', minLength: 3, maxLength: 20 },
    seen: { type: 'boolean' },
    danger: { enum: [0, 1, 2, 3] },
    at: { type: 'string', format: 'date-time' },
    count: { type: 'integer', minimum: 1, maximum: 9 },
    signs: { type: 'array', items: { enum: ['a', 'b', 'c'] } },
    members: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['name'],
        properties: { name: { type: 'string' }, born: { type: 'string', format: 'date' } },
      },
    },
    place: {
      type: 'object',
      required: ['street'],
      properties: { street: { type: 'string' }, flat: { type: 'string' } },
    },
    agree: { const: true, title: 'x.agree' },
  },
};
const form = readSchema(schema);
const good = {
  note: '  кездім  ',
  seen: false,
  danger: '2',
  at: '2026-11-24T09:30',
  count: '3',
  signs: ['c', 'a'],
  members: [{ name: 'Aru', born: '' }],
  agree: true,
};

describe('the input made of a draft', () => {
  it('turns text into numbers, instants and words, and leaves out what was not answered', () => {
    expect(toInput(form, good)).toEqual({
      note: 'кездім',
      seen: false,
      danger: 2,
      at: '2026-11-24T04:30:00.000Z',
      count: 3,
      signs: ['a', 'c'],
      members: [{ name: 'Aru' }],
      agree: true,
    });
  });

  it('asks for an optional group only once it was begun', () => {
    expect(check(form, { ...good, place: { street: ' ', flat: '' } })).toEqual([]);
    expect(check(form, { ...good, place: { flat: '4' } })).toMatchObject([
      { path: '/place/street', key: 'web.form.error.required' },
    ]);
  });

  it('chooses nothing beforehand', () => {
    const keys = check(form, {}).map((e) => [e.path, e.key.replace('web.form.error.', '')]);
    expect(keys).toEqual([
      ['/note', 'required'],
      ['/seen', 'choose'],
      ['/danger', 'choose'],
      ['/members', 'few'],
      ['/agree', 'confirm'],
    ]);
  });

  it.each([
    [{ note: 'ab' }, '/note', 'short'],
    [{ note: 'a'.repeat(21) }, '/note', 'long'],
    [{ at: '2026-02-30T09:30' }, '/at', 'date'],
    [{ count: 'three' }, '/count', 'number'],
    [{ count: '1,5' }, '/count', 'integer'],
    [{ count: '0' }, '/count', 'least'],
    [{ count: '10' }, '/count', 'most'],
    [{ members: [{ name: 'A' }, { name: '' }] }, '/members/1/name', 'required'],
    [{ members: [{ name: 'A', born: '1.2.2016' }] }, '/members/0/born', 'date'],
  ])('%j is a mistake at %s', (change, path, code) => {
    expect(check(form, { ...good, ...change })).toMatchObject([{ path, key: `web.form.error.${code}` }]);
  });

  it('finds no mistake only where the schema itself finds none', () => {
    const ajv = new Ajv({ strict: false, formats: { date: true, 'date-time': true } });
    const holds = ajv.compile(schema);
    const text = fc.oneof(
      fc.constant(''),
      fc.string({ maxLength: 25 }),
      fc.constantFrom('1', '12', 'abc', '2026-11-24'),
    );
    const draft = fc.record(
      {
        note: text,
        seen: fc.option(fc.boolean(), { nil: undefined }),
        danger: fc.constantFrom('', '0', '3', '7'),
        count: text,
        signs: fc.subarray(['a', 'b', 'c', 'z']),
        members: fc.array(fc.record({ name: text, born: text }, { requiredKeys: [] }), { maxLength: 3 }),
        place: fc.record({ street: text, flat: text }, { requiredKeys: [] }),
        agree: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(draft, (d) => {
        if (check(form, d).length > 0) return;
        expect(holds(toInput(form, d)), JSON.stringify(holds.errors)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('puts every mistake at a question the form shows', () => {
    const shown = places(form, { ...good, members: [{}, {}] }).map((place) => place.path);
    for (const { path } of check(form, { ...good, note: '', members: [{}, { name: 'x' }], count: 'q' })) {
      expect(shown).toContain(path);
    }
  });
});

describe('variants', () => {
  const union = readSchema({
    anyOf: [
      {
        type: 'object',
        required: ['kind', 'phone'],
        properties: { kind: { const: 'call' }, phone: { type: 'string' } },
      },
      { type: 'object', required: ['kind'], properties: { kind: { const: 'none' } } },
    ],
  });
  it('sends only what belongs to the chosen one', () => {
    expect(toInput(union, { kind: 'call', phone: '1' })).toEqual({ kind: 'call', phone: '1' });
    expect(toInput(union, { kind: 'none', phone: '1' })).toEqual({ kind: 'none' });
    expect(check(union, {})).toMatchObject([{ path: '/kind', key: 'web.form.error.choose' }]);
    expect(check(union, { kind: 'call' })).toMatchObject([{ path: '/phone' }]);
    expect(check(union, { kind: 'none' })).toEqual([]);
  });
});

it('reads numbers as people here write them', () => {
  expect(readNumber('1 200')).toBe(1200);
  expect(readNumber('3,5')).toBe(3.5);
  expect(readNumber('1\u00a0000')).toBe(1000);
  expect(readNumber('1e5')).toBeNull();
  expect(readNumber('')).toBeNull();
});

it('reads wall time in Asia/Almaty', () => {
  expect(readMoment('2026-11-24T00:10')).toBe('2026-11-23T19:10:00.000Z');
  expect(readMoment('2026-11-24T24:10')).toBeNull();
  expect(readMoment('')).toBeNull();
});

it('marks what is rarer', () => {
  const of = (required: string[]) =>
    rarer(
      readSchema({
        type: 'object',
        required,
        properties: { a: { type: 'string' }, b: { type: 'string' }, c: { type: 'string' } },
      }),
    );
  expect(of(['a'])).toBe('required');
  expect(of(['a', 'b'])).toBe('optional');
  expect(of([])).toBe('required');
});

it('knows whether anything would be lost', () => {
  expect(isTouched({ a: '', b: [{ c: ' ' }] })).toBe(false);
  expect(isTouched({ a: '', b: [{ c: 'x' }] })).toBe(true);
  expect(isTouched({ seen: false })).toBe(true);
});

it('escapes names in pointers', () => {
  expect(pointer('/a', 'b/c~d')).toBe('/a/b~1c~0d');
});

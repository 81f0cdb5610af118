import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { validateInput } from './schemas.ts';

const schema = Type.Object({ number: Type.String({ pattern: /^\d+$/.source, maxLength: 4 }), free: Type.Optional(Type.String({ pattern: /^\S+$/.source })) }, { additionalProperties: false });
const faults = (input: object): unknown => validateInput(schema, input)?.fields ?? null;

describe('a text with a pattern', () => {
  it('is held against it, and all that is wrong is told at once', () => {
    expect(faults({ number: '1234' })).toBe(null);
    expect(faults({ number: '12a', free: 'a b' })).toEqual([{ path: '/number', code: 'format' }, { path: '/free', code: 'format' }]);
  });

  it('that is far too long is told to be so, and its pattern is not tried', () => {
    expect(faults({ number: 'a'.repeat(9) })).toEqual([{ path: '/number', code: 'too-long' }]);
  });

  it('of letters that take two places is not let past it', () => {
    expect(faults({ number: '👧👧👧👧' })).toEqual([{ path: '/number', code: 'format' }]);
  });
});

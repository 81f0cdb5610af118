import { describe, expect, it } from 'vitest';
import { Type } from 'typebox';
import { readSchema, UnreadableSchema } from './schema.ts';
import type { Question, Schema } from './schema.ts';

const only = (property: Schema, required = true): Question | undefined =>
  readSchema({ type: 'object', properties: { it: property }, required: required ? ['it'] : [] }).questions[0];

describe('reading a schema', () => {
  it('takes labels, hints and what is required', () => {
    expect(only({ type: 'string', title: 'a.b', 'x-text': 'a.hint' })).toMatchObject({
      kind: 'text',
      name: 'it',
      label: 'a.b',
      hint: 'a.hint',
      required: true,
    });
    expect(only({ type: 'string' }, false)?.required).toBe(false);
  });

  it.each<[Schema, string]>([
    [{ type: 'string' }, 'text'],
    [{ type: 'string', format: 'uuid' }, 'text'],
    [{ type: 'string', format: 'multiline' }, 'multiline'],
    [{ type: 'string', format: 'date' }, 'date'],
    [{ type: 'string', format: 'date-time' }, 'date-time'],
    [{ type: 'string', format: 'child' }, 'child'],
    [{ type: 'string', format: 'organisation', 'x-kind': 'clinic' }, 'organisation'],
    [{ type: 'string', format: 'appointment' }, 'appointment'],
    [{ type: 'integer' }, 'integer'],
    [{ type: 'boolean' }, 'yes-no'],
    [{ const: true, title: 'a.confirm' }, 'confirm'],
    [{ const: 'x' }, 'fixed'],
    [{ enum: ['a', 'b'] }, 'choice'],
    [{ type: 'array', items: { enum: ['a', 'b'] } }, 'many'],
    [{ type: 'array', items: { type: 'object', properties: {} } }, 'list'],
    [{ type: 'object', properties: {} }, 'group'],
  ])('%j is a question of kind %s', (schema, kind) => {
    expect(only(schema)?.kind).toBe(kind);
  });

  it('reads what typebox writes for unions of words and for "or null"', () => {
    const written = Type.Object({
      how: Type.Union([Type.Literal('call'), Type.Literal('visit')]),
      when: Type.Union([Type.String({ format: 'date' }), Type.Null()], { title: 'a.when' }),
      note: Type.Optional(Type.String()),
    });
    const [how, when, note] = readSchema(JSON.parse(JSON.stringify(written)) as Schema).questions;
    expect(how).toMatchObject({ kind: 'choice', values: ['call', 'visit'], required: true });
    expect(when).toMatchObject({ kind: 'date', label: 'a.when', required: false });
    expect(note).toMatchObject({ kind: 'text', required: false });
  });

  it('reads types that may be null, and references within', () => {
    expect(only({ type: ['string', 'null'], format: 'date' })).toMatchObject({ kind: 'date', required: false });
    const root: Schema = {
      type: 'object',
      properties: { who: { $ref: '#/$defs/person', title: 'a.who' } },
      $defs: { person: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] } },
    };
    expect(readSchema(root).questions[0]).toMatchObject({
      kind: 'group',
      label: 'a.who',
      questions: [{ name: 'name' }],
    });
  });

  it('tells variants apart by their constant, also where they are the whole input', () => {
    const object = (value: string, name: string): Schema => ({
      type: 'object',
      properties: { kind: { const: value }, [name]: { type: 'string' } },
      required: ['kind', name],
    });
    const union: Schema = { anyOf: [object('a', 'x'), object('b', 'y')], 'x-enum-text': 'p' };
    expect(only(union)).toMatchObject({
      kind: 'variants',
      by: 'kind',
      variants: [{ value: 'a', label: 'p.a' }, { value: 'b' }],
    });
    expect(readSchema(union).questions[0]).toMatchObject({ kind: 'variants', name: '' });
  });

  it('asks nobody for a uuid that may be left out', () => {
    expect(only({ type: 'string', format: 'uuid' }, false)).toBeUndefined();
  });

  it('refuses what it cannot ask', () => {
    expect(() => only({})).toThrow(UnreadableSchema);
    expect(() => only({ anyOf: [{ type: 'string' }, { type: 'number' }] })).toThrow(UnreadableSchema);
    expect(() => only({ $ref: '#/$defs/none' })).toThrow(UnreadableSchema);
  });
});

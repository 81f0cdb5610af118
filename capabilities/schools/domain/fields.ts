/** Fields of which forms of schools are made; each is labelled by its own name. */
import { Type, type TSchema } from 'typebox';

export const text = (name: string, maxLength = 4000) => Type.String({ title: `schools.input.${name}`, minLength: 1, maxLength, format: 'multiline' });
export const line = (name: string, maxLength = 200) => Type.String({ title: `schools.input.${name}`, minLength: 1, maxLength });
export const yesNo = (name: string) => Type.Boolean({ title: `schools.input.${name}` });
export const choice = <T extends string>(name: string, values: readonly T[]) =>
  Type.Unsafe<T>({ type: 'string', enum: [...values], title: `schools.input.${name}`, 'x-enum-text': `schools.${name}` });
export const date = (name: string) => Type.String({ title: `schools.input.${name}`, format: 'date' });
export const form = <T extends Record<string, TSchema>>(fields: T, title?: string) => Type.Object(fields, { additionalProperties: false, ...(title === undefined ? {} : { title }) });

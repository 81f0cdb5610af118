/**
 * Labels under which a story and a record are read (design/records/facts.ts): what a form asked under a title is
 * shown under the same title. Made from the declarations, so that no label is written twice.
 */
import type { Procedure } from '#kernel/procedures/declare.ts';
import type { Text, Texts } from '#kernel/texts/text.ts';

interface Schema {
  readonly title?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly 'x-enum-text'?: string;
}

/** Every field that lies in a schema, by name; the first of a name wins. */
function fieldsOf(schema: Schema, found: Map<string, Schema>): Map<string, Schema> {
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    if (!found.has(name)) found.set(name, field);
    fieldsOf(field, found);
  }
  if (schema.items !== undefined) fieldsOf(schema.items, found);
  for (const variant of schema.anyOf ?? []) fieldsOf(variant, found);
  return found;
}

const valuesOf = (schema: Schema): readonly (readonly [string, string])[] => {
  const own = schema.enum === undefined ? (schema.items ?? schema) : schema;
  const prefix = own['x-enum-text'];
  return prefix === undefined ? [] : (own.enum ?? []).map((v) => [String(v), `${prefix}.${String(v)}`] as const);
};

/** Every schema that lies in another, with the name of its field; the same name may stand for several. */
function* allFields(schema: Schema): Generator<readonly [string, Schema]> {
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    yield [name, field];
    yield* allFields(field);
  }
  if (schema.items !== undefined) yield* allFields(schema.items);
  for (const variant of schema.anyOf ?? []) yield* allFields(variant);
}

/** `texts`: the capability's own and those of the parts its forms borrow. */
export function labelsOf(procedures: readonly Procedure[], texts: Texts): Texts {
  const labels: Record<string, Text> = {};
  const add = (key: string, of: string | undefined): void => {
    const text = of === undefined ? undefined : texts[of];
    if (text !== undefined && !(key in labels) && !(key in texts)) labels[key] = text;
  };
  for (const p of procedures) {
    const inputs: [string, Schema][] = Object.entries(p.steps).map(([step, s]) => [step, s.input as Schema]);
    if (p.start !== undefined) inputs.push(['start', p.start.input as Schema]);
    for (const [step, schema] of inputs) {
      for (const [name, field] of fieldsOf(schema, new Map())) add(`${p.id}.${step}.${name}`, field.title);
      for (const [name, field] of allFields(schema)) for (const [value, key] of valuesOf(field)) add(`${p.id}.value.${name}.${value}`, key);
    }
    for (const c of p.classes) add(`${p.id}.record.${c}`, `${p.id}.class.${c}`);
  }
  return labels;
}

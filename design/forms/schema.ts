/**
 * Reads a JSON Schema of a step into questions. Pure. Words understood beside JSON Schema:
 * `title` (text key of the label), `x-text` (text key of the hint), `x-enum-text` (prefix: label of a value is
 * `<prefix>.<value>`), `format` (date, date-time, multiline, child, relative, organisation, appointment, district,
 * region),
 * and for pickers `x-kind` (kind of organisation), `x-role` (role of an appointment),
 * `x-organisation` (name of the property beside it that holds the organisation).
 */

/** A JSON Schema as it comes; only what is read here is named. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly 'x-text'?: string;
  readonly 'x-enum-text'?: string;
  readonly 'x-kind'?: string;
  readonly 'x-role'?: string;
  readonly 'x-organisation'?: string;
}

interface Common {
  /** Property name; '' for the whole and for items of a list. */
  readonly name: string;
  /** Text key, or null where the schema gives none (a list's items). */
  readonly label: string | null;
  readonly hint: string | null;
  readonly required: boolean;
}

export interface TextQuestion extends Common {
  readonly kind: 'text' | 'multiline' | 'date' | 'date-time';
  readonly minLength: number | null;
  readonly maxLength: number | null;
  readonly pattern: string | null;
}
export interface NumberQuestion extends Common {
  readonly kind: 'number' | 'integer';
  readonly minimum: number | null;
  readonly maximum: number | null;
}
export interface YesNoQuestion extends Common {
  readonly kind: 'yes-no';
}
/** Must be ticked: the schema allows nothing but true. */
export interface ConfirmQuestion extends Common {
  readonly kind: 'confirm';
}
export interface ChoiceQuestion extends Common {
  readonly kind: 'choice' | 'many';
  /** Empty: whatever has a text under `valueText`; the server knows the list. */
  readonly values: readonly (string | number)[];
  /** Prefix of the texts of the values. */
  readonly valueText: string | null;
  readonly minItems: number;
}
export interface PickerQuestion extends Common {
  /** `relative`: one of those the register has of the child it is about. */
  readonly kind: 'child' | 'relative' | 'organisation' | 'appointment' | 'district' | 'region';
  readonly organisationKind: string | null;
  readonly role: string | null;
  readonly organisationFrom: string | null;
}
export interface GroupQuestion extends Common {
  readonly kind: 'group';
  readonly questions: readonly Question[];
}
export interface ListQuestion extends Common {
  readonly kind: 'list';
  readonly item: Question;
  readonly minItems: number;
  readonly maxItems: number | null;
}
/** One of several kinds of answer, told apart by the constant of the property `by`. */
export interface VariantsQuestion extends Common {
  readonly kind: 'variants';
  readonly by: string;
  readonly variants: readonly {
    readonly value: string;
    readonly label: string | null;
    readonly group: GroupQuestion;
  }[];
}
/** Not asked: the schema allows one value only. */
export interface FixedQuestion extends Common {
  readonly kind: 'fixed';
  readonly value: unknown;
}

export type Question =
  | TextQuestion
  | NumberQuestion
  | YesNoQuestion
  | ConfirmQuestion
  | ChoiceQuestion
  | PickerQuestion
  | GroupQuestion
  | ListQuestion
  | VariantsQuestion
  | FixedQuestion;

/** A schema this form cannot ask for. Found by a test, not by a user: every schema is read when it is shown. */
export class UnreadableSchema extends Error {}

type Place = Pick<Common, 'name' | 'required'>;

/** The questions of a step's input, which is always an object. */
export function readSchema(schema: Schema): GroupQuestion {
  const whole = read(schema, { name: '', required: true }, schema);
  if (whole.kind === 'group') return whole;
  // An input made of variants is a group of one nameless question.
  return { kind: 'group', name: '', label: null, hint: null, required: true, questions: [whole] };
}

function read(given: Schema, place: Place, root: Schema): Question {
  const schema = withoutNull(resolve(given, root));
  const common: Common = { ...place, label: schema.title ?? null, hint: schema['x-text'] ?? null };
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives !== undefined) return readAlternatives(schema, alternatives, common, root);
  if (schema.const !== undefined) {
    return schema.const === true && schema.title !== undefined
      ? { kind: 'confirm', ...common }
      : { kind: 'fixed', ...common, value: schema.const };
  }
  if (schema.enum !== undefined) return choice('choice', schema, schema.enum, common, 0);
  switch (schema.type) {
    case 'string':
      return readString(schema, common);
    case 'number':
    case 'integer':
      return { kind: schema.type, ...common, minimum: schema.minimum ?? null, maximum: schema.maximum ?? null };
    case 'boolean':
      return { kind: 'yes-no', ...common };
    case 'object':
      return readGroup(schema, common, root);
    case 'array':
      return readList(schema, common, root);
    default:
      throw new UnreadableSchema(
        `no question for ${place.name || 'the input'}: ${JSON.stringify(schema).slice(0, 200)}`,
      );
  }
}

function resolve(schema: Schema, root: Schema): Schema {
  const name = /^#\/\$defs\/([^/]+)$/.exec(schema.$ref ?? '')?.[1];
  const found = name === undefined ? undefined : root.$defs?.[name];
  if (schema.$ref === undefined) return schema;
  if (found === undefined) throw new UnreadableSchema(`unknown reference ${schema.$ref}`);
  return { ...found, ...schema };
}

/** "May be null" is a question that may be left out. */
function withoutNull(schema: Schema): Schema {
  if (Array.isArray(schema.type)) {
    const type = schema.type.find((t: string) => t !== 'null') as string | undefined;
    return { ...schema, type: type ?? 'null' };
  }
  const key = schema.anyOf !== undefined ? 'anyOf' : 'oneOf';
  const rest = schema[key]?.filter((s) => s.type !== 'null');
  const [only] = rest ?? [];
  if (rest?.length === 1 && only !== undefined) {
    const { [key]: _, ...outer } = schema;
    return { ...only, ...outer };
  }
  return rest === undefined ? schema : { ...schema, [key]: rest };
}

const pickers: readonly string[] = [
  'child',
  'relative',
  'organisation',
  'appointment',
  'district',
  'region',
] satisfies PickerQuestion['kind'][];
const isPicker = (format: string | undefined): format is PickerQuestion['kind'] => pickers.includes(format ?? '');

function readString(schema: Schema, common: Common): Question {
  const format = schema.format;
  if (isPicker(format)) {
    return {
      kind: format,
      ...common,
      organisationKind: schema['x-kind'] ?? null,
      role: schema['x-role'] ?? null,
      organisationFrom: schema['x-organisation'] ?? null,
    };
  }
  if (schema['x-enum-text'] !== undefined) return choice('choice', schema, [], common, 0);
  return {
    kind: format === 'multiline' || format === 'date' || format === 'date-time' ? format : 'text',
    ...common,
    minLength: schema.minLength ?? null,
    maxLength: schema.maxLength ?? null,
    pattern: schema.pattern ?? null,
  };
}

function choice(
  kind: 'choice' | 'many',
  schema: Schema,
  values: readonly unknown[],
  common: Common,
  minItems: number,
): ChoiceQuestion {
  const known = values.filter((v) => typeof v === 'string' || typeof v === 'number');
  return { kind, ...common, values: known, valueText: schema['x-enum-text'] ?? null, minItems };
}

function readGroup(schema: Schema, common: Common, root: Schema): GroupQuestion {
  const required = new Set(schema.required ?? []);
  const questions = Object.entries(schema.properties ?? {})
    .map(([name, property]) => ({ name, property, asked: required.has(name) && !mayBeNull(property) }))
    // Nobody knows a uuid by heart: where it may be left out it is for programs, and people are not asked.
    .filter(({ property, asked }) => asked || (property.format !== 'uuid' && property.items?.format !== 'uuid'))
    .map(({ name, property, asked }) => read(property, { name, required: asked }, root));
  return { kind: 'group', ...common, questions };
}

const mayBeNull = (schema: Schema): boolean =>
  (Array.isArray(schema.type) && schema.type.includes('null')) ||
  (schema.anyOf ?? schema.oneOf ?? []).some((s) => s.type === 'null');

function readList(schema: Schema, common: Common, root: Schema): Question {
  const item = read(schema.items ?? { type: 'string' }, { name: '', required: true }, root);
  const minItems = schema.minItems ?? 0;
  if (item.kind === 'choice') {
    const valueText = schema['x-enum-text'] ?? item.valueText;
    return { ...item, ...common, kind: 'many', valueText, minItems };
  }
  return { kind: 'list', ...common, item, minItems, maxItems: schema.maxItems ?? null };
}

function readAlternatives(schema: Schema, alternatives: readonly Schema[], common: Common, root: Schema): Question {
  if (alternatives.every((a) => a.const !== undefined)) {
    return choice(
      'choice',
      schema,
      alternatives.map((a) => a.const),
      common,
      0,
    );
  }
  const objects = alternatives.map((a) => resolve(a, root));
  const by = Object.keys(objects[0]?.properties ?? {}).find((name) =>
    objects.every((o) => typeof o.properties?.[name]?.const === 'string'),
  );
  if (by === undefined)
    throw new UnreadableSchema(`alternatives of ${common.name || 'the input'} cannot be told apart`);
  const valueText = schema['x-enum-text'];
  const variants = objects.map((object) => {
    const value = String(object.properties?.[by]?.const);
    const label = object.title ?? (valueText === undefined ? null : `${valueText}.${value}`);
    return { value, label, group: readGroup(object, { ...common, label: null, hint: null }, root) };
  });
  return { kind: 'variants', ...common, by, variants };
}

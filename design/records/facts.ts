/**
 * What is recorded, as lines to read. Pure. Labels are looked up by convention:
 * a class of fields `<procedure>.record.<class>` or `<procedure>.class.<class>`, a field `<procedure>.field.<name>` or, as the form that asked for it
 * is labelled, `<capability>.field.<name>`, `<capability>.input.<name>`; what was sent with a step first as
 * `<procedure>.<step>.<name>`, `kernel.<step>.<name>`; a value out of a list of words
 * `<procedure>.value.<field>.<value>` `<capability>.<field>.<value>` or `<field>.<value>` (role, danger, language), or the title of a term. What has no label shows its own name.
 * A field called `key` holds a text key of what was said in everybody's own language.
 */
import { isDate } from '#kernel/terms/almaty.ts';

/** Looks texts up: the first of the keys that there is. */
export type First = (keys: readonly string[]) => string | null;

export type Value =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'yes-no'; readonly yes: boolean }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'moment'; readonly at: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'many'; readonly values: readonly Value[] };

export interface Fact {
  readonly name: string;
  readonly label: string;
  readonly value: Value;
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
/** Ids name things to machines; people get them as names, elsewhere. */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const capabilityOf = (procedure: string): string => procedure.split('.')[0] ?? procedure;

export const classTitle = (first: First, procedure: string, name: string): string =>
  first([`${procedure}.record.${name}`, `${procedure}.class.${name}`, `${capabilityOf(procedure)}.record.${name}`]) ?? name;

/** Where a record comes from. `step`: it is what was sent with this step. */
export interface Origin {
  readonly procedure: string;
  readonly step?: string | undefined;
  /** People, houses and places by the ids that stand in the record. */
  readonly names?: Readonly<Record<string, string>> | undefined;
}

function fieldLabel(first: First, { procedure, step }: Origin, name: string): string {
  const capability = capabilityOf(procedure);
  const ofStep = step === undefined ? [] : [`${procedure}.${step}.${name}`, `kernel.${step}.${name}`];
  return (
    first([...ofStep, `${procedure}.field.${name}`, `${capability}.field.${name}`, `${capability}.input.${name}`]) ??
    name
  );
}

/** Fields in the order they came; what is empty or an id is left out. */
export function factsOf(first: First, origin: Origin, record: unknown): readonly Fact[] {
  if (typeof record !== 'object' || record === null) return [];
  return Object.entries(record).flatMap(([name, raw]) => {
    const value = valueOf(first, origin, name, raw);
    if (value === null) return [];
    return [{ name, label: fieldLabel(first, origin, name), value }];
  });
}

function valueOf(first: First, origin: Origin, field: string, raw: unknown): Value | null {
  if (typeof raw === 'boolean') return { kind: 'yes-no', yes: raw };
  if (typeof raw === 'number' || typeof raw === 'string') {
    const word = first([
      `${origin.procedure}.value.${field}.${raw}`,
      `${capabilityOf(origin.procedure)}.${field}.${raw}`,
      `${field}.${raw}`,
      `term.${raw}`,
    ]);
    const known = word ?? origin.names?.[raw] ?? (field === 'key' ? first([String(raw)]) : null);
    if (known !== null) return { kind: 'text', text: known };
  }
  if (typeof raw === 'number') return { kind: 'number', number: raw };
  if (typeof raw === 'string') return stringValue(raw);
  if (Array.isArray(raw)) {
    const values = raw.map((item) => valueOf(first, origin, field, item)).filter((v) => v !== null);
    return values.length === 0 ? null : { kind: 'many', values };
  }
  const facts = factsOf(first, origin, raw);
  return facts.length === 0 ? null : { kind: 'facts', facts };
}

function stringValue(raw: string): Value | null {
  if (raw.trim() === '' || uuid.test(raw)) return null;
  if (instant.test(raw)) return { kind: 'moment', at: raw };
  if (isDate(raw)) return { kind: 'date', date: raw };
  return { kind: 'text', text: raw };
}

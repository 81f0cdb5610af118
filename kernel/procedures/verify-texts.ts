/** Which texts the declarations need, and which of them are missing in a language. */
import type { TSchema } from 'typebox';
import type { Term } from '../terms/term.ts';
import { languages, type Texts } from '../texts/text.ts';
import { kernelSteps } from './common.ts';
import type { Procedure, Reaction } from './declare.ts';

/** What is read of a JSON Schema here; the same words as design/forms/schema.ts. */
interface Schema {
  readonly title?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly 'x-text'?: string;
  readonly 'x-enum-text'?: string;
}

interface Wanted {
  readonly key: string;
  readonly where: string;
}

/** Keys of a schema and of all that lies in it; and what a form could not put into words. */
function schemaTexts(schema: Schema, where: string, texts: Texts, inherited: string | undefined): { wanted: Wanted[]; problems: string[] } {
  const wanted: Wanted[] = [];
  const problems: string[] = [];
  const want = (key: string | undefined): void => void (key !== undefined && wanted.push({ key, where }));
  want(schema.title);
  want(schema['x-text']);
  const prefix = schema['x-enum-text'] ?? inherited;
  const alternatives = schema.anyOf ?? schema.oneOf ?? [];
  const constants = alternatives.filter((a) => a.const !== undefined && a.const !== null).map((a) => a.const);
  const values = [...(schema.enum ?? []), ...constants].filter((v) => v !== null);
  if (values.length > 0 && prefix === undefined) problems.push(`enum-without-texts ${where}`);
  if (prefix !== undefined) for (const value of values) want(`${prefix}.${String(value)}`);
  // A list that only the server knows: at least one of its values has a text.
  const own = schema['x-enum-text'];
  if (own !== undefined && values.length === 0 && alternatives.length === 0 && schema.items === undefined) {
    const listed = Object.keys(texts).filter((k) => k.startsWith(`${own}.`));
    if (listed.length === 0) problems.push(`text-missing ${own}.*: ${where}`);
    for (const key of listed) want(key);
  }
  const parts: (readonly [Schema, string, string | undefined])[] = [
    ...alternatives.map((s, i) => [s, `${where}/${i}`, undefined] as const),
    ...(schema.allOf ?? []).map((s, i) => [s, `${where}/${i}`, undefined] as const),
    ...Object.entries(schema.$defs ?? {}).map(([k, s]) => [s, `${where}/$defs/${k}`, undefined] as const),
    ...(schema.items === undefined ? [] : [[schema.items, `${where}/items`, own] as const]),
  ];
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    // The constant that tells alternatives apart is never asked, so it has no label.
    if (property.title === undefined && property.const === undefined) problems.push(`field-without-title ${where}/${name}`);
    parts.push([property, `${where}/${name}`, undefined]);
  }
  for (const [part, path, prefixed] of parts) {
    const below = schemaTexts(part, path, texts, prefixed);
    wanted.push(...below.wanted);
    problems.push(...below.problems);
  }
  return { wanted, problems };
}

function procedureTexts(p: Procedure, texts: Texts): { wanted: Wanted[]; problems: string[] } {
  const where = p.id;
  const stepKey = (step: string): string => {
    const own = `${p.id}.step.${step}`;
    return own in texts || !kernelSteps.has(step) ? own : `kernel.step.${step}`;
  };
  const keys = [
    p.id,
    ...Object.keys(p.stages).map((s) => `${p.id}.stage.${s}`),
    ...Object.keys(p.steps).map(stepKey),
    ...(p.start === undefined ? [] : [stepKey('start')]),
    ...(p.join === undefined ? [] : [stepKey(p.join.name)]),
    ...p.outcomes.map((o) => `${p.id}.outcome.${o}`),
    ...p.classes.map((c) => `${p.id}.class.${c}`),
    ...(p.documents ?? []).map((d) => `${p.id}.document.${d.name}`),
  ];
  const inputs: (readonly [string, TSchema])[] = [
    ...(p.start === undefined ? [] : [[`${p.id}.start`, p.start.input] as const]),
    ...Object.entries(p.steps).map(([name, s]) => [`${p.id}.${name}`, s.input] as const),
  ];
  const read = inputs.map(([at, schema]) => schemaTexts(schema as Schema, at, texts, undefined));
  return { wanted: [...keys.map((key) => ({ key, where })), ...read.flatMap((r) => r.wanted)], problems: read.flatMap((r) => r.problems) };
}

interface Declarations {
  readonly procedures: readonly Procedure[];
  readonly reactions: readonly Reaction[];
  readonly terms: readonly Term[];
}

/** Keys the declarations name, each with the place that named it; and what a form could not put into words. */
export function declaredTexts({ procedures, reactions, terms }: Declarations, texts: Texts): { readonly wanted: ReadonlyMap<string, string>; readonly problems: readonly string[] } {
  const read = procedures.map((p) => procedureTexts(p, texts));
  const wanted = [
    ...read.flatMap((r) => r.wanted),
    // In the story of a proceeding a reaction stands as a step under its own name.
    ...reactions.filter((r) => !kernelSteps.has(r.name)).map((r) => ({ key: `${r.procedure}.step.${r.name}`, where: `reaction ${r.name}` })),
    ...terms.map((t) => ({ key: `term.${t.id}`, where: 'terms' })),
    ...[...kernelSteps].map((s) => ({ key: `kernel.step.${s}`, where: 'kernel' })),
  ];
  return { wanted: new Map(wanted.map((w) => [w.key, w.where])), problems: read.flatMap((r) => r.problems) };
}

/** Every text the declarations name is there in every language. */
export function checkTexts(declared: Declarations, texts: Texts): string[] {
  const { wanted, problems: unworded } = declaredTexts(declared, texts);
  const problems = [...unworded];
  for (const [key, where] of wanted) {
    const text = texts[key];
    if (text === undefined) problems.push(`text-missing ${key}: ${where}`);
    else for (const language of languages) if (text[language].trim() === '') problems.push(`text-empty ${key} ${language}: ${where}`);
  }
  return [...new Set(problems)];
}

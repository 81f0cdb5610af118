/** A message in the three languages of the product. Kazakh is the first. */
import type { Language } from '../contract.ts';

export interface Text {
  readonly kk: string;
  readonly ru: string;
  readonly en: string;
}

/** Messages by key. `{name}` is replaced by a parameter. Keys are dotted: `helpline.appeal.step.claim`. */
export type Texts = Readonly<Record<string, Text>>;

export const languages: readonly Language[] = ['kk', 'ru', 'en'];

/** Fills `{name}` from params; a parameter that is missing stays visible, so that a test finds it. */
export function fill(message: string, params: Readonly<Record<string, string | number>> = {}): string {
  return message.includes('{') ? message.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole)) : message;
}

/** The first `most` letters, as PostgreSQL and JSON Schema count them: a pair of surrogates is never cut in half. */
export const cut = (text: string, most: number): string => (text.length <= most ? text : Array.from(text).slice(0, most).join(''));

/** Every text the parts of the program brought; two parts may not bring the same key. */
export function gatherTexts(parts: readonly Texts[]): Texts {
  const all: Record<string, Text> = {};
  for (const part of parts) {
    for (const [key, value] of Object.entries(part)) {
      if (key in all) throw new Error(`text ${key} is declared twice`);
      all[key] = value;
    }
  }
  return all;
}

/** The same texts, each key behind a prefix: `stage.open` becomes `cases.protection.stage.open`. */
export const under = (prefix: string, texts: Texts): Texts => Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${prefix}.${key}`, text]));

/** The text of a key in a language. A missing key shows itself as the key; the texts test keeps that from happening. */
export function say(
  texts: Texts,
  language: Language,
  key: string,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const found = texts[key];
  return found === undefined ? key : fill(found[language], params);
}

/** Picks the best of kk, ru, en from an Accept-Language header; Kazakh where nothing fits. */
export function languageOf(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
      const q = rest.map((r) => /^\s*q=([\d.]+)/.exec(r)?.[1]).find((v) => v !== undefined);
      return { tag: tag.slice(0, 2), q: q === undefined ? 1 : Number(q) };
    })
    .filter((w): w is { tag: Language; q: number } => (languages as readonly string[]).includes(w.tag) && w.q > 0)
    .sort((a, b) => b.q - a.q);
  return wanted[0]?.tag ?? 'kk';
}

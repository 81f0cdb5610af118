/**
 * How long a message of a kind may be, in letters, so that it stands in one line on the narrowest phone the pages are
 * drawn for, in every language. A letter of Inter at the size of a button is nine pixels wide on average.
 */
import { roles } from '#kernel/access/roles.ts';
import type { Procedure } from '#kernel/procedures/declare.ts';
import { languages, type Texts } from '#kernel/texts/text.ts';
import type { Finding } from './finding.ts';

export type Kind = 'button' | 'place' | 'badge' | 'column';

export const budgets: Readonly<Record<Kind, number>> = {
  /** 375 px less the margins of the page and of the button: 309 px. */
  button: 34,
  /** A place of the menu: two beside each other on a phone. */
  place: 24,
  /** Beside the name of a child, in a row of a list. */
  badge: 22,
  /** Of a table with six columns. */
  column: 22,
};

/** Titles of the steps that people are offered as buttons; what the clock and reactions do is only told. */
const stepTitles = (procedures: readonly Procedure[], texts: Texts): readonly string[] =>
  procedures.flatMap((p) =>
    Object.entries(p.steps)
      .filter(([, step]) => step.by.some((role) => role in roles))
      .map(([name]) => (`${p.id}.step.${name}` in texts ? `${p.id}.step.${name}` : `kernel.step.${name}`)),
  );

/** What kind of message each key is, as far as its length matters. `buttons`, `places`: keys that the sources show so. */
export function kindsOf(texts: Texts, procedures: readonly Procedure[], shown: { readonly buttons: Iterable<string>; readonly places: Iterable<string> }): ReadonlyMap<string, Kind> {
  const kinds = new Map<string, Kind>();
  for (const key of [...stepTitles(procedures, texts), ...shown.buttons]) kinds.set(key, 'button');
  for (const key of shown.places) kinds.set(key, 'place');
  for (const key of Object.keys(texts)) {
    if (/^web\.danger\.\d$/.test(key)) kinds.set(key, 'badge');
    else if (/^web\.[\w-]+\.column\./.test(key)) kinds.set(key, 'column');
    else if (/^web\.nav\.(?!label$)/.test(key)) kinds.set(key, 'place');
  }
  return kinds;
}

/** Parameters count as the four letters they mostly are: a number, a time. */
const lengthOf = (text: string): number => [...text.replace(/\{\w+\}/g, '0000')].length;

export function lengthFindings(texts: Texts, kinds: ReadonlyMap<string, Kind>): readonly Finding[] {
  return [...kinds].flatMap(([key, kind]) =>
    languages.flatMap((language): Finding[] => {
      const text = texts[key]?.[language] ?? '';
      const length = lengthOf(text);
      return length <= budgets[kind] ? [] : [{ rule: 'too-long', key, language, what: `${length} letters, a ${kind} has ${budgets[kind]}: ${text}` }];
    }),
  );
}

/** Names as people write them: kept as written, with the slips of a keyboard noticed and not refused. */
import { cut } from '#kernel/texts/text.ts';
import type { NameInput, Script } from './inputs.ts';
import { twins } from './names/letters.ts';
import type { NewName } from './rows.ts';

const latin = /\p{Script=Latin}/u;
const cyrillic = /\p{Script=Cyrillic}/u;

export const scriptOf = (text: string): Script => (cyrillic.test(text) ? 'cyrillic' : latin.test(text) ? 'latin' : 'other');

/** A word with both scripts in it. `Анна-Maria` has none: each part is of one script. */
export const isMixed = (text: string): boolean => text.split(/[\s-]+/u).some((word) => cyrillic.test(word) && latin.test(word));

/** The text with the Latin look-alikes of mixed words made Cyrillic; other words and letters stay. */
export const unmixed = (text: string): string =>
  text.replace(/[^\s-]+/gu, (word) => (isMixed(word) ? [...word].map((letter) => twins[letter] ?? letter).join('') : word));

const parts = (n: NameInput): string => [n.family, n.given, n.patronymic].filter((p) => p !== undefined).join(' ');

/**
 * Rows for the spellings given. A mixed one stays as it was written, and the spelling it stands for
 * is added beside it, so that both find the child.
 */
export function nameRows(child: string, names: readonly NameInput[], at: string, newId: () => string): NewName[] {
  const row = (n: NameInput): NewName => ({
    id: newId(), child, kind: n.kind, family: n.family ?? null, given: n.given ?? null, patronymic: n.patronymic ?? null, script: scriptOf(parts(n)), at,
  });
  return names
    .filter((n) => parts(n).trim() !== '')
    .flatMap((n) => {
      const rows = [row(n)];
      if (isMixed(parts(n))) {
        const clean = (part: string | undefined): string | undefined => (part === undefined ? undefined : unmixed(part));
        rows.push(row({ kind: n.kind, family: clean(n.family), given: clean(n.given), patronymic: clean(n.patronymic) }));
      }
      return rows;
    });
}

/** How lists name a child: given name, first letter of the family name, age. `null` where nobody knows a name. */
export function shortName(name: { readonly family: string | null; readonly given: string | null } | null): string | null {
  if (name === null) return null;
  const initial = [...(name.family ?? '').trim()][0];
  const given = name.given?.trim() ?? '';
  if (given === '') return name.family?.trim() ?? null;
  return initial === undefined ? given : `${given} ${initial.toUpperCase()}.`;
}

export const childLabel = (name: string | null, age: number | null, otherwise: string): string =>
  [cut(name ?? otherwise, 200), ...(age === null ? [] : [String(age)])].join(', ');

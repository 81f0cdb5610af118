/** Where the pickers of a form find what they offer, and how an answer becomes a list. Pure. */
import type { Names } from '#kernel/access/directory.ts';
import type { Pick } from '#design/components/Combobox.tsx';
import type { PickerQuestion } from './schema.ts';

/** Answers of the search for children and of the directory: `label`, or a name, or names in three languages. */
export interface PickItem {
  readonly id: string;
  readonly label?: string;
  readonly name?: string;
  readonly names?: Names;
  readonly detail?: string | null;
}
/** The search for children: a card where the child may be seen, else the desk to ask. */
export interface FoundChild {
  readonly id: string;
  readonly card: {
    readonly name: string | null;
    readonly spellings: readonly string[];
    readonly born: string | null;
  } | null;
  readonly desk: { readonly names: Names; readonly phone: string | null } | null;
}
export type PickPage = { readonly items: readonly PickItem[] } | { readonly found: readonly FoundChild[] };

/** How an answer is told in the reader's language. */
export interface Telling {
  readonly names: (names: Names) => string;
  readonly date: (date: string) => string;
  /** For a child one may not see: "known here". */
  readonly known: string;
}

export interface Around {
  /** Region of the proceeding or of the person who acts. */
  readonly region: string | null;
  /** Organisation to take appointments from. */
  readonly organisation: string | null;
}

/** Letters before a search is sent: fewer would list half of the country. */
export const leastLetters = 2;
/** How many are offered at once. */
export const mostShown = 30;

/** Where to read; a child's name is asked in the body, since addresses are kept by browsers and written down by proxies. */
export interface Source {
  readonly path: string;
  readonly ask?: object;
}

/** Null where nothing can be asked yet. */
export function pickSource(question: PickerQuestion, text: string, around: Around): Source | null {
  const query = (entries: Record<string, string | null>): string => {
    const known = Object.entries(entries).filter((e): e is [string, string] => e[1] !== null && e[1] !== '');
    return known.length === 0 ? '' : `?${new URLSearchParams(known).toString()}`;
  };
  switch (question.kind) {
    case 'child':
      return text.trim().length < leastLetters ? null : { path: '/api/children/search', ask: { q: text.trim() } };
    case 'organisation':
      // What is near without a word; with one, the whole country: a child may be sent to a clinic far away.
      return text.trim().length < leastLetters
        ? { path: `/api/agencies/organisations${query({ kind: question.organisationKind, region: around.region })}` }
        : { path: `/api/agencies/organisations${query({ kind: question.organisationKind, q: text.trim() })}` };
    case 'region':
      return { path: '/api/agencies/regions' };
    case 'district':
      return { path: `/api/agencies/districts${query({ region: around.region })}` };
    case 'appointment':
      if (question.organisationFrom !== null && around.organisation === null) return null;
      return { path: `/api/agencies/appointments${query({ organisation: around.organisation, role: question.role })}` };
  }
}

export function readPicks(page: PickPage, telling: Telling): readonly Pick[] {
  if ('found' in page) return page.found.map((child) => readChild(child, telling));
  return page.items.map((item) => ({
    id: item.id,
    label: item.label ?? item.name ?? (item.names === undefined ? item.id : telling.names(item.names)),
    detail: item.detail ?? null,
  }));
}

const joined = (parts: readonly (string | null)[]): string | null =>
  parts.filter((p) => p !== null).join(' · ') || null;

function readChild({ id, card, desk }: FoundChild, { names, date, known }: Telling): Pick {
  if (card === null)
    return { id, label: known, detail: desk === null ? null : joined([names(desk.names), desk.phone]) };
  const [first = null, ...others] = card.spellings;
  const born = card.born === null ? null : date(card.born);
  return {
    id,
    label: card.name ?? first ?? known,
    detail: joined([born, ...(card.name === null ? others : card.spellings)]),
  };
}

const plainLetters: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
  ё: 'е',
  й: 'и',
};

/** Spelled without the letters that a Russian keyboard lacks. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[әғқңөұүһіёй]/gu, (letter) => plainLetters[letter] ?? letter);

/** Those that hold every word of the text, in any order. */
export function fitting(picks: readonly Pick[], text: string): readonly Pick[] {
  const words = plain(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  return picks.filter((pick) => {
    const whole = plain(`${pick.label} ${pick.detail ?? ''}`);
    return words.every((word) => whole.includes(word));
  });
}

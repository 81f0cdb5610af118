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
  readonly reasons: readonly string[];
  readonly card: {
    readonly name: string | null;
    readonly spellings: readonly string[];
    readonly born: string | null;
    readonly precision: string;
    readonly sex: string | null;
  } | null;
  readonly desk: { readonly names: Names; readonly phone: string | null } | null;
}
/** A child's card: those near to him, as the register has them. */
export interface NearOne {
  readonly id: string;
  /** The child in whose row it stands. */
  readonly of: string;
  readonly kind: string;
  readonly name: string | null;
}
/** `narrow`: too many fit to be shown; what would tell them apart. */
export interface Found {
  readonly found: readonly FoundChild[];
  readonly narrow?: readonly string[];
}
export type PickPage =
  | { readonly items: readonly PickItem[] }
  | Found
  | { readonly id: string; readonly relations: readonly NearOne[] };

/** How an answer is told in the reader's language. */
export interface Telling {
  readonly names: (names: Names) => string;
  readonly date: (date: string) => string;
  /** For a child one may not see: "known here". */
  readonly known: string;
  readonly sex: (sex: string) => string;
  /** Why a child is offered. */
  readonly why: (reasons: readonly string[]) => string | null;
  /** What somebody is to the child, in words. */
  readonly relation: (kind: string) => string;
}

export interface Around {
  /** Region of the proceeding or of the person who acts. */
  readonly region: string | null;
  /** Organisation to take appointments from. */
  readonly organisation: string | null;
  /** The child it is about. */
  readonly child: string | null;
}

/** Letters before a search is sent: fewer would list half of the country. */
export const leastLetters = 2;
/** How many are offered at once. */
export const mostShown = 30;

/** Where to read. */
export interface Source {
  readonly path: string;
}

/** Null where nothing can be asked yet. */
export function pickSource(question: PickerQuestion, text: string, around: Around): Source | null {
  const query = (entries: Record<string, string | null>): string => {
    const known = Object.entries(entries).filter((e): e is [string, string] => e[1] !== null && e[1] !== '');
    return known.length === 0 ? '' : `?${new URLSearchParams(known).toString()}`;
  };
  switch (question.kind) {
    case 'child':
      // Asked in a body, and counted: design/data/useSearch.ts.
      return null;
    case 'relative':
      return around.child === null ? null : { path: `/api/children/${around.child}` };
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
  if ('relations' in page) {
    // What another row of the register says is changed from there.
    return page.relations.filter((r) => r.of === page.id).map(({ id, name, kind }) => ({ id, label: name ?? telling.relation(kind), detail: name === null ? null : telling.relation(kind) }));
  }
  return page.items.map((item) => ({
    id: item.id,
    label: item.label ?? item.name ?? (item.names === undefined ? item.id : telling.names(item.names)),
    detail: item.detail ?? null,
  }));
}

const joined = (parts: readonly (string | null)[]): string | null =>
  parts.filter((p) => p !== null).join(' · ') || null;

function readChild({ id, card, desk, reasons }: FoundChild, { names, date, known, sex, why }: Telling): Pick {
  const because = why(reasons);
  if (card === null)
    return { id, label: known, detail: desk === null ? null : joined([names(desk.names), desk.phone]), why: because };
  const [first = null, ...others] = card.spellings;
  const born = card.born === null ? null : card.precision === 'day' ? date(card.born) : `≈ ${card.born.slice(0, 4)}`;
  return {
    id,
    label: first ?? card.name ?? known,
    detail: joined([born, card.sex === null ? null : sex(card.sex), ...others]),
    why: because,
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
export function fitting<P extends Pick>(picks: readonly P[], text: string): readonly P[] {
  const words = plain(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  return picks.filter((pick) => {
    const whole = plain(`${pick.label} ${pick.detail ?? ''}`);
    return words.every((word) => whole.includes(word));
  });
}

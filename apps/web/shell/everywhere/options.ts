/** What the search from everywhere offers for what is written, in groups. Pure: it knows only what it is given, which is what the reader may see. */
import type { FoundChild } from '#cap/children/contract.ts';
import type { Names } from '#kernel/access/directory.ts';
import type { DayItem, NumberedPage } from '#kernel/contract.ts';
import type { Pick } from '#design/components/Combobox.tsx';
import { fitting } from '#design/forms/picks.ts';
import { proceedingPage } from '#design/proceeding/paths.ts';

export interface Target {
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
}

/** `go`: where it leads; null where there is nothing to open. `seek`: asks the register for a child of these words. */
export interface Option extends Pick {
  readonly go: Target | null;
  readonly seek?: string;
}
export const groupNames = ['number', 'day', 'pages', 'starts', 'children'] as const;
export interface Group {
  readonly name: (typeof groupNames)[number];
  readonly options: readonly Option[];
}

/** How much of one's day stands there before anything is written. */
const atFirst = 5;
/** Of each group, so that the next one is not pushed out of sight. */
const mostOfOne = 8;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** The id of a proceeding, as receipts and addresses have it. */
export const idIn = (text: string): string | null => (uuid.test(text.trim()) ? text.trim().toLowerCase() : null);
/** A number of twelve digits, however it is spaced. */
export const numberIn = (text: string): string | null => (/^\s*\d(?:[\s-]*\d){11}\s*$/.test(text) ? text.replace(/\D/g, '') : null);
/** Words by which a child may be looked for: two letters at least. */
export const wordsIn = (text: string): string | null => (/\p{L}{2}/u.test(text) && idIn(text) === null ? text.trim() : null);

export const pageOption = (path: string, label: string): Option => ({ id: `page ${path}`, label, detail: null, go: { to: path } });

export const dayOption = (item: DayItem): Option => ({
  id: `day ${item.proceeding} ${item.why}`,
  label: item.step === null ? item.label : `${item.step.title}: ${item.label}`,
  detail: `${item.title} · ${item.stageTitle}`,
  go: { to: proceedingPage(item.proceeding), ...(item.step === null ? {} : { search: { step: item.step.name } }) },
});

export const numberOption = (found: NumberedPage['items'][number]): Option => ({
  id: `number ${found.proceeding}`, label: found.label, detail: `${found.title} · ${found.stageTitle}`, go: { to: proceedingPage(found.proceeding) },
});

export interface ChildWords {
  readonly names: (names: Names) => string;
  readonly born: (date: string, precision: string) => string;
  readonly say: (key: string) => string;
  readonly phone: (phone: string) => string;
}

const joined = (parts: readonly (string | null | undefined)[]): string | null => parts.filter((p) => p != null && p !== '').join(' · ') || null;

/** As much of a child as the search tells this reader; there is a page only where he may see it. */
export function childOption({ id, card, desk, open, reasons }: FoundChild, { names, born, say, phone }: ChildWords): Option {
  const why = joined(reasons.map((r) => say(`children.search.reason.${r}`)));
  const asked = desk === null ? null : joined([names(desk.names), desk.phone === null ? null : phone(desk.phone)]);
  if (card !== null) {
    const [first, ...others] = card.spellings;
    const about = [card.born === null ? null : born(card.born, card.precision), card.sex === null ? null : say(`children.sex.${card.sex}`), ...others];
    return {
      id, why, label: first ?? card.name ?? say('children.page.no-name'),
      detail: joined([...about, card.small ? say('children.search.small') : null, asked]),
      go: card.small ? null : { to: `/children/${id}` },
    };
  }
  if (open !== null) return { id, why, label: joined([say('children.search.open'), open.worker]) ?? '', detail: joined([open.phone === null ? null : phone(open.phone), open.warnings]), go: null };
  return { id, why, label: asked === null ? say('children.search.closed') : say('children.search.known'), detail: asked, go: null };
}

interface Known {
  readonly day: readonly Option[];
  readonly pages: readonly Option[];
  readonly starts: readonly Option[];
  readonly number: readonly Option[];
  /** Found in the register for what is written; null: not asked. */
  readonly children: readonly Option[] | null;
  /** The offer to look there; null where there is none. */
  readonly seek: Option | null;
}

/** Groups that hold something. What was looked for in the register comes first; the offer to look comes last. */
export function groupsFor(text: string, known: Known): readonly Group[] {
  const fit = (options: readonly Option[], most: number): readonly Option[] => fitting(options, text).slice(0, most);
  const children: Group = { name: 'children', options: known.children ?? (known.seek === null ? [] : [known.seek]) };
  const rest: readonly Group[] = [
    { name: 'number', options: known.number },
    { name: 'day', options: fit(known.day, text.trim() === '' ? atFirst : mostOfOne) },
    { name: 'pages', options: fit(known.pages, Infinity) },
    { name: 'starts', options: text.trim() === '' ? known.starts : fit(known.starts, mostOfOne) },
  ];
  return (known.children === null ? [...rest, children] : [children, ...rest]).filter((group) => group.options.length > 0);
}

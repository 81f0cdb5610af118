/** What happened for one person, from what the database knows: which kinds there are, when each happened, which of them press. Pure. */
import { plusMillis, type Instant } from '../clock.ts';
import type { NoticeKind } from '../contract.ts';
import type { Proceeding } from '../procedures/context.ts';
import type { Counted } from './budget.ts';

/** Somebody's own proceeding: whose (where one stands in), and since when it is his, or was told to him. */
export interface Carried {
  readonly row: Proceeding;
  readonly of: string | null;
  readonly at: Instant;
  /** Danger to a child is weighed there. */
  readonly weighed: boolean;
  /** The nearest term is one of minutes or hours. */
  readonly short: boolean;
}
/** An entry that somebody else left in one of mine. */
export interface Left {
  readonly proceeding: string;
  readonly sequence: number;
  readonly at: Instant;
  readonly step: string;
  readonly role: string;
  readonly appointment: string | null;
}
/** Whose work one does while he is away. */
export interface Standing {
  readonly appointment: string;
  readonly from: Instant;
  readonly until: Instant | null;
  readonly at: Instant;
}
/** What a capability knows besides. */
export interface Brought extends Counted {
  readonly kind: NoticeKind;
  /** In the reader's language, where the kind alone does not say it. */
  readonly what: string | null;
  readonly from: Instant | null;
  readonly until: Instant | null;
}

export interface Happened extends Brought {
  readonly row: Proceeding | null;
  readonly weighed: boolean;
  readonly of: string | null;
  readonly entry: Left | null;
}

const violence = 2;
const worst = 3;

/** Danger to a child, where it is weighed; or what must be done within hours. */
export const presses = (danger: number, { weighed, short }: Pick<Carried, 'weighed' | 'short'>): boolean => (weighed && danger >= violence) || short;
/** Of what came, or was told, to somebody. */
export const handKey = (kind: 'came' | 'told', id: string, at: Instant): string => `${kind}/${id}/${at}`;

const about = (c: Carried, kind: NoticeKind, at: Instant, key: string): Happened => ({
  kind, key, at, row: c.row, weighed: c.weighed, of: c.of, entry: null, what: null, from: null, until: null,
  pressing: presses(c.row.danger, c),
});

/**
 * It came; its term is near. A term no longer than `near` is told when it comes, and not twice; after a missed one the term
 * that runs is that of whoever was told.
 */
function ofCarried(c: Carried, now: Instant, near: number): readonly Happened[] {
  const { id, due, level } = c.row;
  const came = about(c, 'came', c.at, handKey('came', id, c.at));
  if (due === null || level > 0) return [came];
  const from = plusMillis(due, -near);
  return from > c.at && from <= now && now < due ? [came, about(c, 'near', from, `near/${id}/${due}`)] : [came];
}

/** What somebody else did there. Of the clock's own entries only a missed term is news; who stands in reads the rest on the page. */
function ofEntry(c: Carried, entry: Left): readonly Happened[] {
  const key = `${entry.proceeding}/${entry.sequence}`;
  if (entry.role === 'clock') return entry.step === 'escalate' ? [about(c, 'passed', entry.at, `passed/${key}`)] : [];
  if (c.of !== null) return [];
  return [{ ...about(c, 'news', entry.at, `news/${key}`), entry, pressing: c.weighed && c.row.danger === worst }];
}

/** `near`: milliseconds before its end at which a term is near. */
export function whatHappened(
  known: { readonly carried: readonly Carried[]; readonly told: readonly Carried[]; readonly entries: readonly Left[]; readonly standing: readonly Standing[]; readonly brought: readonly Brought[] },
  now: Instant,
  near: number,
): readonly Happened[] {
  const mine = new Map(known.carried.map((c) => [c.row.id, c]));
  const left = known.entries.flatMap((entry) => {
    const c = mine.get(entry.proceeding);
    return c === undefined ? [] : ofEntry(c, entry);
  });
  const none = { row: null, weighed: false, entry: null, what: null };
  return [
    ...known.carried.flatMap((c) => ofCarried(c, now, near)),
    ...known.told.map((c) => about(c, 'told', c.at, handKey('told', c.row.id, c.at))),
    ...left,
    ...known.standing.map((s): Happened => ({ ...none, kind: 'deputy', key: `deputy/${s.appointment}/${s.from}`, at: s.at, of: s.appointment, from: s.from, until: s.until, pressing: false })),
    ...known.brought.map((b): Happened => ({ ...none, ...b, of: null })),
  ];
}

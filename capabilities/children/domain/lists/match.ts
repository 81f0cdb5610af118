/** Is the child of a row one whom the register knows? Three answers: the same, to be looked at by a person, another. Pure. */
import type { ListedChild } from '../../lists/person.ts';

/** A child of the register that a row may mean, with every spelling kept of him. */
export interface Candidate {
  readonly id: string;
  readonly born: string | null;
  readonly iin: string | null;
  /** The agency knows him under the row's own number already. */
  readonly byReference: boolean;
  readonly names: readonly { readonly family: string | null; readonly given: string | null; readonly patronymic: string | null }[];
}

export type Keys = (part: 'family' | 'given' | 'patronymic', text: string) => string;
type Likeness = 'same' | 'look';
export interface Matched {
  readonly likeness: Likeness;
  readonly child: string;
  /** What agrees and what differs, e.g. `iin`, `family`, `born-differs`. */
  readonly reasons: readonly string[];
}

type Agreement = 'agrees' | 'differs' | 'unsaid';
const compare = (one: string | null, other: string | null): Agreement => (one === null || other === null || one === '' || other === '' ? 'unsaid' : one === other ? 'agrees' : 'differs');

interface Compared {
  readonly iin: Agreement;
  readonly born: Agreement;
  readonly family: Agreement;
  readonly given: Agreement;
  readonly patronymic: Agreement;
}

/** Against the spelling of the candidate that is nearest. */
function compareTo(row: ListedChild, candidate: Candidate, key: Keys): Compared {
  const part = (p: 'family' | 'given' | 'patronymic', name: Candidate['names'][number]): Agreement =>
    compare(row[p] === null ? null : key(p, row[p]), name[p] === null ? null : key(p, name[p]));
  const all = candidate.names.map((name) => ({ family: part('family', name), given: part('given', name), patronymic: part('patronymic', name) }));
  const agreeing = (n: (typeof all)[number]): number => Object.values(n).reduce((sum, a) => sum + (a === 'agrees' ? 2 : a === 'unsaid' ? 1 : 0), 0);
  const nearest = all.reduce((best, n) => (agreeing(n) > agreeing(best) ? n : best), all[0] ?? { family: 'unsaid' as const, given: 'unsaid' as const, patronymic: 'unsaid' as const });
  return { iin: compare(row.iin, candidate.iin), born: compare(row.born, candidate.born), ...nearest };
}

/**
 * The same: one number with one more thing that agrees; or family and given name and day, with nothing that speaks against
 * it. To be looked at: one number and nothing else, or name and day with a number or patronymic that differs.
 */
function judge(c: Compared, byReference: boolean): Likeness | null {
  const named = c.given === 'agrees' || c.family === 'agrees';
  const wholly = c.family === 'agrees' && c.given === 'agrees' && c.born === 'agrees';
  if (c.iin === 'agrees') return named && c.born !== 'differs' ? 'same' : 'look';
  if (byReference) return named && c.iin !== 'differs' && (c.born !== 'differs' || c.given === 'agrees') ? 'same' : 'look';
  if (!wholly) return null;
  return c.iin === 'unsaid' && c.patronymic !== 'differs' ? 'same' : 'look';
}

const reasonsOf = (c: Compared): string[] =>
  Object.entries(c).flatMap(([field, agreement]) => (agreement === 'agrees' ? [field] : agreement === 'differs' ? [`${field}-differs`] : []));

/** The likeliest of the candidates; null: the row is a child of its own. Two that are the same are for a person to tell apart. */
export function matchRow(row: ListedChild, candidates: readonly Candidate[], key: Keys): Matched | null {
  const found = candidates.flatMap((candidate) => {
    const compared = compareTo(row, candidate, key);
    const likeness = judge(compared, candidate.byReference);
    return likeness === null ? [] : [{ likeness, child: candidate.id, reasons: [...reasonsOf(compared), ...(candidate.byReference ? ['reference'] : [])], number: compared.iin === 'agrees' }];
  });
  const rank = (m: (typeof found)[number]): number => (m.likeness === 'same' ? 2 : 0) + (m.number ? 1 : 0);
  const [best, second] = [...found].sort((a, b) => rank(b) - rank(a));
  if (best === undefined) return null;
  const { likeness, child, reasons } = best;
  const unsure = second !== undefined && second.likeness === 'same' && rank(second) === rank(best);
  return { likeness: unsure ? 'look' : likeness, child, reasons };
}

/** Duplicates: names and shapes that others may know. */
import type { Role } from '#kernel/access/roles.ts';
import type { FoundChild, Side } from './views.ts';

export const duplicateProcedure = 'children.duplicate';
/** From where a pair came: a step that made or named a child, the pass over the register, an agency's list. */
export const pairSources = ['entry', 'pass', 'import'] as const;
export type PairSource = (typeof pairSources)[number];
/** What the model, or a person in a step, said beforehand. */
export const likelihoods = ['same', 'look'] as const;
export type Likely = (typeof likelihoods)[number];

/** Class `pair`: ids alone, and what was decided. Who they are is read from the register, by those who may. */
export interface DuplicateRecords {
  readonly pair: {
    readonly one: string;
    readonly other: string;
    readonly source: PairSource;
    readonly likely: Likely;
    readonly decided: { readonly how: 'same' | 'different'; readonly at: string; readonly why: string | null } | null;
  };
}

export const duplicateFacts = {
  /** Two rows are one child. Data: FoundSame. */
  same: 'children.found-same',
  /** That, or that they are two, is taken back. No data. */
  undone: 'children.pair-undone',
} as const;
/** Open proceedings of one kind about each of the two: `asked` is asked to hand over to `keeps`. Both are linked with the pair. */
export interface FoundSame {
  readonly cases: readonly { readonly keeps: string; readonly asked: string }[];
}

/** Who is asked before a new row is made of a child who is near to one in the register. Others report, and are not held up. */
export const askedFirst = ['guardianship-specialist', 'case-manager', 'district-head', 'region-head'] as const satisfies readonly Role[];
/** What the problem `children-near` carries beside its words: whom the search shows, and where in the input the child stands. */
export interface NearChildren {
  readonly found: readonly FoundChild[];
  readonly path: string;
}

/** How a line of both sides compares. `half`: known of one alone. */
export type Agreement = 'agrees' | 'near' | 'differs' | 'half' | 'unknown';

/** GET /api/children/duplicates/{proceeding} */
export interface DuplicateView {
  readonly one: Side;
  readonly other: Side;
  readonly lines: {
    readonly name: Agreement;
    readonly born: Agreement;
    readonly sex: Agreement;
    readonly iin: Agreement;
    readonly place: Agreement;
    readonly family: Agreement;
  };
  /** Why they were found, in the reader's language, what says most first. `speaks`: for one child, or against. */
  readonly reasons: readonly { readonly text: string; readonly speaks: 'for' | 'against' }[];
  readonly source: PairSource;
  readonly likely: Likely | null;
  /** One child by now, by this pair or through others. */
  readonly joined: boolean;
}

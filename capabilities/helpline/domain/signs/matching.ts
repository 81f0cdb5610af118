/** Whether and where a pattern is fulfilled in a text. */
import type { Word } from './fold.ts';
import type { Pattern, Tongue } from './patterns.ts';

/** A word or a phrase that means a concept, or that fulfils a part of a pattern. */
export interface Hit {
  /** Place of the first word and of the last (Word.place). */
  readonly place: number;
  readonly end: number;
  /** First and last word, as numbers in the list of words. */
  readonly from: number;
  readonly to: number;
  /** Read through a typo. */
  readonly typo: boolean;
  /** How many of its words are guesses (a typo in a short word): a rule may lean on one, and then raises less. */
  readonly guesses: number;
}
export interface Hits {
  readonly words: readonly Word[];
  /** By concept, in the order of the text. */
  readonly strong: readonly (readonly Hit[] | undefined)[];
  /** Guesses by concept. */
  readonly weak: ReadonlyMap<number, readonly Hit[]>;
  /** Scratch: both together, made when asked for. */
  readonly merged: Map<number, readonly Hit[]>;
  /** Words of the lexicon seen in each language. */
  readonly seen: Readonly<Record<Tongue, number>>;
}

export interface Match {
  /** First and last word. */
  readonly from: number;
  readonly to: number;
}

const window = 8;
const keepAway = 4;

/** Quick no: some word of the pattern does not occur at all. */
export function canHold(hits: Hits, { needs }: Pattern, guess: boolean): boolean {
  for (let i = 0; i < needs.length; i++) {
    if (hits.strong[needs[i]!] === undefined && !(guess && hits.weak.has(needs[i]!))) return false;
  }
  return true;
}

/** Sure hits and guesses of a concept together. */
function everyHit(hits: Hits, concept: number): readonly Hit[] | undefined {
  const guesses = hits.weak.get(concept);
  const sure = hits.strong[concept];
  if (guesses === undefined || sure === undefined) return guesses ?? sure;
  let both = hits.merged.get(concept);
  if (both === undefined) {
    both = [...sure, ...guesses].sort((a, b) => a.place - b.place);
    hits.merged.set(concept, both);
  }
  return both;
}

const firstFrom = (list: readonly Hit[], place: number): number => {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.place < place) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Where one ordered group is fulfilled. */
function spansOf(lists: readonly (readonly Hit[])[], group: Pattern['groups'][number]): readonly Hit[] {
  if (group.length === 1) return lists[0]!;
  const out: Hit[] = [];
  const follow = (at: number, last: Hit, start: Hit, guesses: number, typo: boolean): boolean => {
    const element = group[at];
    if (element === undefined) {
      out.push({ place: start.place, end: last.end, from: start.from, to: last.to, guesses, typo });
      return true;
    }
    const list = lists[at]!;
    for (let i = firstFrom(list, last.end + 1 / 128); i < list.length && list[i]!.place <= last.end + element.after + 1.5; i++) {
      const hit = list[i]!;
      if (follow(at + 1, hit, start, guesses + hit.guesses, typo || hit.typo)) return true;
    }
    return false;
  };
  for (const hit of lists[0]!) follow(1, hit, hit, hit.guesses, hit.typo);
  return out;
}

/** All places where a pattern is fulfilled; with `guess`, one weak hit may help. */
export function* matches(hits: Hits, pattern: Pattern, guess: boolean): Generator<Hit> {
  const groups: (readonly Hit[])[] = [];
  for (const group of pattern.groups) {
    const lists: (readonly Hit[])[] = [];
    for (const { concept } of group) {
      const list = guess ? everyHit(hits, concept) : hits.strong[concept];
      if (list === undefined) return;
      lists.push(list);
    }
    const spans = spansOf(lists, group);
    if (spans.length === 0) return;
    groups.push(spans);
  }
  const [head = [], ...rest] = groups;
  for (const span of head) {
    let { place, end, from, to, guesses, typo } = span;
    const taken = [span.place];
    const ok = rest.every((spans) => {
      const near = nearest(spans, span, taken);
      if (near === undefined) return false;
      taken.push(near.place);
      place = Math.min(place, near.place);
      end = Math.max(end, near.end);
      from = Math.min(from, near.from);
      to = Math.max(to, near.to);
      guesses += near.guesses;
      typo = typo || near.typo;
      return true;
    });
    if (!ok || guesses > 1) continue;
    if (pattern.unless.some((concept) => anyWithin(hits.strong[concept], place - keepAway, end + keepAway))) continue;
    yield { place, end, from, to, guesses, typo };
  }
}

function nearest(spans: readonly Hit[], to: Hit, taken: readonly number[]): Hit | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.place < to.place - window) low = middle + 1;
    else high = middle;
  }
  let best: Hit | undefined;
  for (let i = low; i < spans.length && spans[i]!.place <= to.end + window; i++) {
    const span = spans[i]!;
    if (taken.includes(span.place)) continue;
    if (best === undefined || Math.abs(span.place - to.place) < Math.abs(best.place - to.place)) best = span;
  }
  return best;
}

function anyWithin(list: readonly Hit[] | undefined, from: number, to: number): boolean {
  if (list === undefined) return false;
  // what lightens must be written plainly; a likeness does not excuse
  for (let at = firstFrom(list, from); at < list.length && list[at]!.place <= to; at++) if (!list[at]!.typo) return true;
  return false;
}

/**
 * The first place where a pattern is fulfilled: surely, or with one guess.
 * `among`: the text speaks of people, so that a single mistyped word may be meant.
 */
export function matchOf(hits: Hits, pattern: Pattern, among: boolean): (Match & { readonly sure: boolean }) | null {
  if (!canHold(hits, pattern, true)) return null;
  if (canHold(hits, pattern, false)) {
    for (const span of matches(hits, pattern, false)) {
      // alone, a word with a typo proves nothing unless it is long
      if (pattern.elements === 1 && span.typo && lengthOf(hits, span) < 8) continue;
      return { from: span.from, to: span.to, sure: true };
    }
  }
  if (pattern.elements > 1 && !pattern.needs.some((need) => hits.weak.has(need))) return null;
  for (const span of matches(hits, pattern, true)) {
    if (pattern.elements === 1 && (!among || lengthOf(hits, span) < 6)) continue;
    return { from: span.from, to: span.to, sure: false };
  }
  return null;
}

const lengthOf = (hits: Hits, { from }: Hit): number => hits.words[from]!.readings[0]!.length;

/** Where in a text each concept occurs, and whether a pattern is fulfilled there. */
import { wordsOf, type Word } from './fold.ts';
import type { Compiled, Pattern, Tongue } from './patterns.ts';
import { across, heard, mistyped, unglue, written } from './stems.ts';

export interface Hit {
  readonly place: number;
  /** Place of its last word; the same, unless it is a phrase. */
  readonly end: number;
  readonly word: number;
  /** A guess (four letters with a typo): a rule may lean on one such, and then is capped. */
  readonly weak: boolean;
}
export interface Hits {
  readonly words: readonly Word[];
  readonly strong: readonly (readonly Hit[] | undefined)[];
  /** Strong and weak together; the same list where there are no weak ones. */
  readonly all: readonly (readonly Hit[] | undefined)[];
  /** Words of the lexicon seen in each language. */
  readonly seen: Readonly<Record<Tongue, number>>;
}
export interface Match {
  readonly from: number;
  readonly to: number;
}

const window = 8;
const keepAway = 4;

export function hitsIn(lexicon: Compiled, text: string): Hits {
  const words = wordsOf(text);
  const { index, parents } = lexicon;
  const strong: (Hit[] | undefined)[] = new Array<undefined>(lexicon.concepts).fill(undefined);
  const weak = new Map<number, Hit[]>();
  const seen: Record<Tongue, number> = { kk: 0, ru: 0, en: 0, any: 0 };

  const push = (list: Hit[], hit: Hit) => {
    if (list[list.length - 1]?.place !== hit.place) list.push(hit);
  };
  const mean = (means: readonly number[], hit: Hit) => {
    for (const concept of means) {
      const list = hit.weak ? weak.get(concept) : strong[concept];
      if (list !== undefined) push(list, hit);
      else if (hit.weak) weak.set(concept, [hit]);
      else strong[concept] = [hit];
    }
  };
  const meaning = (stem: number) => index.stems[stem]!.means;
  const repeated = new Map<string, readonly (readonly [number, boolean])[]>();

  for (let w = 0; w < words.length; w++) {
    const word = words[w]!;
    const { place, readings } = word;
    const first = readings[0]!;
    const sign = index.signs.get(first);
    if (sign !== undefined) {
      mean(sign, { place, end: place, word: w, weak: false });
      for (const concept of sign) mean(parents[concept]!, { place, end: place, word: w, weak: false });
      continue;
    }
    const known = repeated.get(first);
    if (known !== undefined) {
      for (const [stem, guess] of known) mean(meaning(stem), { place, end: place, word: w, weak: guess });
    } else {
      const found: [number, boolean][] = [];
      let longest = 0;
      let plain = false;
      let tongue: Tongue | undefined;
      for (const reading of readings) {
        written(index, reading, (stem, length) => {
          found.push([stem, false]);
          if (index.stems[stem]!.means.includes(lexicon.plain)) plain = true;
          if (length > longest) {
            longest = length;
            tongue = lexicon.tongues.get(index.stems[stem]!.form);
          }
        });
      }
      if (tongue !== undefined) seen[tongue]++;
      const sure = longest >= 4 || longest === first.length || (longest === 3 && first.length === 4);
      if (!plain && !sure) {
        for (const reading of readings) {
          if (reading.length < 3) continue;
          if (reading.length >= 5) heard(index, reading, (stem) => found.push([stem, false]));
          mistyped(index, reading, (stem, guess) => found.push([stem, guess]));
        }
      }
      if (!plain && longest * 2 < first.length) {
        for (const reading of readings) {
          const parts = unglue(index, reading);
          if (parts === null) continue;
          parts.forEach((part, i) =>
            written(index, part, (stem) => mean(meaning(stem), { place: place + (i + 1) / 64, end: place + (i + 1) / 64, word: w, weak: false })),
          );
          break;
        }
      }
      found.sort((a, b) => Number(a[1]) - Number(b[1]));
      for (const [stem, guess] of found) mean(meaning(stem), { place, end: place, word: w, weak: guess });
      if (repeated.size < 4000) repeated.set(first, found);
      if (plain) continue;
    }
    // a word broken by a space: the next words may complete it
    for (let pick = 0; pick < Math.min(readings.length, 2); pick++) {
      across(index, words, w, pick, (stem) => mean(meaning(stem), { place, end: place, word: w, weak: false }));
    }
  }
  const byPlace = (a: Hit, b: Hit) => a.place - b.place;
  // words come in order; what was found across or inside them may not
  for (const list of strong) if (list !== undefined && list.length > 1) list.sort(byPlace);
  const unsure: (readonly Hit[] | undefined)[] = [];
  for (const { concept, pattern } of lexicon.derived) {
    let possible = true;
    for (const need of pattern.needs) if (strong[need] === undefined) possible = false;
    if (!possible) continue;
    const found = [...matches({ words, strong, all: unsure, seen }, pattern, false)];
    if (found.length === 0) continue;
    for (const one of [concept, ...parents[concept]!]) {
      for (const { place, end, from } of found) mean([one], { place, end, word: from, weak: false });
      strong[one]!.sort(byPlace);
    }
  }
  const all = strong.slice();
  for (const [concept, list] of weak) all[concept] = [...list, ...(strong[concept] ?? [])].sort(byPlace);
  return { words, strong, all, seen };
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

interface Span extends Match {
  readonly place: number;
  readonly end: number;
  readonly guesses: number;
}

/** Where one ordered group is fulfilled. */
function spansOf(lists: readonly (readonly Hit[])[], group: Pattern['groups'][number]): Span[] {
  const out: Span[] = [];
  const follow = (at: number, last: Hit, start: Hit, guesses: number): boolean => {
    const element = group[at];
    if (element === undefined) {
      out.push({ place: start.place, end: last.end, from: start.word, to: last.word, guesses });
      return true;
    }
    const list = lists[at]!;
    for (let i = firstFrom(list, last.end + 1 / 128); i < list.length && list[i]!.place <= last.end + element.after + 1.5; i++) {
      const hit = list[i]!;
      if (follow(at + 1, hit, start, guesses + Number(hit.weak))) return true;
    }
    return false;
  };
  for (const hit of lists[0]!) follow(1, hit, hit, Number(hit.weak));
  return out;
}

/** All places where a pattern is fulfilled; with `guess`, one weak hit may help. */
function* matches(hits: Hits, pattern: Pattern, guess: boolean): Generator<Span> {
  const groups: Span[][] = [];
  const guessed = guess ? hits.all : hits.strong;
  for (const group of pattern.groups) {
    const lists: (readonly Hit[])[] = [];
    for (const { concept } of group) {
      const list = guessed[concept];
      if (list === undefined) return;
      lists.push(list);
    }
    const spans = spansOf(lists, group);
    if (spans.length === 0) return;
    groups.push(spans);
  }
  const [head = [], ...rest] = groups;
  for (const span of head) {
    let { place, end, from, to, guesses } = span;
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
      return true;
    });
    if (!ok || guesses > 1) continue;
    if (pattern.unless.some((concept) => anyWithin(hits.strong[concept], place - keepAway, end + keepAway))) continue;
    yield { place, end, from, to, guesses };
  }
}

function nearest(spans: readonly Span[], to: Span, taken: readonly number[]): Span | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.place < to.place - window) low = middle + 1;
    else high = middle;
  }
  let best: Span | undefined;
  for (let i = low; i < spans.length && spans[i]!.place <= to.end + window; i++) {
    const span = spans[i]!;
    if (taken.includes(span.place)) continue;
    if (best === undefined || Math.abs(span.place - to.place) < Math.abs(best.place - to.place)) best = span;
  }
  return best;
}

function anyWithin(list: readonly Hit[] | undefined, from: number, to: number): boolean {
  if (list === undefined) return false;
  const at = firstFrom(list, from);
  return at < list.length && list[at]!.place <= to;
}

/** The first place where a pattern is fulfilled: surely, or with one guess. */
export function matchOf(hits: Hits, pattern: Pattern): (Match & { readonly sure: boolean }) | null {
  let sure = true;
  let guesses = false;
  for (const concept of pattern.needs) {
    const all = hits.all[concept];
    if (all === undefined) return null;
    const strong = hits.strong[concept];
    if (strong === undefined) sure = false;
    if (strong !== all) guesses = true;
  }
  if (sure) for (const span of matches(hits, pattern, false)) return { from: span.from, to: span.to, sure: true };
  if (!guesses || pattern.elements < 2) return null;
  for (const span of matches(hits, pattern, true)) return { from: span.from, to: span.to, sure: false };
  return null;
}

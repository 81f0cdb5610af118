/** Where in a text each concept occurs, and whether a pattern is fulfilled there. */
import { wordsOf, type Word } from './fold.ts';
import type { Compiled, Pattern, Tongue } from './patterns.ts';
import { across, heard, mistyped, unglue, written } from './stems.ts';

export interface Hit {
  readonly place: number;
  /** Place of its last word; the same, unless it is a phrase. */
  readonly end: number;
  readonly word: number;
  /** Read through a typo. */
  readonly typo: boolean;
  /** A guess (a typo in a short word): a rule may lean on one such, and then is capped. */
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
/** Words whose concepts are kept for the next text: single words alone, in memory, and never with digits. */
const remember = 8000;

export function hitsIn(lexicon: Compiled, text: string): Hits {
  const words = wordsOf(text);
  const { index, parents } = lexicon;
  const strong: (Hit[] | undefined)[] = new Array<undefined>(lexicon.concepts).fill(undefined);
  const weak = new Map<number, Hit[]>();
  const seen: Record<Tongue, number> = { kk: 0, ru: 0, en: 0, any: 0 };

  const enter = (concept: number, hit: Hit) => {
    const list = hit.weak ? weak.get(concept) : strong[concept];
    if (list === undefined) {
      if (hit.weak) weak.set(concept, [hit]);
      else strong[concept] = [hit];
    } else if (list[list.length - 1]!.place !== hit.place) list.push(hit);
  };
  const mean = (means: readonly number[], hit: Hit) => {
    for (const concept of means) enter(concept, hit);
  };
  const meaning = (stem: number) => index.stems[stem]!.means;
  // concepts of a word, each once
  const stamp = new Int32Array(lexicon.concepts);
  let turn = 0;
  const gather = (stems: readonly number[], mark: number): number[] => {
    const out: number[] = [];
    for (const stem of stems) {
      for (const concept of meaning(stem)) {
        if (stamp[concept] === mark) continue;
        stamp[concept] = mark;
        out.push(concept);
      }
    }
    return out;
  };

  for (let w = 0; w < words.length; w++) {
    const word = words[w]!;
    const { place, readings } = word;
    const first = readings[0]!;
    const sign = index.signs.get(first);
    if (sign !== undefined) {
      mean(sign, { place, end: place, word: w, typo: false, weak: false });
      for (const concept of sign) mean(parents[concept]!, { place, end: place, word: w, typo: false, weak: false });
      continue;
    }
    const at = (typo: boolean, weak: boolean, inner = 0): Hit => ({ place: place + inner, end: place + inner, word: w, typo, weak });
    const key = readings.length === 1 ? first : readings.join(' ');
    let known = lexicon.remembered.get(key);
    if (known === undefined) {
      const exact: number[] = [];
      const typos: number[] = [];
      const guessed: number[] = [];
      const inside: number[][] = [];
      let longest = 0;
      let plain = false;
      let tongue: Tongue | undefined;
      for (let r = 0; r < readings.length && !plain; r++) {
        written(index, readings[r]!, (stem, length) => {
          exact.push(stem);
          if ((r === 0 || length >= 5) && meaning(stem).includes(lexicon.plain)) plain = true;
          if (length > longest) {
            longest = length;
            tongue = lexicon.tongues.get(index.stems[stem]!.form);
          }
        });
      }
      // a stem that covers little of a word may be chance: the word may be another one with a typo
      const sure = longest === first.length || (longest >= 5 && longest * 5 >= first.length * 4);
      if (!plain && !sure) {
        for (const reading of readings) {
          if (reading.length >= 5) heard(index, reading, (stem) => exact.push(stem));
          mistyped(index, reading, (stem, guess) => (guess ? guessed : typos).push(stem));
        }
      }
      if (!plain && longest * 2 < first.length) {
        for (const reading of readings) {
          const parts = unglue(index, reading);
          if (parts === null) continue;
          for (const part of parts) {
            const stems: number[] = [];
            written(index, part, (stem) => stems.push(stem));
            inside.push(gather(stems, ++turn));
          }
          break;
        }
      }
      turn++;
      known = { sure: gather(exact, turn), typos: gather(typos, turn), guessed: gather(guessed, turn), parts: inside, plain, tongue };
      if (lexicon.remembered.size >= remember) lexicon.remembered.clear();
      if (!/\d/.test(key)) lexicon.remembered.set(key, known);
    }
    if (known.tongue !== undefined) seen[known.tongue]++;
    if (known.sure.length > 0) mean(known.sure, at(false, false));
    if (known.typos.length > 0) mean(known.typos, at(true, false));
    if (known.guessed.length > 0) mean(known.guessed, at(true, true));
    known.parts.forEach((part, i) => mean(part, at(false, false, (i + 1) / 64)));
    // after an ordinary word only if no space stands between: `у,мру`
    const after = words[w + 1];
    if (after === undefined || (known.plain && /\s/.test(text.slice(word.end, after.start)))) continue;
    // a word broken by a space: the next words may complete it
    for (let pick = 0; pick < Math.min(readings.length, 2); pick++) {
      across(index, words, w, pick, (stem) => mean(meaning(stem), at(false, false, 63 / 64)));
    }
  }
  const byPlace = (a: Hit, b: Hit) => a.place - b.place;
  const unsure: (readonly Hit[] | undefined)[] = [];
  for (const { concept, pattern } of lexicon.derived) {
    if (!hasAll(strong, pattern.needs)) continue;
    const found = [...matches({ words, strong, all: unsure, seen }, pattern, false)];
    if (found.length === 0) continue;
    for (const one of [concept, ...parents[concept]!]) {
      const before = strong[one]?.at(-1)?.place ?? -1;
      for (const { place, end, from, typo } of found) enter(one, { place, end, word: from, typo, weak: false });
      if (found[0]!.place < before) strong[one]!.sort(byPlace);
    }
  }
  const all = strong.slice();
  for (const [concept, list] of weak) all[concept] = [...list, ...(strong[concept] ?? [])].sort(byPlace);
  // phrases that lean on a guess are a guess
  for (const { concept, pattern } of lexicon.derived) {
    if (!hasAll(all, pattern.needs) || !pattern.needs.some((need) => weak.has(need))) continue;
    for (const { place, end, from, guesses } of matches({ words, strong, all, seen }, pattern, true)) {
      if (guesses === 0) continue;
      for (const one of [concept, ...parents[concept]!]) {
        all[one] = [...(all[one] ?? []), { place, end, word: from, typo: true, weak: true }].sort(byPlace);
      }
    }
  }
  return { words, strong, all, seen };
}

function hasAll(lists: readonly (readonly Hit[] | undefined)[], needs: readonly number[]): boolean {
  for (let i = 0; i < needs.length; i++) if (lists[needs[i]!] === undefined) return false;
  return true;
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
  readonly typo: boolean;
}

/** Where one ordered group is fulfilled. */
function spansOf(lists: readonly (readonly Hit[])[], group: Pattern['groups'][number]): Span[] {
  const out: Span[] = [];
  const follow = (at: number, last: Hit, start: Hit, guesses: number, typo: boolean): boolean => {
    const element = group[at];
    if (element === undefined) {
      out.push({ place: start.place, end: last.end, from: start.word, to: last.word, guesses, typo });
      return true;
    }
    const list = lists[at]!;
    for (let i = firstFrom(list, last.end + 1 / 128); i < list.length && list[i]!.place <= last.end + element.after + 1.5; i++) {
      const hit = list[i]!;
      if (follow(at + 1, hit, start, guesses + Number(hit.weak), typo || hit.typo)) return true;
    }
    return false;
  };
  for (const hit of lists[0]!) follow(1, hit, hit, Number(hit.weak), hit.typo);
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
  // what lightens must be written plainly; a likeness does not excuse
  for (let at = firstFrom(list, from); at < list.length && list[at]!.place <= to; at++) if (!list[at]!.typo) return true;
  return false;
}

/**
 * The first place where a pattern is fulfilled: surely, or with one guess.
 * `among`: the text speaks of people, so that a single mistyped word may be meant.
 */
export function matchOf(hits: Hits, pattern: Pattern, among: boolean): (Match & { readonly sure: boolean }) | null {
  let sure = true;
  let guesses = false;
  for (const concept of pattern.needs) {
    const all = hits.all[concept];
    if (all === undefined) return null;
    const strong = hits.strong[concept];
    if (strong === undefined) sure = false;
    if (strong !== all) guesses = true;
  }
  if (sure) {
    for (const span of matches(hits, pattern, false)) {
      // alone, a word with a typo proves nothing unless it is long
      if (pattern.elements === 1 && hits.words[span.from]!.readings[0]!.length < 8 && isTypo(hits, pattern, span)) continue;
      return { from: span.from, to: span.to, sure: true };
    }
    guesses = guesses || pattern.elements === 1;
  }
  if (!guesses) return null;
  for (const span of matches(hits, pattern, true)) {
    if (pattern.elements === 1 && (!among || hits.words[span.from]!.readings[0]!.length < 6)) continue;
    return { from: span.from, to: span.to, sure: false };
  }
  return null;
}

const isTypo = (hits: Hits, pattern: Pattern, { place }: Span): boolean =>
  hits.strong[pattern.needs[0]!]!.some((hit) => hit.place === place && hit.typo);

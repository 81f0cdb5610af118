/** Where in a text each concept occurs. */
import { wordsOf } from './fold.ts';
import type { Compiled, Tongue } from './patterns.ts';
import { canHold, matches, type Hit, type Hits } from './matching.ts';
import { across, heard, mistyped, unglue, written } from './stems.ts';

/** Words whose concepts are kept for the next text: single words alone, in memory, and never with digits. */
const remember = 8000;

const byPlace = (a: Hit, b: Hit): number => a.place - b.place;

export function hitsIn(lexicon: Compiled, text: string): Hits {
  const words = wordsOf(text);
  const { index, parents } = lexicon;
  const strong: (Hit[] | undefined)[] = new Array<undefined>(lexicon.concepts).fill(undefined);
  const weak = new Map<number, Hit[]>();
  const seen: Record<Tongue, number> = { kk: 0, ru: 0, en: 0, any: 0 };

  const enter = (concept: number, hit: Hit) => {
    const list = hit.guesses > 0 ? weak.get(concept) : strong[concept];
    if (list === undefined) {
      if (hit.guesses > 0) weak.set(concept, [hit]);
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
      mean(sign, { place, end: place, from: w, to: w, typo: false, guesses: 0 });
      for (const concept of sign) mean(parents[concept]!, { place, end: place, from: w, to: w, typo: false, guesses: 0 });
      continue;
    }
    const at = (typo: boolean, guesses: number, inner = 0): Hit => ({ place: place + inner, end: place + inner, from: w, to: w, typo, guesses });
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
    if (known.sure.length > 0) mean(known.sure, at(false, 0));
    if (known.typos.length > 0) mean(known.typos, at(true, 0));
    if (known.guessed.length > 0) mean(known.guessed, at(true, 1));
    known.parts.forEach((part, i) => mean(part, at(false, 0, (i + 1) / 64)));
    // after an ordinary word only if no space stands between: `у,мру`
    const after = words[w + 1];
    if (after === undefined || (known.plain && /\s/.test(text.slice(word.end, after.start)))) continue;
    // a word broken by a space: the next words may complete it
    for (let pick = 0; pick < Math.min(readings.length, 2); pick++) {
      across(index, words, w, pick, (stem) => mean(meaning(stem), at(false, 0, 63 / 64)));
    }
  }
  const hits: Hits = { words, strong, weak, merged: new Map(), seen };
  for (const { concept, pattern } of lexicon.derived) {
    if (!canHold(hits, pattern, false)) continue;
    const found = [...matches(hits, pattern, false)];
    if (found.length === 0) continue;
    for (const one of [concept, ...parents[concept]!]) {
      const before = strong[one]?.at(-1)?.place ?? -1;
      for (const hit of found) enter(one, hit);
      if (found[0]!.place < before) strong[one]!.sort(byPlace);
    }
  }
  // phrases that lean on a guess are a guess
  const leaning = new Set<number>();
  for (const concept of weak.keys()) for (const i of lexicon.derivedFrom.get(concept) ?? []) leaning.add(i);
  for (const i of [...leaning].sort((a, b) => a - b)) {
    const { concept, pattern } = lexicon.derived[i]!;
    if (!canHold(hits, pattern, true)) continue;
    const found = [...matches(hits, pattern, true)].filter(({ guesses }) => guesses > 0);
    if (found.length === 0) continue;
    for (const one of [concept, ...parents[concept]!]) {
      const list = weak.get(one) ?? [];
      for (const hit of found) list.push(hit);
      weak.set(one, list.sort(byPlace));
      hits.merged.delete(one);
    }
  }
  return hits;
}

/** Adds up cues that stand near each other. What no rule knows may still be plainly about harm. */
import type { Danger } from '#kernel/procedures/declare.ts';
import type { Hits } from './matching.ts';
import type { CueClass } from './lexicon/cues.ts';

/** Words that belong together: cues farther apart than this are not added up. */
const span = 16;
/** Points that mean harm. Found on the development corpus: higher loses dangerous texts, lower marks ordinary ones. */
const enough = 4;
const reach = 6;
/** Innocent words looked at: enough for any letter, and keeps the time linear. */
const most = 50;

export interface CueFinding {
  readonly from: number;
  readonly to: number;
  readonly points: number;
  readonly danger: Danger;
  readonly topic: string | undefined;
}

/** The stretch of the text with the most points, if they are enough and one of its cues is grave. */
export function cuesIn(hits: Hits, classes: readonly (CueClass & { readonly number: number })[]): CueFinding | null {
  const innocent = classes.filter(({ first }) => first < 0).flatMap(({ number, first }) => (hits.strong[number] ?? []).map(({ place }) => ({ place, first })));
  const seen: { place: number; word: number; kind: number }[] = [];
  const counted = new Map<number, number>();
  classes.forEach(({ number, first, grave }, kind) => {
    if (first < 0) return;
    for (const { place, from: word, typo } of hits.strong[number] ?? []) {
      // one and the same person is not both who harms and who is harmed
      const before = counted.get(word);
      if (typo || (!grave && before !== undefined)) continue;
      counted.set(word, kind);
      seen.push({ place, word, kind });
    }
  });
  seen.sort((a, b) => a.place - b.place);
  const counts = new Int32Array(classes.length);
  const lastWord = new Int32Array(classes.length).fill(-1);
  let best: CueFinding | null = null;
  let left = 0;
  const shift = (at: number, by: number) => {
    counts[seen[at]!.kind]! += by;
  };
  for (let right = 0; right < seen.length; right++) {
    const { place, word, kind } = seen[right]!;
    // one word counts once in a class
    if (lastWord[kind] === word) {
      seen[right]!.kind = classes.length;
    } else {
      lastWord[kind] = word;
      shift(right, 1);
    }
    while (seen[left]!.place < place - span) {
      if (seen[left]!.kind < classes.length) shift(left, -1);
      left++;
    }
    let points = 0;
    let heaviest = 0;
    let topic: string | undefined;
    let vital = false;
    classes.forEach((cue, i) => {
      const own = (counts[i]! > 0 ? cue.first : 0) + (counts[i]! > 1 ? cue.second : 0);
      points += own;
      if (cue.grave && own > heaviest) {
        heaviest = own;
        topic = cue.topic;
        vital = cue.vital ?? false;
      }
    });
    if (heaviest === 0 || points < enough) continue;
    // innocent company lightens the words around it, before and after
    const from = seen[left]!.place - reach;
    if (innocent.length > 0) points += Math.min(0, ...innocent.slice(0, most).map((one) => (one.place >= from && one.place <= place + reach ? one.first : 0)));
    if (points >= enough && (best === null || points > best.points)) {
      best = { from: seen[left]!.word, to: word, points, topic, danger: vital ? 3 : 2 };
    }
  }
  return best;
}

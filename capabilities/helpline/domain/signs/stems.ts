/**
 * An index of stems that finds, for a word, every stem it begins with (or is), as typed, as it sounds, and with typos.
 */
import { hidden, soundOf } from './fold.ts';
import { buildNear, nearTo, type Near } from './near.ts';

export interface Stem {
  readonly form: string;
  /** True: words that begin with it. False: the whole word alone. */
  readonly prefix: boolean;
  /** Matched only as written: no typos, no likeness of sound (көлгім is not өлгім). */
  readonly strict: boolean;
  /** A typo is looked for though it has but three letters. */
  readonly loose: boolean;
  /** What it stands for; numbers of concepts. */
  readonly means: readonly number[];
}

interface Trie {
  readonly next: Int32Array;
  readonly whole: readonly (readonly number[] | undefined)[];
  readonly begin: readonly (readonly number[] | undefined)[];
}

export interface StemIndex {
  readonly stems: readonly Stem[];
  readonly written: Trie;
  readonly heard: Trie;
  readonly signs: ReadonlyMap<string, readonly number[]>;
  readonly codes: readonly Uint8Array[];
  readonly masks: Float64Array;
  readonly near: Near;
  /** Scratch: the turn in which a stem was last tried; the last cell counts turns. */
  readonly tried: Int32Array;
}

const alphabet = ' абвгдежзиклмнопрстуфхцчшыюяabcdefghijklmnopqrstuvwxyz0123456789';
const width = 72;
const table = new Uint8Array(0x500);
for (let i = 1; i < alphabet.length; i++) table[alphabet.charCodeAt(i)] = i;
const unknown = alphabet.length;
const wild = alphabet.length + 1;
table[hidden.charCodeAt(0)] = wild;

const codeAt = (word: string, at: number): number => {
  const char = word.charCodeAt(at);
  return (char < 0x500 ? table[char]! : 0) || unknown;
};
const encode = (word: string): Uint8Array => Uint8Array.from({ length: word.length }, (_, i) => codeAt(word, i));
/** 32 letters' presence; letters of two scripts share a bit, which only makes the prefilter laxer. */
const maskOf = (codes: Uint8Array, length = codes.length): number => {
  let mask = 0;
  for (let i = 0; i < length; i++) mask |= 1 << (codes[i]! & 31);
  return mask;
};
const bits = (mask: number): number => {
  let n = 0;
  for (let m = mask; m !== 0; m &= m - 1) n++;
  return n;
};

function buildTrie(entries: readonly { codes: Uint8Array; prefix: boolean; stem: number }[]): Trie {
  const rows: Int32Array[] = [new Int32Array(width)];
  const whole: (number[] | undefined)[] = [];
  const begin: (number[] | undefined)[] = [];
  for (const { codes, prefix, stem } of entries) {
    let node = 0;
    for (const code of codes) {
      const row = rows[node]!;
      if (row[code] === 0) {
        row[code] = rows.length;
        rows.push(new Int32Array(width));
      }
      node = row[code]!;
    }
    const list = prefix ? begin : whole;
    list[node] = [...(list[node] ?? []), stem];
  }
  const next = new Int32Array(rows.length * width);
  rows.forEach((row, i) => next.set(row, i * width));
  return { next, whole, begin };
}

/** Edits allowed in a stem of this length; stems of four letters count, but only weakly. */
const editsIn = (length: number): number => (length >= 9 ? 2 : length >= 4 ? 1 : 0);
export function indexStems(stems: readonly Stem[]): StemIndex {
  const words = stems.filter((stem) => codeAt(stem.form, 0) !== unknown);
  const signs = new Map(stems.filter((s) => codeAt(s.form, 0) === unknown).map((s) => [s.form, s.means] as const));
  const codes = words.map((stem) => encode(stem.form));
  const near = buildNear(
    codes.flatMap((code, stem) => {
      const { strict, loose } = words[stem]!;
      return strict || (!loose && editsIn(code.length) === 0) ? [] : [{ codes: code, stem }];
    }),
  );
  return {
    stems: words,
    written: buildTrie(words.map(({ prefix }, stem) => ({ codes: codes[stem]!, prefix, stem }))),
    heard: buildTrie(
      words.flatMap(({ form, prefix, strict }, stem) =>
        strict || form.length < 5 || codes[stem]![0]! > 30 ? [] : [{ codes: encode(soundOf(form)), prefix, stem }],
      ),
    ),
    signs,
    codes,
    masks: Float64Array.from(codes, (code) => maskOf(code)),
    near,
    tried: new Int32Array(words.length + 1),
  };
}

/** Follows a word in which letters are hidden: each `*` is any letter, or none. */
function guess(trie: Trie, word: string, at: number, node: number, found: (stem: number, length: number) => void): void {
  if (at === word.length) {
    for (const stem of trie.whole[node] ?? []) found(stem, at);
    return;
  }
  if (at > 0) for (const stem of trie.begin[node] ?? []) if (word.lastIndexOf(hidden) < at) found(stem, at);
  if (word[at] !== hidden) {
    const next = trie.next[node * width + codeAt(word, at)]!;
    if (next !== 0) guess(trie, word, at + 1, next, found);
    return;
  }
  guess(trie, word, at + 1, node, found);
  if (word.indexOf(hidden) < at && word.slice(0, at).split(hidden).length > 3) return;
  for (let code = 1; code < width; code++) {
    const next = trie.next[node * width + code]!;
    if (next !== 0) guess(trie, word, at + 1, next, found);
  }
}

/** Follows a word from a node; calls `found` for every stem; gives the node at its end, or -1. */
function walk(trie: Trie, word: string, from: number, found: (stem: number, length: number) => void): number {
  let node = from;
  for (let i = 0; i < word.length; i++) {
    node = trie.next[node * width + codeAt(word, i)]!;
    if (node === 0) return -1;
    const begun = trie.begin[node];
    if (begun !== undefined) for (const stem of begun) found(stem, i + 1);
  }
  const ended = trie.whole[node];
  if (ended !== undefined) for (const stem of ended) found(stem, word.length);
  return node;
}

/** Stems that a word is or begins with. */
export function written(index: StemIndex, word: string, found: (stem: number, length: number) => void): void {
  if (word.includes(hidden)) guess(index.written, word, 0, 0, (stem, length) => length >= 3 && found(stem, length));
  else walk(index.written, word, 0, found);
}
export const heard = (index: StemIndex, word: string, found: (stem: number, length: number) => void): void => {
  walk(index.heard, soundOf(word), 0, found);
};

/** Stems that begin in word `at` and end in one of the three after it: `изби вают`. `pick` chooses the reading. */
export function across(
  index: StemIndex,
  words: readonly { readonly readings: readonly string[] }[],
  at: number,
  pick: number,
  found: (stem: number) => void,
): void {
  let node = 0;
  const { next, whole, begin } = index.written;
  for (let w = at; w < words.length && w < at + 4; w++) {
    const { readings } = words[w]!;
    const word = readings[pick] ?? readings[0]!;
    for (let i = 0; i < word.length; i++) {
      node = next[node * width + codeAt(word, i)]!;
      if (node === 0) return;
      const begun = w > at ? begin[node] : undefined;
      if (begun !== undefined) for (const stem of begun) if (index.codes[stem]!.length >= 5 || (index.codes[stem]!.length === 4 && i === word.length - 1)) found(stem);
    }
    const ended = w > at ? whole[node] : undefined;
    if (ended !== undefined) for (const stem of ended) if (index.codes[stem]!.length >= 4 || index.stems[stem]!.loose) found(stem);
  }
}

const rows = [new Int16Array(64), new Int16Array(64), new Int16Array(64)];
/** Damerau distance (optimal string alignment) of a stem to a word or to the word's best beginning; > most means too far. */
function distance(stem: Uint8Array, word: ArrayLike<number>, wordLength: number, prefix: boolean, most: number): number {
  const columns = Math.min(wordLength, stem.length + most);
  if (!prefix && Math.abs(wordLength - stem.length) > most) return most + 1;
  let [before, above, row] = rows as [Int16Array, Int16Array, Int16Array];
  for (let c = 0; c <= columns; c++) above[c] = c;
  for (let r = 1; r <= stem.length; r++) {
    row[0] = r;
    let least = r;
    for (let c = 1; c <= columns; c++) {
      const same = stem[r - 1] === word[c - 1] || word[c - 1] === wild;
      let cost = Math.min(above[c]! + 1, row[c - 1]! + 1, above[c - 1]! + (same ? 0 : 1));
      if (r > 1 && c > 1 && stem[r - 1] === word[c - 2] && stem[r - 2] === word[c - 1]) cost = Math.min(cost, before[c - 2]! + 1);
      row[c] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, above, row] = [above, row, before];
  }
  if (!prefix) return above[columns]!;
  let best = most + 1;
  for (let c = 0; c <= columns; c++) if (above[c]! < best) best = above[c]!;
  return best;
}

const wordCodes = new Uint8Array(64);
/**
 * Stems that a word is, or begins with, but for typos: one in five letters or more, two in nine or more.
 * `weak`: short, so that the likeness may be chance; a guess that must not stand alone.
 */
export function mistyped(index: StemIndex, word: string, found: (stem: number, weak: boolean) => void): void {
  const length = Math.min(word.length, 60);
  if (length < 2) return;
  let blots = 0;
  for (let i = 0; i < length; i++) {
    wordCodes[i] = codeAt(word, i);
    if (wordCodes[i] === wild) blots++;
  }
  const whole = maskOf(wordCodes, Math.min(length, 20));
  const { codes, masks, stems, tried } = index;
  const turn = ++tried[stems.length]!;
  nearTo(index.near, wordCodes, length, (stem) => {
    if (tried[stem] === turn) return;
    tried[stem] = turn;
    const code = codes[stem]!;
    const edits = Math.max(1, editsIn(code.length));
    if (length < code.length - edits || bits(masks[stem]! & ~whole) > edits + blots) return;
    const { prefix, loose } = stems[stem]!;
    if (length === 2 && !loose) return;
    // of a long word four letters say too little
    if (code.length <= 4 && length > (prefix ? code.length + 4 : 5)) return;
    // a short beginning with a typo in a long word is another word: балта*, басталысымен
    if (prefix && code.length <= 6 && length > code.length + 4) return;
    const far = distance(code, wordCodes, length, prefix, edits);
    if (far <= edits) found(stem, far > 1 || code.length < 6 || length < 6);
  });
}

/** Words of one or two letters that may be a piece of a glued word. */
const small = new Set(['я', 'не', 'на', 'из', 'мы', 'он', 'до', 'у', 'i', 'to', 'me', 'my', 'of', 'in']);

/** Splits a glued word (`нехочужить`) into stems that cover nearly all of it; null where it cannot be. */
export function unglue(index: StemIndex, word: string): string[] | null {
  const n = word.length;
  if (n < 7 || n > 60) return null;
  const cost = new Int16Array(n + 1).fill(999);
  const step = new Int16Array(n + 1);
  const known = new Uint8Array(n + 1);
  cost[n] = 0;
  const { next, whole, begin } = index.written;
  for (let at = n - 1; at >= 0; at--) {
    let node = 0;
    for (let to = at; to < n; to++) {
      node = next[node * width + codeAt(word, to)]!;
      if (node === 0) break;
      const size = to - at + 1;
      const piece = size >= 3 || small.has(word.slice(at, to + 1));
      const most = begin[node] !== undefined && size >= 4 ? 3 : whole[node] !== undefined && piece ? 0 : -1;
      for (let extra = 0; extra <= most && to + 1 + extra <= n; extra++) {
        // each piece costs a little, so that the fewest and longest win
        const total = cost[to + 1 + extra]! + 4 * extra + (size === 1 ? 4 : 1);
        if (total < cost[at]!) {
          cost[at] = total;
          step[at] = size + extra;
          known[at] = size;
        }
      }
    }
  }
  if (cost[0]! >= 999) return null;
  const out: string[] = [];
  let covered = 0;
  for (let at = 0; at < n; at += step[at]!) {
    out.push(word.slice(at, at + step[at]!));
    covered += known[at]!;
  }
  const long = out.filter((piece) => piece.length >= 3).length;
  return long >= 2 && out.length * 3 <= n && covered * 20 >= n * 17 ? out : null;
}

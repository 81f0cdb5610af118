/**
 * Finds stems within a few typos of a word, quickly.
 * Stems of four to eight letters (one typo) are kept under themselves and under each form with a letter left out; a word is
 * looked up the same way. Stems of nine or more (two typos) are kept under their thirds: one of three stands unharmed.
 */
const bits = 17;
const size = 1 << bits;
const mask = size - 1;
const most = 9;

export interface Near {
  /** Hash of a form to the first link of its chain; 0 is none. */
  readonly heads: Int32Array;
  readonly stems: readonly number[];
  readonly nexts: readonly number[];
}

const step = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193) + 0x9e3779b9;
const seed = 0x811c9dc5 | 0;
const slot = (hash: number): number => (hash ^ (hash >>> 15)) & mask;

/** Calls `use` with the hash of every beginning of a word, whole and with one letter left out. */
function forms(codes: ArrayLike<number>, length: number, wholeOnly: boolean, use: (hash: number) => void): void {
  const reach = Math.min(length, most);
  let begun = seed;
  for (let skip = 0; skip <= reach; skip++) {
    if (!wholeOnly && skip >= 2 && skip < most) use(begun);
    let hash = begun;
    for (let i = skip + 1; i < reach; i++) {
      hash = step(hash, codes[i]!);
      if (wholeOnly ? i === length - 1 : i >= 2) use(hash);
    }
    if (skip < reach) begun = step(begun, codes[skip]!);
  }
  if (wholeOnly) {
    use(begun);
    // the last letter left out
    let hash = seed;
    for (let i = 0; i < length - 1; i++) hash = step(hash, codes[i]!);
    use(hash);
  }
}

const thirds = (length: number): readonly (readonly [number, number])[] =>
  [0, 1, 2].map((i) => {
    const from = Math.floor((length * i) / 3);
    return [from, Math.floor((length * (i + 1)) / 3) - from] as const;
  });

function pieceHash(codes: ArrayLike<number>, from: number, length: number): number {
  let hash = seed + length;
  for (let i = 0; i < length; i++) hash = step(hash, codes[from + i]!);
  return hash;
}

export function buildNear(entries: readonly { readonly codes: Uint8Array; readonly stem: number }[]): Near {
  const heads = new Int32Array(size);
  const stems: number[] = [-1];
  const nexts: number[] = [0];
  const put = (hash: number, stem: number) => {
    const at = slot(hash);
    if (heads[at] !== 0 && stems[heads[at]!] === stem) return;
    stems.push(stem);
    nexts.push(heads[at]!);
    heads[at] = stems.length - 1;
  };
  for (const { codes, stem } of entries) {
    if (codes.length < most) forms(codes, codes.length, true, (hash) => put(hash, stem));
    else for (const [from, length] of thirds(codes.length)) put(pieceHash(codes, from, length), stem);
  }
  return { heads, stems, nexts };
}

/** Calls `candidate` for stems that may be near; many twice, and some that are not near at all. */
export function nearTo(near: Near, codes: ArrayLike<number>, length: number, candidate: (stem: number) => void): void {
  const { heads, stems, nexts } = near;
  const chain = (hash: number) => {
    for (let at = heads[slot(hash)]!; at !== 0; at = nexts[at]!) candidate(stems[at]!);
  };
  forms(codes, length, false, chain);
  if (length < 7) return;
  for (let from = 0; from < length - 2 && from < 14; from++) {
    for (let piece = 3; piece <= 5 && from + piece <= length; piece++) chain(pieceHash(codes, from, piece));
  }
}

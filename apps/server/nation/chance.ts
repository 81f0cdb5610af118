/** Chance that a seed gives again: the same words, the same draws, on every machine. */
import { createHash } from 'node:crypto';

/** The next number, from 0 up to but not 1. */
export type Chance = () => number;

/**
 * A stream of its own for each label (sfc32, 128 bits of state). Streams of a generator with 32 bits would run over each
 * other: two villages would hold the same families.
 */
export function chance(seed: string, label: string): Chance {
  const start = createHash('sha256').update(`${seed}/${label}`).digest();
  let a = start.readUInt32LE(0);
  let b = start.readUInt32LE(4);
  let c = start.readUInt32LE(8);
  let d = start.readUInt32LE(12);
  return () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return (t >>> 0) / 4_294_967_296;
  };
}

/** A whole number from `from` to `to`, both possible. */
export const between = (draw: Chance, from: number, to: number): number => from + Math.floor(draw() * (to - from + 1));

/** One of them, each as likely. */
export function oneOf<T>(draw: Chance, values: readonly T[]): T {
  const value = values[Math.floor(draw() * values.length)];
  if (value === undefined) throw new Error('nothing to choose from');
  return value;
}

/** Values with weights: drawing takes the same time however many there are (Walker's alias method). */
export interface Weighted<T> {
  readonly values: readonly T[];
  draw(chance: Chance): T;
}

/** Throws where there is nothing with a weight. */
export function weighted<T>(values: readonly T[], weights: readonly number[]): Weighted<T> {
  const n = values.length;
  const sum = weights.reduce((a, b) => a + b, 0);
  if (n === 0 || n !== weights.length || !(sum > 0)) throw new Error('weights and values must be as many, and some weight above 0');
  const keep = Float64Array.from(weights, (w) => (w * n) / sum);
  const other = Uint32Array.from(weights, (_, i) => i);
  const small: number[] = [];
  const large: number[] = [];
  keep.forEach((k, i) => (k < 1 ? small : large).push(i));
  while (small.length > 0 && large.length > 0) {
    const s = small.pop() as number;
    const l = large.at(-1) as number;
    other[s] = l;
    keep[l] = (keep[l] as number) - (1 - (keep[s] as number));
    if ((keep[l] as number) < 1) small.push(large.pop() as number);
  }
  for (const i of [...small, ...large]) keep[i] = 1;
  return {
    values,
    draw: (draw) => {
      const at = draw() * n;
      const i = Math.floor(at);
      return values[at - i < (keep[i] as number) ? i : (other[i] as number)] as T;
    },
  };
}

/** Of a plain table, value to weight. */
export const weightedOf = <K extends string>(table: Readonly<Record<K, number>>): Weighted<K> =>
  weighted(Object.keys(table) as K[], Object.values(table));

/** Weights that fall like those of names do: the first is most frequent, the tail is long. */
export const zipf = (n: number, shift: number, power: number): number[] => Array.from({ length: n }, (_, i) => (i + 1 + shift) ** -power);

/** The same values in an order of chance. */
export function shuffled<T>(draw: Chance, values: readonly T[]): T[] {
  const list = [...values];
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = Math.floor(draw() * (i + 1));
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
  return list;
}

const hex = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'));
const pair = (n: number, shift: number): string => hex[(n >>> shift) & 255] as string;

/** A UUID of version 8 (RFC 9562) from the stream. */
export function uuidFrom(draw: Chance): string {
  const a = (draw() * 4_294_967_296) >>> 0;
  const b = (draw() * 4_294_967_296) >>> 0;
  const c = (draw() * 4_294_967_296) >>> 0;
  const d = (draw() * 4_294_967_296) >>> 0;
  return (
    `${pair(a, 24)}${pair(a, 16)}${pair(a, 8)}${pair(a, 0)}-${pair(b, 24)}${pair(b, 16)}-8${(hex[(b >>> 8) & 255] as string)[1] ?? '0'}${pair(b, 0)}` +
    `-8${(hex[(c >>> 24) & 255] as string)[1] ?? '0'}${pair(c, 16)}-${pair(c, 8)}${pair(c, 0)}${pair(d, 24)}${pair(d, 16)}${pair(d, 8)}${pair(d, 0)}`
  );
}

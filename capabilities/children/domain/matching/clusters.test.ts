import { describe, expect, it } from 'vitest';
import { clusters } from './clusters.ts';

const groups = (rows: number, pairs: readonly (readonly [number, number, number])[]): number[][] =>
  clusters(rows, { one: Int32Array.from(pairs, (p) => p[0]), other: Int32Array.from(pairs, (p) => p[1]), bits: Float64Array.from(pairs, (p) => p[2]) }, { least: 5, most: 10, unmet: -3 });

describe('groups', () => {
  it('take in what is one with a third', () => {
    expect(groups(4, [[0, 1, 9], [1, 2, 8]])).toEqual([[0, 1, 2], [3]]);
  });
  it('are not joined by one pair when the others between them speak against it', () => {
    expect(groups(4, [[0, 1, 9], [2, 3, 9], [1, 2, 6], [0, 2, -8], [0, 3, -8], [1, 3, -8]])).toEqual([[0, 1], [2, 3]]);
  });
  it('are not begun by a pair below the threshold', () => {
    expect(groups(2, [[0, 1, 4]])).toEqual([[0], [1]]);
  });
});

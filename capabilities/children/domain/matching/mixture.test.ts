/** Whether EM finds again what the pairs were made by, and whether its probabilities mean what they say. */
import { describe, expect, it } from 'vitest';
import { gatherPatterns, learn, probability, settled, type PairClass } from './mixture.ts';
import { thresholds } from './thresholds.ts';

const table = (...likely: number[]): Float64Array => settled(Float64Array.from([0, ...likely]));
const truth: readonly PairClass[] = [
  { name: 'one', share: 0.1, tables: [table(0.9, 0.1), table(0.8, 0.2), table(0.95, 0.05), table(0.9, 0.1)] },
  { name: 'strangers', share: 0.6, tables: [table(0.05, 0.95), table(0.1, 0.9), table(0.02, 0.98), table(0.3, 0.7)] },
  // Neighbours share two fields and nothing else: an independent count of these would take them for one.
  { name: 'neighbours', share: 0.3, tables: [table(0.97, 0.03), table(0.97, 0.03), table(0.02, 0.98), table(0.3, 0.7)] },
];

function drawn(pairs: number): { readonly levels: Uint8Array; readonly kinds: Uint8Array } {
  let state = 7;
  const chance = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const levels = new Uint8Array(pairs * 4);
  const kinds = Uint8Array.from({ length: pairs }, (_, p) => {
    const c = chance();
    const kind = c < 0.1 ? 0 : c < 0.7 ? 1 : 2;
    truth[kind]!.tables.forEach((t, f) => (levels[p * 4 + f] = chance() < t[1]! ? 1 : 2));
    return kind;
  });
  return { levels, kinds };
}

describe('what is learnt without the truth', () => {
  const { levels, kinds } = drawn(200_000);
  const start = truth.map((c, i) => ({ ...c, share: 1 / 3, tables: c.tables.map((_, f) => (i === 0 ? table(0.8, 0.2) : i === 2 && f < 2 ? table(0.9, 0.1) : table(0.2, 0.8))) }));
  const patterns = gatherPatterns(levels, 4);
  const classes = learn(patterns, start, { rounds: 500, prior: 1 });

  it('is near to what the pairs were made by', () => {
    classes.forEach((c, i) => {
      expect(c.share).toBeCloseTo(truth[i]!.share, 1);
      c.tables.forEach((t, f) => expect(Math.abs(t[1]! - truth[i]!.tables[f]![1]!), `${c.name} ${f}`).toBeLessThan(0.06));
    });
  });

  it('gives probabilities that come true', () => {
    const byTenth = Array.from({ length: 10 }, () => ({ said: 0, one: 0 }));
    kinds.forEach((kind, p) => {
      const said = probability(classes, levels, p * 4);
      const tenth = byTenth[Math.min(9, Math.floor(said * 10))]!;
      tenth.said += said;
      tenth.one += kind === 0 ? 1 : 0;
    });
    expect(byTenth.reduce((sum, { said, one }) => sum + Math.abs(said - one), 0) / kinds.length).toBeLessThan(0.02);
  });

  it('says nothing about what is not said', () => {
    const unsaid = Uint8Array.from([0, 0, 0, 0]);
    expect(probability(classes, unsaid)).toBeCloseTo(classes[0]!.share, 9);
  });
});

describe('thresholds', () => {
  it('bear no more false pairs and lose no more true ones than was said', () => {
    const chances = Float64Array.from([0.999, 0.98, 0.7, 0.2, 0.01]);
    const counts = Float64Array.from([1_000, 100, 10, 50, 10_000]);
    const { same, look } = thresholds(chances, counts, 0.006, 0.2);
    expect([same, look]).toEqual([0.7, 0.7]);
    expect(thresholds(chances, counts, 0.002, 0.01)).toEqual({ same: 0.999, look: 0.01 });
    expect(thresholds(chances, counts, 0, 0)).toMatchObject({ same: 1 });
  });
});

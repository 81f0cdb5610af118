/**
 * Promise 1 by walking at random: every procedure, all roles, nights, weekends and holidays. Seeded, so that a
 * failure comes again; QORGAN_WALK_SEED walks elsewhere.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asker, Requests } from '#cap/referrals/testing.ts';
import { registry } from '#kernel/procedures/registry.ts';
import { kernelTexts } from '#kernel/texts/texts.ts';
import type { Texts } from '#kernel/texts/text.ts';
import { allCapabilities } from './capabilities.ts';
import { newTally, walk } from './walk.ts';

const seed = Number(process.env.QORGAN_WALK_SEED ?? 20261122);
const walks = 220;
/** Walks that follow, elsewhere, where something has not come to its end yet: with many procedures a seldom one may need them. */
const further = { walks: 60, rounds: 4 };
const length = 130;
const wanted = 10_000;

const capabilities = await allCapabilities();
// Referrals are opened by what others ask. Until cases ask, somebody else does.
const all = [...capabilities, ...(capabilities.some((c) => c.name === 'cases') ? [] : [asker(Requests)])];
const registered = registry(all);
const texts: Texts = Object.assign({}, kernelTexts, ...all.map((c) => c.texts)) as Texts;
const procedures = registered.procedures.map((p) => p.id);
const sorted = (map: ReadonlyMap<string, number>) => Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));

describe('walks at random', () => {
  const tally = newTally();
  const ended = (procedure: string): boolean => [...tally.ended.keys()].some((end) => end.startsWith(`${procedure} `));

  it(
    'keep the first promise after every step',
    () => {
      const go = (from: number, numRuns: number): void =>
        fc.assert(
          fc.property(fc.gen(), (g) => void walk(g, { registry: registered, texts, tally, length })),
          { seed: from, numRuns, endOnFailure: true },
        );
      go(seed, walks);
      for (let round = 1; round <= further.rounds && !procedures.every(ended); round += 1) go(seed + round, further.walks);
      const steps = registered.procedures.flatMap((p) => Object.keys(p.steps).map((s) => `${p.id}.${s}`));
      const never = steps.filter((s) => !tally.done.has(s));
      const taken = tally.steps + tally.starts;
      console.log(
        `${taken} steps (${tally.starts} of them starts), ${tally.escalations} escalations, ${tally.checks} checks, seed ${seed}\n` +
          `refused: ${JSON.stringify(sorted(tally.refusals))}\nended: ${JSON.stringify(sorted(tally.ended))}\nnever taken: ${never.join(', ') || 'none'}`,
      );
      expect(taken).toBeGreaterThanOrEqual(wanted);
      expect(tally.escalations).toBeGreaterThan(0);
      // Walks that stay at the doors prove nothing of the rooms.
      expect(never.length / steps.length).toBeLessThan(0.25);
    },
    600_000,
  );

  it.each(procedures)('came through %s', (procedure) => {
    expect(tally.opened.get(procedure) ?? 0).toBeGreaterThan(0);
    expect(ended(procedure)).toBe(true);
  });
});

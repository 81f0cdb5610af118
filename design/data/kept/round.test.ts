import { describe, expect, it } from 'vitest';
import type { Kept } from './kept.ts';
import { goRound } from './round.ts';

const kept = (id: string, proceeding: string | null): Kept => ({
  id, appointment: 'a', at: '2026-11-23T05:00:00.000Z', bytes: null,
  value: { fileId: 'f', path: '/api/x', input: {}, pictureName: null, title: '', about: '', step: proceeding === null ? null : { proceeding, procedure: 'x', name: 'visit', sequence: 1, draft: {}, before: null } },
});

/** Sends what lies there; `fails` stays. `after`: is told of each that was sent. */
async function round(lying: readonly Kept[], { halted = [], fails = [], isOver = () => false, after = () => undefined }: { halted?: readonly string[]; fails?: readonly string[]; isOver?: () => boolean; after?: (id: string) => void }): Promise<readonly string[]> {
  const sent: string[] = [];
  await goRound({
    look: () => Promise.resolve(lying.filter((one) => !sent.includes(one.id) || fails.includes(one.id))),
    isHalted: (id) => halted.includes(id),
    send: (one) => {
      sent.push(one.id);
      after(one.id);
      return Promise.resolve(!fails.includes(one.id));
    },
    isOver,
  });
  return sent;
}

describe('a round of sending', () => {
  const lying = [kept('1', 'p'), kept('2', 'q'), kept('3', 'p'), kept('4', null)];

  it('takes each once, in order', async () => expect(await round(lying, {})).toEqual(['1', '2', '3', '4']));

  it('leaves what comes after something that stays, about the same child', async () => {
    expect(await round(lying, { fails: ['1'] })).toEqual(['1', '2', '4']);
    expect(await round(lying, { halted: ['1'] })).toEqual(['2', '4']);
  });

  it('ends with the page it was begun for: what is left is sent by whoever comes after', async () => {
    let left = false;
    const sent = await round(lying, { isOver: () => left, after: (id) => (left = id === '2') });
    expect(sent).toEqual(['1', '2']);
    expect(await round(lying, { isOver: () => true })).toEqual([]);
  });

  it('sends nothing more where the page went while it looked', async () => {
    let looks = 0;
    expect(await round(lying, { isOver: () => (looks += 1) > 1 })).toEqual([]);
  });
});

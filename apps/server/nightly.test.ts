import { describe, expect, it } from 'vitest';
import { plusMillis } from '#kernel/clock.ts';
import { nightly } from './nightly.ts';

/** 02:00 in Almaty. */
const two = '2026-11-29T21:00:00.000Z';
const hours = (n: number): number => n * 3_600_000;

function nights(at = '02:00', over: (since: string) => boolean | Error = () => false) {
  let now = two;
  const begun: string[] = [];
  const job = nightly({
    at, clock: () => now,
    ended: (since) => {
      const answer = over(since);
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    begin: () => begun.push(now),
  });
  return { begun, tick: (time: string): Promise<void> => ((now = time), job()) };
}

describe('the pass by night', () => {
  it('is begun once a night, at its hour', async () => {
    const n = nights();
    for (const time of [plusMillis(two, -1), two, plusMillis(two, 5_000), plusMillis(two, hours(3)), plusMillis(two, hours(22)), plusMillis(two, hours(24)), plusMillis(two, hours(24) + 5_000)]) await n.tick(time);
    expect(n.begun).toEqual([two, plusMillis(two, hours(24))]);
  });
  it('is begun by a server that comes up in the night, and left for the next by one that comes up in the day', async () => {
    const n = nights();
    await n.tick(plusMillis(two, hours(4)));
    expect(n.begun).toEqual([]);
    await n.tick(plusMillis(two, hours(24 + 3)));
    expect(n.begun).toEqual([plusMillis(two, hours(27))]);
  });
  it('is not begun where another server’s, or a person’s, ended this night', async () => {
    const asked: string[] = [];
    const n = nights('02:00', (since) => asked.push(since) > 0);
    await n.tick(plusMillis(two, 60_000));
    await n.tick(plusMillis(two, 65_000));
    expect([n.begun, asked]).toEqual([[], [two]]);
  });
  it('is tried again where the database did not answer', async () => {
    let down = true;
    const n = nights('02:00', () => (down ? new Error('down') : false));
    await expect(n.tick(two)).rejects.toThrow('down');
    down = false;
    await n.tick(plusMillis(two, 5_000));
    expect(n.begun).toEqual([plusMillis(two, 5_000)]);
  });
});

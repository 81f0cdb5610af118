import { describe, expect, it } from 'vitest';
import { isOver } from './device.ts';

describe('the sign-in on a device', () => {
  const until = '2026-11-30T12:00:00.000Z';
  const [before, after] = ['2026-11-30T11:59:59.000Z', '2026-11-30T12:00:00.000Z'];

  it('is over at its end, for a page that found it open and for one that did not', () => {
    for (const wasOpen of [true, false]) {
      expect(isOver({ until }, wasOpen, before)).toBe(false);
      expect(isOver({ until }, wasOpen, after)).toBe(true);
    }
  });

  it('is over for a page that had it open once another page has locked it, at whatever hour', () => {
    expect(isOver(undefined, true, before)).toBe(true);
    expect(isOver(undefined, true, after)).toBe(true);
  });

  it('is not over where there never was one: what is in memory there must not be lost', () => expect(isOver(undefined, false, after)).toBe(false));
});

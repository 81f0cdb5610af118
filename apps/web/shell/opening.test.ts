import { describe, expect, it } from 'vitest';
import { staysEnded } from './opening.ts';

describe('a sign-in that has ended in this page', () => {
  it('does not come back with the clock, nor with what was kept in another language', () => {
    for (const word of [1_000, 900, 0]) expect(staysEnded(1_000, word)).toBe(true);
  });
  it('comes back when the server has said anew who is signed in', () => expect(staysEnded(1_000, 1_001)).toBe(false));
  it('is open where nothing ended', () => expect(staysEnded(null, 0)).toBe(false));
});

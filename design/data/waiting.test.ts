import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waiting } from './waiting.ts';

describe('a queue of one', () => {
  it('has one under way, lets the newest wait, and does nothing twice in a row', () => {
    const line = waiting<string>();
    expect(line.take('н')).toBe('н');
    expect(line.take('ну')).toBeNull();
    expect(line.take('нур')).toBeNull();
    expect(line.done()).toBe('нур');
    expect(line.take('нур')).toBeNull();
    expect(line.done()).toBeNull();
    expect(line.take('нур')).toBe('нур');
  });

  it('in whatever order people type and servers answer: never two at once, and the last word is asked', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constant('done' as const)), { maxLength: 40 }), (events) => {
      const line = waiting<number>();
      let under: number | null = null;
      let last: number | null = null;
      for (const event of events) {
        if (event === 'done') {
          if (under === null) continue;
          under = line.done();
        } else {
          last = event;
          const begun = line.take(event);
          expect(begun === null).toBe(under !== null);
          under ??= begun;
        }
      }
      const asked = [under];
      while (under !== null) asked.push((under = line.done()));
      if (last !== null && asked[0] !== null) expect(asked).toContain(last);
    }));
  });
});

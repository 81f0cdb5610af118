import { describe, expect, it } from 'vitest';
import { answered } from './near.ts';

describe('an answer goes where the child stands', () => {
  it('at the top of a step, beside what was answered before', () => {
    expect(answered({ names: [], not: ['a'] }, '', { not: ['a', 'b'] })).toEqual({ names: [], not: ['a', 'b'] });
    expect(answered({ names: [] }, '', { child: 'a' })).toEqual({ names: [], child: 'a' });
  });
  it('in a list, and nowhere else', () => {
    const sent = { children: [{ name: 'А' }, { name: 'Б' }], summary: 's' };
    expect(answered(sent, '/children/1', { not: ['x'] })).toEqual({ children: [{ name: 'А' }, { name: 'Б', not: ['x'] }], summary: 's' });
    expect(answered({ child: { name: 'А' } }, '/child', { child: 'x' })).toEqual({ child: { name: 'А', child: 'x' } });
    expect(sent.children[1]).toEqual({ name: 'Б' });
  });
});

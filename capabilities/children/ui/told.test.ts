import { describe, expect, it } from 'vitest';
import type { ProceedingView, StoryLine } from '#kernel/contract.ts';
import type { ToldOf } from '../domain/views.ts';
import { knownSince, mostTold } from './told.ts';

const of = (id: string, openedAt: string, closedAt: string | null = null): ToldOf => ({
  id, procedure: 'cases.protection', title: '', label: '', stage: '', stageTitle: '', final: closedAt !== null, danger: 1, weighed: true, sequence: 1, due: null, openedAt, closedAt, worker: null,
});
const story = (...lines: readonly (readonly [number, string])[]): Pick<ProceedingView, 'story'> => ({
  story: lines.map(([sequence, at]) => ({ sequence, at }) as StoryLine),
});

describe('what is told of a child', () => {
  it('is what is open, then what ended last, eight matters at most', () => {
    const many = [of('old', '2026-01-01', '2026-02-01'), of('open', '2025-01-01'), of('late', '2025-06-01', '2026-09-01'), ...Array.from({ length: 9 }, (_, i) => of(`o${i}`, `2026-03-0${i + 1}`))];
    expect(mostTold(many).map((p) => p.id)).toEqual(['o8', 'o7', 'o6', 'o5', 'o4', 'o3', 'o2', 'o1']);
    expect(mostTold(many.slice(0, 3)).map((p) => p.id)).toEqual(['open', 'late', 'old']);
  });

  it('is whole from the last line on that has earlier ones behind it', () => {
    expect(knownSince([story([2, '2026-05-02'], [1, '2026-05-01'])])).toBe('');
    expect(knownSince([story([30, '2026-05-09'], [11, '2026-05-03']), story([25, '2026-05-08'], [6, '2026-04-01']), story([1, '2026-01-01']), story()])).toBe('2026-05-03');
  });
});

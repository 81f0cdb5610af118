import { describe, expect, it } from 'vitest';
import type { ProceedingView, StoryLine } from '#kernel/contract.ts';
import { prefill } from './prefill.ts';

/** An appeal of which all is known that an appeal can hold; `graded`: the operator noted words when he graded it. */
const view = (graded: boolean): ProceedingView => ({
  district: '194000000',
  records: { appeal: { category: 'violence', warnings: 'үйге хабарламау', placeWords: 'Есік, Абай 12', signs: { category: 'other' } } },
  story: graded ? [{ step: 'note', input: { text: 'басқа' } } as unknown as StoryLine, { step: 'grade', input: { note: 'анасы ұрады' } } as unknown as StoryLine] : [],
} as unknown as ProceedingView);

/** Which fields of each step ask for what the appeal may know already. */
const known: Readonly<Record<string, readonly string[]>> = {
  grade: ['category', 'warnings'],
  'route-case': ['district', 'summary'],
  'route-agency': ['district', 'summary'],
  'route-incident': ['district', 'summary'],
  'hand-over': ['where', 'what'],
};

describe('the forms of the desk', () => {
  it('ask nothing again that the appeal knows: 0', () => {
    const again = Object.entries(known).flatMap(([step, fields]) => fields.filter((field) => [undefined, ''].includes(prefill(view(true), step)[field] as string | undefined)).map((field) => `${step}.${field}`));
    expect(again).toEqual([]);
  });

  it('make up nothing where nothing is known', () => {
    expect(prefill(view(false), 'route-case')).toEqual({ district: '194000000' });
    expect(prefill({ ...view(false), district: null }, 'route-case')).toEqual({});
  });

  it('leave the urgency to a person', () => {
    expect(Object.keys(prefill(view(true), 'grade'))).not.toContain('urgency');
  });
});

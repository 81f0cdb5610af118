import { expect, it } from 'vitest';
import type { DayItem } from '#kernel/contract.ts';
import { groupDay, partOf } from './day.ts';

const now = '2026-11-24T05:00:00.000Z';
const item = (change: Partial<DayItem>): DayItem => ({
  proceeding: 'p',
  procedure: 'a.b',
  title: 'T',
  label: 'L',
  stage: 's',
  stageTitle: 'S',
  danger: 1,
  weighed: true,
  term: null,
  termTitle: null,
  due: null,
  basis: null,
  step: { name: 'x', title: 'X' },
  why: 'mine', of: null,
  district: null,
  ...change,
});

it.each([
  ['late', { due: '2026-11-23T05:00:00.000Z' }, 'now'],
  ['due in two hours', { due: '2026-11-24T07:00:00.000Z' }, 'now'],
  ['due this evening in Almaty', { due: '2026-11-24T18:59:59.999Z' }, 'today'],
  ['due after midnight in Almaty', { due: '2026-11-24T19:00:00.000Z' }, 'later'],
  ['without a term', { due: null }, 'later'],
  ['danger to life, due this evening', { danger: 3, due: '2026-11-24T17:00:00.000Z' }, 'now'],
  ['danger to life, without a term', { danger: 3, due: null }, 'now'],
  ['danger to life, to look at again next week', { danger: 3, due: '2026-12-01T05:00:00.000Z' }, 'later'],
  ['no step of mine', { step: null, due: '2026-11-23T05:00:00.000Z' }, 'waiting'],
  ['escalated to me', { why: 'escalated', step: null }, 'escalated'],
] as const)('what is %s stands under %s', (_, change, part) => {
  expect(partOf(item(change), now)).toBe(part);
});

it('keeps every item once and the order of the server', () => {
  const items = [item({ label: '1', danger: 3 }), item({ label: '2' }), item({ label: '3', danger: 3 })];
  const groups = groupDay(items, now);
  expect(groups.map((g) => [g.part, g.items.map((i) => i.label)])).toEqual([
    ['now', ['1', '3']],
    ['later', ['2']],
  ]);
});

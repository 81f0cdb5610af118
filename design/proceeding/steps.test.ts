import { expect, it } from 'vitest';
import { orderSteps } from './steps.ts';
import { readablePhone } from './phone.ts';

const step = (name: string) => ({ name, title: name, input: { $ref: '/api/schemas/x' }, href: '/api/x' });
const names = (steps: readonly { name: string }[]): string[] => steps.map((s) => s.name);

const offered = ['note', 'declare-conflict', 'reply', 'grade', 'acknowledge', 'reassign'].map(step);

it('puts the answer to a missed term first and what every proceeding has last', () => {
  const { first, more, common } = orderSteps(offered, true);
  expect(names(first)).toEqual(['acknowledge', 'reply', 'grade']);
  expect(names(more)).toEqual([]);
  expect(names(common)).toEqual(['note', 'reassign', 'declare-conflict']);
});

it('asks for no answer where no term was missed', () => {
  const { first, common } = orderSteps(offered, false);
  expect(names(first)).toEqual(['reply', 'grade']);
  expect(names(common)).toEqual(['note', 'reassign', 'declare-conflict', 'acknowledge']);
});

it('keeps what nobody takes in at a glance one tap away, and loses none', () => {
  const many = Array.from({ length: 12 }, (_, i) => step(`s${i}`));
  const { first, more } = orderSteps(many, false);
  expect(names(first)).toEqual(['s0', 's1', 's2', 's3', 's4']);
  expect(names([...first, ...more])).toEqual(names(many));
  expect(orderSteps(many.slice(0, 8), false).more).toEqual([]);
});

it('spaces a number of Kazakhstan and leaves others as they are', () => {
  expect(readablePhone('+77010000001')).toBe('+7 701 000 00 01');
  expect(readablePhone('111')).toBe('111');
  expect(readablePhone('+7 701 000 00 01')).toBe('+7 701 000 00 01');
});

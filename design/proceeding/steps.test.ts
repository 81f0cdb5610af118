import { expect, it } from 'vitest';
import { orderSteps } from './steps.ts';
import { readablePhone } from './phone.ts';

const step = (name: string) => ({ name, title: name, input: { $ref: '/api/schemas/x' }, href: '/api/x' });
const names = (steps: readonly { name: string }[]): string[] => steps.map((s) => s.name);

it('puts the answer to a missed term first and what every proceeding has last', () => {
  const { own, common } = orderSteps(
    ['note', 'declare-conflict', 'reply', 'grade', 'acknowledge', 'reassign'].map(step),
  );
  expect(names(own)).toEqual(['acknowledge', 'reply', 'grade']);
  expect(names(common)).toEqual(['note', 'reassign', 'declare-conflict']);
});

it('spaces a number of Kazakhstan and leaves others as they are', () => {
  expect(readablePhone('+77010000001')).toBe('+7 701 000 00 01');
  expect(readablePhone('111')).toBe('111');
  expect(readablePhone('+7 701 000 00 01')).toBe('+7 701 000 00 01');
});

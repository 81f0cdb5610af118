import { expect, it } from 'vitest';
import { newAttempt } from './attempt.ts';

function counted() {
  let n = 0;
  return newAttempt(() => `key-${++n}`);
}

it('repeats the key while the outcome is unknown', () => {
  const attempt = counted();
  expect(attempt.key()).toBe('key-1');
  attempt.answered({ ok: false, refused: false });
  expect(attempt.key()).toBe('key-1');
});

it('takes a new key after a refusal and after a success', () => {
  const attempt = counted();
  attempt.key();
  attempt.answered({ ok: false, refused: true });
  expect(attempt.key()).toBe('key-2');
  attempt.answered({ ok: true });
  expect(attempt.key()).toBe('key-3');
});

it('makes keys that differ', () => {
  expect(newAttempt().key()).not.toBe(newAttempt().key());
});

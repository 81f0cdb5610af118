/**
 * The key of one attempt to send a form. It stays the same until the server has answered for certain, so that
 * pressing "send" again after a lost network repeats the attempt and does not act twice. After an answer, a refusal
 * too, the next sending is a new attempt.
 */
import { v4 } from 'uuid';
import type { Answer } from './call.ts';

export interface Attempt {
  /** The key to send with now. */
  key(): string;
  /** Tells how it went. */
  answered(answer: Pick<Answer<unknown>, 'ok'> & { readonly refused?: boolean }): void;
}

/** `newKey` may be given by a test. uuid's v4 also works on a plain-http address, where crypto.randomUUID is missing. */
export function newAttempt(newKey: () => string = v4): Attempt {
  let key: string | null = null;
  return {
    key: () => (key ??= newKey()),
    answered: (answer) => {
      if (answer.ok || answer.refused === true) key = null;
    },
  };
}

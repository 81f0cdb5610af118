import { refuse, type Refusal } from '#kernel/problems/refusal.ts';

/** A refused field of an input, by its JSON pointer. */
export const field = (path: string, code: string): Refusal => refuse('invalid-input', 400, {}, { fields: [{ path, code }] });

/** Sends what was kept. The server answers a repeated key with what it did the first time, so a lost answer costs nothing. */
import type { ProceedingView, Receipt } from '#kernel/contract.ts';
import type { Answer, Call, ProblemDocument } from '../call.ts';
import type { Kept } from './kept.ts';

export type Sending =
  /** `pictureLost`: it went to another house at once, which takes no picture from here. */
  | { readonly state: 'arrived'; readonly proceeding: string; readonly pictureLost: boolean }
  /** No network, or the server is in trouble, or nobody is signed in: later. */
  | { readonly state: 'waits' }
  /** The server will not have it like this: whoever wrote it must look. */
  | { readonly state: 'refused'; readonly problem: ProblemDocument };

const signedOut = 401;
const stale = 412;

const failed = (answer: Extract<Answer<unknown>, { ok: false }>): Sending =>
  answer.refused && answer.status !== signedOut ? { state: 'refused', problem: answer.problem } : { state: 'waits' };

export async function send(call: Call, kept: Kept): Promise<Sending> {
  const begun = await call<ProceedingView | Receipt>(kept.path, { method: 'POST', body: kept.input, key: kept.id });
  if (!begun.ok) return failed(begun);
  const { data } = begun;
  if (kept.picture === null) return { state: 'arrived', proceeding: data.id, pictureLost: false };
  if ('receipt' in data || data.attach === null) return { state: 'arrived', proceeding: data.id, pictureLost: true };
  const file = new File([kept.picture.content], kept.picture.name);
  const added = await call<unknown>(data.attach.href, { method: 'POST', file, key: kept.fileId, sequence: data.sequence });
  if (added.ok) return { state: 'arrived', proceeding: data.id, pictureLost: false };
  // Somebody has already taken it up in between: the next round reads the sequence anew.
  if (added.status === stale) return { state: 'waits' };
  const outcome = failed(added);
  return outcome.state === 'refused' ? { state: 'arrived', proceeding: data.id, pictureLost: true } : outcome;
}

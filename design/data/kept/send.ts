/** Sends what was kept. The server answers a repeated key with what it did the first time, so a lost answer costs nothing. */
import type { ProceedingView, Receipt } from '#kernel/contract.ts';
import type { Answer, Call, ProblemDocument } from '../call.ts';
import { isSignedIn } from './isSignedIn.ts';
import type { Kept } from './kept.ts';

export interface ArrivedThere {
  readonly state: 'arrived';
  readonly proceeding: string;
  /** Null where its author does not see it any more. */
  readonly view: ProceedingView | null;
  /** Where it led: up to here, nobody else stands between it and what it was written on. */
  readonly sequence: number;
  /** It went to another house at once, which takes no picture from here; or the picture was none. */
  readonly pictureLost: boolean;
}
/** Whoever wrote it must look. */
export type Stopped =
  /** Somebody else moved the proceeding meanwhile. */
  | { readonly state: 'changed' }
  /** The proceeding is not there any more for whoever wrote it. */
  | { readonly state: 'gone' }
  /** The server will not have it like this. */
  | { readonly state: 'refused'; readonly problem: ProblemDocument };
/** `waits`: no network, or the server is in trouble, or whoever wrote it is not signed in, or not in the post he wrote it in: later. */
export type Sending = ArrivedThere | Stopped | { readonly state: 'waits' };

const signedOut = 401;
const notFound = 404;
const stale = 412;
/** The session acts under another appointment than the one it was written under. */
const otherPost = 'other-appointment';

type Failed = Extract<Answer<unknown>, { ok: false }>;

const failed = (answer: Failed): Exclude<Sending, ArrivedThere> =>
  !answer.refused || answer.status === signedOut || answer.problem.code === otherPost ? { state: 'waits' } : { state: 'refused', problem: answer.problem };

async function stepFailed(call: Call, answer: Failed): Promise<Exclude<Sending, ArrivedThere>> {
  if (answer.status === stale) return { state: 'changed' };
  if (answer.status !== notFound) return failed(answer);
  return (await isSignedIn(call)) ? { state: 'gone' } : { state: 'waits' };
}

export async function send(call: Call, kept: Kept): Promise<Sending> {
  const { path, input, step } = kept.value;
  const seen = step === null ? {} : { sequence: step.sequence };
  const begun = await call<ProceedingView | Receipt>(path, { method: 'POST', body: input, key: kept.id, as: kept.appointment, ...seen });
  if (!begun.ok) return step === null ? failed(begun) : stepFailed(call, begun);
  const { data } = begun;
  const view = 'receipt' in data ? null : data;
  const arrived: ArrivedThere = { state: 'arrived', proceeding: data.id, view, sequence: begun.entry ?? data.sequence, pictureLost: false };
  if (kept.bytes === null) return arrived;
  if (view?.attach == null) return { ...arrived, pictureLost: true };
  return sendPicture(call, kept, arrived, { href: view.attach.href, now: data.sequence });
}

/** A picture stands beside what others do: where somebody was quicker, it is added to what is there now. */
async function sendPicture(call: Call, kept: Kept, arrived: ArrivedThere, to: { readonly href: string; readonly now: number }): Promise<Sending> {
  const file = new File([kept.bytes ?? new ArrayBuffer(0)], kept.value.pictureName ?? '');
  for (const sequence of new Set([arrived.sequence, to.now])) {
    const added = await call<ProceedingView>(to.href, { method: 'POST', file, key: kept.value.fileId, as: kept.appointment, sequence });
    if (added.ok) return { ...arrived, view: added.data, sequence: sequence === arrived.sequence ? (added.entry ?? sequence) : arrived.sequence };
    if (added.status === stale) continue;
    const outcome = failed(added);
    return outcome.state === 'refused' ? { ...arrived, pictureLost: true } : outcome;
  }
  // The next round reads the sequence anew.
  return { state: 'waits' };
}

/** The pages of one browser tell each other that the device was locked. That is the whole message: nothing of anybody is in it. */
const word = 'locked';

let channel: BroadcastChannel | null = null;

/** One for the page, so that it does not hear itself; null where the browser has none. */
const between = (): BroadcastChannel | null => (channel ??= typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('qorgan'));

export const tellLocked = (): void => between()?.postMessage(word);

/** Answers how not to hear it any more. */
export function onLocked(heard: () => void): () => void {
  const listen = ({ data }: MessageEvent): void => {
    if (data === word) heard();
  };
  const on = between();
  on?.addEventListener('message', listen);
  return () => on?.removeEventListener('message', listen);
}

/** Whether the server can be reached: what the last call found, and what the browser says of its network. */
import { useSyncExternalStore } from 'react';

let reached = globalThis.navigator?.onLine !== false;
const listeners = new Set<() => void>();

/** Told after every call: did anything answer? */
export function noteReach(answered: boolean): void {
  if (answered === reached) return;
  reached = answered;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    addEventListener('online', back);
    addEventListener('offline', gone);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    removeEventListener('online', back);
    removeEventListener('offline', gone);
  };
}
const back = (): void => noteReach(true);
const gone = (): void => noteReach(false);

export const useReach = (): boolean => useSyncExternalStore(subscribe, () => reached);

/** Tells open pages that something changed, after the commit. A hint: a page that missed it asks again by itself. */
type Listener = (ids: readonly string[]) => void;

export interface Changes {
  readonly tell: Listener;
  listen(listener: Listener): () => void;
}

export function changes(): Changes {
  const listeners = new Set<Listener>();
  return {
    tell: (ids) => {
      for (const listener of listeners) listener(ids);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * The language on the screen and its words: those of the first page at once, the rest when a second page is opened,
 * which waits for them. A phone on a bad line reads its day without the words of every form there is.
 */
import type { Language } from '#kernel/contract.ts';
import type { Messages } from '#design/texts/TextProvider.tsx';

export interface Spoken {
  readonly language: Language;
  readonly messages: Messages;
}

export interface Loaders {
  readonly first: (language: Language) => Promise<Messages>;
  readonly rest: (language: Language) => Promise<Messages>;
}

export interface Speech {
  /** What is on the screen; the same object until it changes. */
  now(): Spoken;
  /** Told when that changes; answers how to hear no more. */
  subscribe(listener: () => void): () => void;
  /** Another language, with as many of its words as there were of the last. */
  change(language: Language): Promise<void>;
  /** Every word; at once where they are there. Rejects where the network fails, and may be asked again. */
  whole(): Promise<void>;
}

export function speech(begin: Spoken, { first, rest }: Loaders): Speech {
  let spoken = begin;
  let isWhole = false;
  const listeners = new Set<() => void>();
  const say = (next: Spoken): void => {
    spoken = next;
    for (const listener of listeners) listener();
  };
  const load = async (language: Language): Promise<Messages> => {
    const [one, more] = await Promise.all([first(language), isWhole ? rest(language) : null]);
    // A page that was opened meanwhile wants every word.
    return { ...one, ...(more ?? (isWhole ? await rest(language) : {})) };
  };
  const change = async (language: Language): Promise<void> => say({ language, messages: await load(language) });
  return {
    change,
    now: () => spoken,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async whole() {
      if (isWhole) return;
      const { language } = spoken;
      const more = await rest(language);
      isWhole = true;
      if (spoken.language === language) say({ language, messages: { ...spoken.messages, ...more } });
      else await change(spoken.language);
    },
  };
}

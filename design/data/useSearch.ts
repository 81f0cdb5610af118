/**
 * Asks while somebody types. Every search for a child is written down as a look, so this is fair in counting: it asks when
 * the typing pauses and not per key, one question at a time, none twice, and none by itself when news come. An answer to
 * what is no longer asked is not shown.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLanguage } from '#design/texts/TextProvider.tsx';
import type { Answer } from './call.ts';
import { useCall } from './CallProvider.tsx';
import { waiting } from './waiting.ts';

/** Milliseconds of quiet before a question is sent. */
const quiet = 150;

export interface Searched<T> {
  /** The answer to what is asked now; null while there is none. */
  readonly answer: Answer<T> | null;
  /** The last answer, which stays on the screen until the next is there: nothing jumps. */
  readonly shown: Answer<T> | null;
  /** Asks at once, without the pause. */
  readonly hurry: () => void;
  /** Asks again what had no answer (the network was gone). */
  readonly again: () => void;
}

/** `ask`: the body of the question, null where there is nothing to ask yet. */
export function useSearch<T>(path: string, ask: object | null): Searched<T> {
  const call = useCall();
  const { language } = useLanguage();
  const [answers, setAnswers] = useState<ReadonlyMap<string, Answer<T>>>(new Map());
  const [shown, setShown] = useState<string | null>(null);
  const key = ask === null ? null : `${language} ${JSON.stringify(ask)}`;
  const line = useRef(waiting<string>());

  const send = useCallback(
    async (next: string): Promise<void> => {
      // One at a time: whoever types on waits a blink, and what is asked next is what is written then.
      for (let now: string | null = line.current.take(next); now !== null; now = line.current.done()) {
        const body = JSON.parse(now.slice(now.indexOf(' ') + 1)) as object;
        const [asked, answer] = [now, await call<T>(path, { method: 'POST', body })];
        setAnswers((known) => new Map(known).set(asked, answer));
        setShown(asked);
      }
    },
    [call, path],
  );

  useEffect(() => {
    if (key === null) {
      setShown(null);
      return;
    }
    if (answers.has(key)) {
      setShown(key);
      return;
    }
    const timer = setTimeout(() => void send(key), quiet);
    return () => clearTimeout(timer);
    // A new answer asks nothing: `answers` is left out on purpose.
  }, [key, send]);

  const now = useCallback(() => {
    if (key !== null) void send(key);
  }, [key, send]);
  const answer = key === null ? null : (answers.get(key) ?? null);
  return {
    answer,
    shown: shown === null ? null : (answers.get(shown) ?? null),
    hurry: useCallback(() => {
      if (answer === null) now();
    }, [answer, now]),
    again: now,
  };
}

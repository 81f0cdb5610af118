/** Says in one sentence what was done: seen for a while, and read out by a screen reader. */
import { createContext, use, useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import './states.css';

const LiveContext = createContext<(sentence: string) => void>(() => undefined);

/** Milliseconds a sentence stays. */
const stays = 6000;

export function LiveProvider({ children }: { children: ReactNode }): ReactNode {
  const [said, setSaid] = useState<{ sentence: string; turn: number } | null>(null);
  const tell = useCallback(
    (sentence: string) => setSaid((before) => ({ sentence, turn: (before?.turn ?? 0) + 1 })),
    [],
  );
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), stays);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <LiveContext value={tell}>
      {children}
      <div className="live" role="status" aria-live="polite">
        {said === null ? null : (
          <span key={said.turn} className="live-word">
            {said.sentence}
          </span>
        )}
      </div>
    </LiveContext>
  );
}

/** `const tell = useTell(); tell(t('…'))` */
export const useTell = (): ((sentence: string) => void) => use(LiveContext);

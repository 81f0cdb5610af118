/** A call: the appeal is there at once, nothing is asked. Number and words come back, to be told to the caller. */
import { useCallback, useMemo, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { newAttempt } from '#design/data/attempt.ts';
import { forgetReads, useCall } from '#design/data/CallProvider.tsx';
import type { ProblemDocument } from '#design/data/call.ts';
import { useLanguage } from '#design/texts/TextProvider.tsx';

export interface Told {
  readonly number: string;
  readonly code: string;
}
export interface Phone {
  readonly busy: boolean;
  readonly problem: ProblemDocument | null;
  readonly take: () => Promise<void>;
  /** Taken and not yet shown. */
  readonly taken: Told | null;
  readonly shown: () => void;
  /** Number and words of this appeal, if it was taken on this page. */
  readonly said: (number: string) => Told | null;
}

export function usePhone(): Phone {
  const call = useCall();
  const client = useQueryClient();
  const { language } = useLanguage();
  const attempt = useMemo(() => newAttempt(), []);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemDocument | null>(null);
  const [taken, setTaken] = useState<Told | null>(null);
  const [all, setAll] = useState<readonly Told[]>([]);
  const shown = useCallback(() => setTaken(null), []);
  return {
    busy,
    problem,
    taken,
    shown,
    said: (number) => all.find((one) => one.number === number) ?? null,
    take: async () => {
      if (busy) return;
      setBusy(true);
      const answer = await call<Told>('/api/helpline/appeals', { method: 'POST', body: { channel: 'phone', language }, key: attempt.key() });
      attempt.answered(answer);
      setBusy(false);
      setProblem(answer.ok ? null : answer.problem);
      if (!answer.ok) return;
      setAll((before) => [...before, answer.data]);
      setTaken(answer.data);
      await forgetReads(client);
    },
  };
}

/** Sends a head's word on one of his people, on the version he was shown. */
import { useMemo, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { newAttempt } from '#design/data/attempt.ts';
import type { ProblemDocument } from '#design/data/call.ts';
import { forgetReads, useCall } from '#design/data/CallProvider.tsx';

export interface Word<T> {
  readonly busy: boolean;
  readonly problem: ProblemDocument | null;
  send(input: unknown): Promise<T | null>;
}

export function useWord<T>(appointment: string, what: 'away' | 'back' | 'end', version: number): Word<T> {
  const call = useCall();
  const client = useQueryClient();
  const attempt = useMemo(() => newAttempt(), []);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemDocument | null>(null);
  const send = async (input: unknown): Promise<T | null> => {
    setBusy(true);
    const answer = await call<T>(`/api/agencies/staff/${appointment}/${what}`, { method: 'POST', body: input, key: attempt.key(), sequence: version });
    attempt.answered(answer);
    setProblem(answer.ok ? null : answer.problem);
    // After a refusal too: what is shown may be what has changed.
    await forgetReads(client);
    setBusy(false);
    return answer.ok ? answer.data : null;
  };
  return { busy, problem, send };
}

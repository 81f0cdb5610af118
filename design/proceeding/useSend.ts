/**
 * Sends a step or a start. The answer is the new representation, a receipt, or a problem; nothing is thrown.
 * The same form pressed again after a lost network repeats the same attempt.
 */
import { useMemo, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { ProceedingView, Receipt } from '#kernel/contract.ts';
import { newAttempt } from '#design/data/attempt.ts';
import type { Answer, ProblemDocument } from '#design/data/call.ts';
import { forgetReads, readKey, useCall } from '#design/data/CallProvider.tsx';
import { useLanguage } from '#design/texts/TextProvider.tsx';
import { proceedingApi } from './paths.ts';

export type Sent = ProceedingView | Receipt;

export const isReceipt = (sent: Sent): sent is Receipt => 'receipt' in sent;

export interface Sending {
  readonly busy: boolean;
  readonly problem: ProblemDocument | null;
  /** The input of a step, or a file. `sequence` of the version it was written on; none for a start. Null where it did not go through. */
  readonly send: (input: unknown, sequence?: number) => Promise<Sent | null>;
  readonly forgetProblem: () => void;
}

export function useSend(href: string): Sending {
  const call = useCall();
  const client = useQueryClient();
  const { language } = useLanguage();
  const attempt = useMemo(() => newAttempt(), [href]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemDocument | null>(null);

  const send = async (input: unknown, sequence?: number): Promise<Sent | null> => {
    setBusy(true);
    const content = input instanceof File ? { file: input } : { body: input };
    const question = { method: 'POST' as const, ...content, key: attempt.key() };
    const answer: Answer<Sent> = await call<Sent>(href, sequence === undefined ? question : { ...question, sequence });
    attempt.answered(answer);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) {
      setBusy(false);
      return null;
    }
    // Sent: busy until the caller has closed the form, so that its own change is not shown as somebody else's.
    void forgetReads(client);
    if (isReceipt(answer.data)) {
      client.removeQueries({ queryKey: ['read', proceedingApi(answer.data.id)] });
      client.setQueryData(['receipt', answer.data.id], answer.data);
    } else {
      client.setQueryData(readKey(proceedingApi(answer.data.id), language), answer.data);
    }
    return answer.data;
  };
  return { busy, problem, send, forgetProblem: () => setProblem(null) };
}

/** Says that a form of a proceeding is open here, and hears who else has one open: by name, without a word of what they write. */
import { useEffect } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Writers } from '#kernel/contract.ts';
import { dataOf, useCall } from '#design/data/CallProvider.tsx';
import type { ReadFailed } from '#design/data/CallProvider.tsx';
import { writingApi } from './paths.ts';

/** Milliseconds; the server forgets a page that was silent for more than twice as long. */
const every = 20_000;

export function useWriters(proceeding: string, step: string): Writers['others'] {
  const call = useCall();
  // Among the reads, so that it is asked again when the server says that something changed.
  const read = useQuery<Writers, ReadFailed>({
    queryKey: ['read', writingApi(proceeding), step],
    queryFn: async ({ signal }) => dataOf(await call<Writers>(writingApi(proceeding), { signal, method: 'POST', body: { step } })),
    refetchInterval: every,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  useEffect(
    () => () => {
      // Whoever shuts the browser instead is forgotten by the server within a minute.
      void call(writingApi(proceeding), { method: 'POST', body: { step, over: true } });
    },
    [call, proceeding, step],
  );
  return read.data?.others ?? [];
}

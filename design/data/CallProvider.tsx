/** Gives `call` and reads to everything below. A read is refetched in the new language when the language changes. */
import { createContext, use } from 'react';
import type { ReactNode } from 'react';
import { useQueries, useQuery } from '@tanstack/react-query';
import type { QueryClient, UseQueryResult } from '@tanstack/react-query';
import { useLanguage } from '#design/texts/TextProvider.tsx';
import type { Answer, Call, ProblemDocument } from './call.ts';

const CallContext = createContext<Call | null>(null);

export function CallProvider({ call, children }: { call: Call; children: ReactNode }): ReactNode {
  return <CallContext value={call}>{children}</CallContext>;
}

export function useCall(): Call {
  const call = use(CallContext);
  if (call === null) throw new Error('CallProvider is missing');
  return call;
}

/** What react-query carries as the error of a read. */
export class ReadFailed extends Error {
  readonly problem: ProblemDocument;
  constructor(problem: ProblemDocument) {
    super(problem.code);
    this.problem = problem;
  }
}

export function dataOf<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.data;
  throw new ReadFailed(answer.problem);
}

export interface ReadSettings {
  /** Milliseconds between refetches while the page is seen. */
  readonly every?: number;
  /** Answers that never change (schemas). */
  readonly immutable?: boolean;
  /** The same in every language. */
  readonly anyLanguage?: boolean;
  readonly enabled?: boolean;
  /** What no address may hold (a child's name) is asked in a body, by POST. */
  readonly ask?: object;
}

/** The key under which `useRead` keeps an answer. */
export const readKey = (path: string, language: string | null): readonly unknown[] =>
  language === null ? ['read', path] : ['read', path, language];

/** Reads a path of the API. `error.problem` is the problem document. */
export function useRead<T>(path: string, settings: ReadSettings = {}): UseQueryResult<T, ReadFailed> {
  const call = useCall();
  const { language } = useLanguage();
  const { ask } = settings;
  const name = ask === undefined ? path : `${path} ${JSON.stringify(ask)}`;
  return useQuery<T, ReadFailed>({
    queryKey: readKey(name, settings.anyLanguage === true ? null : language),
    queryFn: async ({ signal }) => dataOf(await call<T>(path, ask === undefined ? { signal } : { signal, method: 'POST', body: ask })),
    // The old language stays on the screen until the new one is there: nothing jumps. Another path is another thing.
    placeholderData: (previous, query) => (query?.queryKey[1] === name ? previous : undefined),
    enabled: settings.enabled ?? true,
    ...(settings.immutable === true ? { staleTime: Infinity, gcTime: Infinity } : {}),
    ...(settings.every === undefined ? {} : { refetchInterval: settings.every }),
  });
}

/** Several paths at once, kept under the same keys as `useRead` keeps them. */
export function useReads<T>(paths: readonly string[]): readonly UseQueryResult<T, ReadFailed>[] {
  const call = useCall();
  const { language } = useLanguage();
  return useQueries({
    queries: paths.map((path) => ({
      queryKey: readKey(path, language),
      queryFn: async ({ signal }: { signal: AbortSignal }) => dataOf(await call<T>(path, { signal })),
    })),
  }) as readonly UseQueryResult<T, ReadFailed>[];
}

/** Everything that was read may be out of date, e.g. after a step. */
export const forgetReads = (client: QueryClient): Promise<void> => client.invalidateQueries({ queryKey: ['read'] });

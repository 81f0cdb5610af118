/** What keeps the answers, and what asks. */
import { QueryClient } from '@tanstack/react-query';
import type { Language } from '#kernel/contract.ts';
import { callWith, ownProblem } from '#design/data/call.ts';
import type { Call, Question } from '#design/data/call.ts';
import { ReadFailed } from '#design/data/CallProvider.tsx';
import { hasLeft, isLeaving } from '#design/data/kept/device.ts';
import { noteReach } from '#design/data/reach.ts';
import { noteServerDate } from '#design/time/useNow.ts';
import { awayHeaders } from './away.ts';

export const sessionPath = '/api/session';

/** Answers that may change: fresh for this long, ms. */
const fresh = 10_000;
const tries = 2;
const signedOut = 401;

export function newClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: fresh,
        // Without a network a read fails at once and says so, instead of waiting behind a skeleton.
        networkMode: 'always',
        refetchOnReconnect: true,
        // A refusal stays a refusal; only a lost network or a server in trouble is asked again.
        retry: (count, error) =>
          count < tries && navigator.onLine && error instanceof ReadFailed && (error.problem.status === 0 || error.problem.status >= 500),
      },
    },
  });
  client.setQueryDefaults(['pick'], { gcTime: Infinity });
  client.setQueryDefaults(['receipt'], { gcTime: Infinity });
  return client;
}

/** Tells of every call whether anything answered. */
const reaching: typeof globalThis.fetch = async (path, init) => {
  try {
    const response = await fetch(path, { ...init, headers: { ...(init?.headers as Record<string, string>), ...awayHeaders() } });
    noteReach(true);
    return response;
  } catch (error) {
    if (init?.signal?.aborted !== true) noteReach(false);
    throw error;
  }
};

/** `language`: what the screen speaks now. */
export function newCall(client: QueryClient, language: () => Language): Call {
  const call = callWith({
    fetch: reaching,
    language,
    onDate: noteServerDate,
    onSignedOut: () => void client.invalidateQueries({ queryKey: ['read', sessionPath] }),
  });
  /** Who signed out without a network is signed out at the server before it is asked who is signed in. */
  const left = async (): Promise<boolean> => {
    if (!(await isLeaving())) return true;
    const answer = await call(sessionPath, { method: 'DELETE' });
    if (!answer.ok && answer.status !== signedOut) return false;
    await hasLeft();
    return true;
  };
  return async <T>(path: string, question: Question = {}) => {
    if (path === sessionPath && question.method === undefined && !(await left())) return { ok: false, status: 0, problem: ownProblem('no-network', 0), refused: false };
    return call<T>(path, question);
  };
}

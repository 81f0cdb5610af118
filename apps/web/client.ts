/** What keeps the answers, and what asks. */
import { QueryClient } from '@tanstack/react-query';
import type { Language } from '#kernel/contract.ts';
import { callWith } from '#design/data/call.ts';
import type { Call } from '#design/data/call.ts';
import { ReadFailed } from '#design/data/CallProvider.tsx';
import { noteServerDate } from '#design/time/useNow.ts';
import { awayHeaders } from './away.ts';

export const sessionPath = '/api/session';

/** Answers that may change: fresh for this long, ms. */
const fresh = 10_000;
const tries = 2;

export function newClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: fresh,
        // A refusal stays a refusal; only a lost network or a server in trouble is asked again.
        retry: (count, error) =>
          count < tries && error instanceof ReadFailed && (error.problem.status === 0 || error.problem.status >= 500),
      },
    },
  });
  client.setQueryDefaults(['pick'], { gcTime: Infinity });
  client.setQueryDefaults(['receipt'], { gcTime: Infinity });
  return client;
}

/** `language`: what the screen speaks now. */
export const newCall = (client: QueryClient, language: () => Language): Call =>
  callWith({
    fetch: (path, init) => fetch(path, { ...init, headers: { ...(init?.headers as Record<string, string>), ...awayHeaders() } }),
    language,
    onDate: noteServerDate,
    onSignedOut: () => void client.invalidateQueries({ queryKey: ['read', sessionPath] }),
  });

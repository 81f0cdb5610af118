/** Puts together what every page needs: texts, the API, announcements, the session. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { Language } from '#kernel/contract.ts';
import { callWith } from '#design/data/call.ts';
import { CallProvider, ReadFailed } from '#design/data/CallProvider.tsx';
import { LiveProvider } from '#design/components/Live.tsx';
import { TextProvider } from '#design/texts/TextProvider.tsx';
import type { Messages } from '#design/texts/TextProvider.tsx';
import { noteServerDate } from '#design/time/useNow.ts';
import { keepLanguage, loadMessages } from './texts/language.ts';
import { Gate, sessionPath } from './shell/Gate.tsx';

interface Spoken {
  readonly language: Language;
  readonly messages: Messages;
}

/** Answers that may change: fresh for this long, ms. */
const fresh = 10_000;
const tries = 2;

function newClient(): QueryClient {
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

export function App({ first }: { first: Spoken }): ReactNode {
  const [spoken, setSpoken] = useState(first);
  const language = useRef(first.language);
  const client = useMemo(newClient, []);
  const call = useMemo(
    () =>
      callWith({
        fetch: (path, init) => fetch(path, init),
        language: () => language.current,
        onDate: noteServerDate,
        onSignedOut: () => void client.invalidateQueries({ queryKey: ['read', sessionPath] }),
      }),
    [client],
  );
  useEffect(() => {
    document.documentElement.lang = spoken.language;
  }, [spoken.language]);

  const change = (next: Language): void => {
    void loadMessages(next).then((messages) => {
      language.current = next;
      keepLanguage(next);
      setSpoken({ language: next, messages });
    });
  };
  return (
    <QueryClientProvider client={client}>
      <TextProvider {...spoken} onChange={change}>
        <CallProvider call={call}>
          <LiveProvider>
            <Gate />
          </LiveProvider>
        </CallProvider>
      </TextProvider>
    </QueryClientProvider>
  );
}

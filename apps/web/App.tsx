/** Puts together what every page needs: texts, the API, announcements, the session. */
import { useEffect, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import type { Language } from '#kernel/contract.ts';
import type { Call } from '#design/data/call.ts';
import { CallProvider } from '#design/data/CallProvider.tsx';
import { LiveProvider } from '#design/components/Live.tsx';
import { TextProvider } from '#design/texts/TextProvider.tsx';
import { Gate } from './shell/Gate.tsx';
import { tellWorker } from './offline/register.ts';
import { keepLanguage, spoken } from './texts/language.ts';

interface Props {
  readonly client: QueryClient;
  readonly call: Call;
}

export function App({ client, call }: Props): ReactNode {
  const screen = useSyncExternalStore(spoken.subscribe, spoken.now);
  useEffect(() => {
    document.documentElement.lang = screen.language;
  }, [screen.language]);

  const change = (next: Language): void => {
    void spoken.change(next).then(() => {
      keepLanguage(next);
      void tellWorker(next);
    });
  };
  return (
    <QueryClientProvider client={client}>
      <TextProvider {...screen} onChange={change}>
        <CallProvider call={call}>
          <LiveProvider>
            <Gate />
          </LiveProvider>
        </CallProvider>
      </TextProvider>
    </QueryClientProvider>
  );
}

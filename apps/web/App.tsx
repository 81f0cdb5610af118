/** Puts together what every page needs: texts, the API, announcements, the session. */
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import type { Language } from '#kernel/contract.ts';
import type { Call } from '#design/data/call.ts';
import { CallProvider } from '#design/data/CallProvider.tsx';
import { LiveProvider } from '#design/components/Live.tsx';
import { TextProvider } from '#design/texts/TextProvider.tsx';
import type { Messages } from '#design/texts/TextProvider.tsx';
import { Gate } from './shell/Gate.tsx';
import { keepLanguage, loadMessages } from './texts/language.ts';

interface Props {
  readonly client: QueryClient;
  readonly call: Call;
  /** The language calls ask in; follows the screen. */
  readonly speaking: { language: Language };
  /** Of the first language. */
  readonly messages: Messages;
}

export function App({ client, call, speaking, messages }: Props): ReactNode {
  const [spoken, setSpoken] = useState({ language: speaking.language, messages });
  useEffect(() => {
    document.documentElement.lang = spoken.language;
  }, [spoken.language]);

  const change = (next: Language): void => {
    void loadMessages(next).then((loaded) => {
      speaking.language = next;
      keepLanguage(next);
      setSpoken({ language: next, messages: loaded });
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

/** The staff application begins here: language, session, pages. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadMessages, firstLanguage } from './texts/language.ts';
import { dataOf, readKey } from '#design/data/CallProvider.tsx';
import { App } from './App.tsx';
import { newCall, newClient, sessionPath } from './client.ts';
import { takeFace } from './face.ts';
import '#design/styles/tokens.css';
import '#design/styles/fonts.css';
import '#design/styles/base.css';

const language = firstLanguage();
const root = document.getElementById('root');
if (root !== null) {
  const client = newClient();
  const speaking = { language };
  const call = newCall(client, speaking);
  // All at once: the words, the face, and who is signed in.
  void client.prefetchQuery({
    queryKey: readKey(sessionPath, language),
    queryFn: async () => dataOf(await call(sessionPath)),
  });
  const [messages] = await Promise.all([loadMessages(language), takeFace()]);
  createRoot(root).render(
    <StrictMode>
      <App client={client} call={call} speaking={speaking} messages={messages} />
    </StrictMode>,
  );
}

/** The staff application begins here: language, session, pages. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { spoken } from './texts/language.ts';
import { dataOf, readKey } from '#design/data/CallProvider.tsx';
import { App } from './App.tsx';
import { newCall, newClient, sessionPath } from './client.ts';
import { takeFace } from './face.ts';
import { keepShell } from './offline/register.ts';
import '#design/styles/tokens.css';
import '#design/styles/fonts.css';
import '#design/styles/base.css';

const { language } = spoken.now();
const root = document.getElementById('root');
if (root !== null) {
  const client = newClient();
  const call = newCall(client, () => spoken.now().language);
  // All at once: the words, the face, and who is signed in.
  void client.prefetchQuery({
    queryKey: readKey(sessionPath, language),
    queryFn: async () => dataOf(await call(sessionPath)),
  });
  await Promise.all([spoken.change(language), takeFace()]);
  createRoot(root).render(
    <StrictMode>
      <App client={client} call={call} />
    </StrictMode>,
  );
  keepShell();
}

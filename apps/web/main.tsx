/** The staff application begins here: language, session, pages. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadMessages, firstLanguage } from './texts/language.ts';
import { App } from './App.tsx';
import '#design/styles/tokens.css';
import '#design/styles/fonts.css';
import '#design/styles/base.css';

const language = firstLanguage();
const root = document.getElementById('root');
if (root !== null) {
  const messages = await loadMessages(language);
  createRoot(root).render(
    <StrictMode>
      <App first={{ language, messages }} />
    </StrictMode>,
  );
}

/** What can be put on paper now: each in the language of whoever it goes to. */
import type { ReactNode } from 'react';
import type { DocumentView } from '#kernel/contract.ts';
import { languages } from '#kernel/texts/text.ts';
import { useText } from '#design/texts/TextProvider.tsx';
import { languageNames } from '../shell/languageNames.ts';

export function Documents({ documents }: { documents: readonly DocumentView[] }): ReactNode {
  const t = useText();
  return (
    <>
      <ul className="plain documents">
        {documents.map(({ name, title, href }) => (
          <li key={name}>
            {title}
            <span>
              {languages.map((l) => (
                <a key={l} href={`${href}?language=${l}`} target="_blank" rel="noopener noreferrer" aria-label={t('web.documents.in', { title, language: languageNames[l][1] })}>
                  {languageNames[l][1]}
                </a>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <p className="soft small">{t('web.documents.what')}</p>
    </>
  );
}

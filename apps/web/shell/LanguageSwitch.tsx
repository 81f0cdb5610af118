/** Three languages, in their own words, changed in place. */
import type { ReactNode } from 'react';
import { languages } from '#kernel/texts/text.ts';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { languageNames } from './languageNames.ts';
import './LanguageSwitch.css';

export function LanguageSwitch(): ReactNode {
  const t = useText();
  const { language, change } = useLanguage();
  return (
    <div className="languages" role="group" aria-label={t('web.language')}>
      {languages.map((l) => (
        <button
          key={l}
          type="button"
          lang={l}
          className="language"
          aria-pressed={l === language}
          title={languageNames[l][1]}
          onClick={() => change(l)}
        >
          {languageNames[l][0]}
        </button>
      ))}
    </div>
  );
}

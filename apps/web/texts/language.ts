/** Which language this device shows. The only thing kept on it; it says nothing about anybody. */
import type { Language } from '#kernel/contract.ts';
import { languageOf, languages } from '#kernel/texts/text.ts';
import type { Messages } from '#design/texts/TextProvider.tsx';

const place = 'qorgan.language';

export function firstLanguage(): Language {
  const kept = readKept();
  return languages.find((l) => l === kept) ?? languageOf(navigator.languages.join(','));
}

function readKept(): string | null {
  try {
    return localStorage.getItem(place);
  } catch {
    return null; // Storage may be forbidden; then the browser's languages decide each time.
  }
}

export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(place, language);
  } catch {
    // Forbidden: the choice holds until the page is closed.
  }
}

const loaders: Readonly<Record<Language, () => Promise<{ default: Messages }>>> = {
  kk: () => import('virtual:texts/kk'),
  ru: () => import('virtual:texts/ru'),
  en: () => import('virtual:texts/en'),
};

export const loadMessages = async (language: Language): Promise<Messages> => (await loaders[language]()).default;

/** Which language this device shows. Outside the demo the only thing kept on it in the clear; it says nothing about anybody. */
import type { Language } from '#kernel/contract.ts';
import { languageOf, languages } from '#kernel/texts/text.ts';
import type { Messages } from '#design/texts/TextProvider.tsx';
import { speech } from './spoken.ts';

const place = 'qorgan.language';

function firstLanguage(): Language {
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

type Load = () => Promise<{ default: Messages }>;
const first: Readonly<Record<Language, Load>> = {
  kk: () => import('virtual:texts/kk'),
  ru: () => import('virtual:texts/ru'),
  en: () => import('virtual:texts/en'),
};
const rest: Readonly<Record<Language, Load>> = {
  kk: () => import('virtual:texts/kk/rest'),
  ru: () => import('virtual:texts/ru/rest'),
  en: () => import('virtual:texts/en/rest'),
};

/** What this screen speaks. Without a word until its first language was asked for by `change`. */
export const spoken = speech(
  { language: firstLanguage(), messages: {} },
  { first: async (language) => (await first[language]()).default, rest: async (language) => (await rest[language]()).default },
);

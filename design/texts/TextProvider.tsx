/** The texts of one language, the language, and how to change it in place. */
import { createContext, use } from 'react';
import type { ReactNode } from 'react';
import type { Language } from '#kernel/contract.ts';
import type { Names } from '#kernel/access/directory.ts';
import { fill } from '#kernel/texts/text.ts';

/** Messages of one language by key. */
export type Messages = Readonly<Record<string, string>>;

export interface Say {
  /** The text of a key; a missing key shows itself, so that a test finds it. */
  (key: string, params?: Readonly<Record<string, string | number>>): string;
  /** The first of the keys that has a text, or null. */
  first(keys: readonly string[]): string | null;
  /** Last parts of the keys right under a prefix: `helpline.category` → `violence`, … */
  under(prefix: string): readonly string[];
}

interface Spoken {
  readonly language: Language;
  readonly say: Say;
  readonly change: (language: Language) => void;
}

const TextContext = createContext<Spoken | null>(null);

export function sayIn(messages: Messages): Say {
  const say = (key: string, params: Readonly<Record<string, string | number>> = {}): string =>
    fill(messages[key] ?? key, params);
  const first = (keys: readonly string[]): string | null => {
    const key = keys.find((k) => messages[k] !== undefined);
    return key === undefined ? null : (messages[key] ?? null);
  };
  const under = (prefix: string): readonly string[] =>
    Object.keys(messages).flatMap((key) => {
      const rest = key.startsWith(`${prefix}.`) ? key.slice(prefix.length + 1) : '';
      return rest === '' || rest.includes('.') ? [] : [rest];
    });
  return Object.assign(say, { first, under });
}

interface Props {
  readonly language: Language;
  readonly messages: Messages;
  readonly onChange: (language: Language) => void;
  readonly children: ReactNode;
}

export function TextProvider({ language, messages, onChange, children }: Props): ReactNode {
  return <TextContext value={{ language, say: sayIn(messages), change: onChange }}>{children}</TextContext>;
}

function useSpoken(): Spoken {
  const spoken = use(TextContext);
  if (spoken === null) throw new Error('TextProvider is missing');
  return spoken;
}

/** `const t = useText(); t('web.day.title')` */
export const useText = (): Say => useSpoken().say;

export function useLanguage(): { readonly language: Language; readonly change: (language: Language) => void } {
  const { language, change } = useSpoken();
  return { language, change };
}

/** Picks a name of the directory in the language of the screen. */
export function useNames(): (names: Names) => string {
  const { language } = useSpoken();
  return (names) => names[language] || names.kk;
}

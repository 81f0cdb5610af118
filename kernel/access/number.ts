/** The number and the four words by which somebody without an account follows what he began. */
import type { Language } from '../contract.ts';
import { codeWords } from './number-words.ts';

export interface NumberAndCode {
  /** Twelve digits in threes, `123-456-789-012`. */
  readonly number: string;
  /** Four words of a language, with spaces. */
  readonly code: string;
}

/** Both from the call's own secret (`derive`, hex), so that a repeat gives the same; `of` keeps capabilities apart. */
export function numberAndCode(derive: (label: string) => string, of: string, language: Language): NumberAndCode {
  const digits = (BigInt(`0x${derive(`${of}.number`).slice(0, 24)}`) % 1_000_000_000_000n).toString().padStart(12, '0');
  const words = codeWords[language];
  const hex = derive(`${of}.code`);
  const code = [0, 1, 2, 3].map((i) => words[parseInt(hex.slice(i * 8, i * 8 + 8), 16) % words.length] ?? '').join(' ');
  return { number: digits.replace(/(\d{3})(?=\d)/g, '$1-'), code };
}

/**
 * Passwords known to every guesser, offline: 49 233 from leaked lists in the order of use, and 7 776 words of Diceware,
 * from @zxcvbn-ts/language-common (MIT, 380 kB; on the server only). Most are shorter than we allow, so what is asked is
 * whether a password is nothing but one of them, repeated, or two of them, with figures and signs around and between.
 */
import { dictionary } from '@zxcvbn-ts/language-common';

let words: ReadonlySet<string> | null = null;
/** Read at the first password that is set: most processes never need it. */
const list = (): ReadonlySet<string> => (words ??= new Set(Object.values(dictionary).flatMap((d) => d.map(String))));

/** The shortest text of which the whole is a repetition; the text itself where it is none. */
function unit(text: string): string {
  const again = (text + text).indexOf(text, 1);
  return text.slice(0, again);
}

/** Fewer different letters than this are no password, however long. */
const fewestLetters = 5;
/** Letters that follow each other in the alphabet, in the digits, or on a keyboard. */
const rows = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm', 'йцукенгшщзхъфывапролджэячсмитьбю', 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'];

function isRow(text: string): boolean {
  const twice = rows.map((row) => row + row);
  const back = Array.from(text).reverse().join('');
  return twice.some((row) => row.includes(text) || row.includes(back));
}

/** Shorter ones are in every word. */
const shortestWord = 3;
const isWord = (text: string): boolean => text.length >= shortestWord && list().has(text);

/** One known word beside another is guessed nearly as fast as one. */
function isTwoWords(text: string): boolean {
  const runs = text.split(/[^\p{L}]+/u).filter((run) => run !== '');
  if (runs.length > 1) return runs.length === 2 && runs.every(isWord);
  const [only = ''] = runs;
  return Array.from(only).some((_, cut) => isWord(only.slice(0, cut)) && isWord(only.slice(cut)));
}

/** `text` in small letters. */
export function isCommon(text: string): boolean {
  if (new Set(text).size < fewestLetters) return true;
  if (isTwoWords(text)) return true;
  const bare = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return [text, bare].filter((one) => one !== '').some((one) => {
    const part = unit(one);
    return list().has(one) || list().has(part) || isRow(one) || isRow(part);
  });
}

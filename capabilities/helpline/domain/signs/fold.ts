/**
 * Folding: from what was typed to words that can be matched. Every word keeps all its plausible readings
 * (a Latin word may be English, Kazakh in Latin letters, Russian in Latin letters, or Cyrillic drawn with Latin ones).
 */
import {
  cyrillic, digits, emoji, glyphs, latinDigits, latinGlyphs, lookalikes, markedLatin, otherReading, usualReading,
} from './letters.ts';

export interface Word {
  /** Where it stands in the text (UTF-16 offsets). */
  readonly start: number;
  readonly end: number;
  /** Its place for measuring distance between words; the end of a sentence counts as one more word. */
  readonly place: number;
  /** Folded forms, the likeliest first, none twice, none empty. */
  readonly readings: readonly string[];
}

/** Stands for a letter that the child hid: `изн*силовал`. */
export const hidden = '*';
const edges = /^[*@$]+|[@$]+$/;
const longest = 48;
const overlap = 16;

/** Runs of one letter become one: `неееет` and `нет`, `kill` and `kil`. */
function single(word: string): string {
  let out = '';
  for (let i = 0; i < word.length; i++) if (word[i] !== word[i - 1]) out += word[i]!;
  return out;
}

/** A word of Cyrillic letters in the common form; letters of other scripts pass. For the lexicon and for words. */
export function foldWord(word: string): string {
  let out = '';
  for (const char of word.toLowerCase()) out += cyrillic[char] ?? char;
  return single(out);
}

const sounds: Readonly<Record<string, string>> = { о: 'а', я: 'а', ю: 'у', е: 'и', ы: 'и' };

/** How a folded Cyrillic word sounds, roughly: о=а=я, е=и=ы, у=ю, тс=ц. `памагити` and `помогите` are one. */
export function soundOf(folded: string): string {
  let out = '';
  for (const char of folded) {
    const sound = sounds[char] ?? char;
    if (sound === 'с' && out.endsWith('т')) out = `${out.slice(0, -1)}ц`;
    else if (!out.endsWith(sound)) out += sound;
  }
  return out;
}

const tableOf = (pairs: readonly (readonly [string, string])[]) => {
  const byFirst = new Map<string, (readonly [string, string])[]>();
  for (const pair of pairs) byFirst.set(pair[0][0]!, [...(byFirst.get(pair[0][0]!) ?? []), pair]);
  return byFirst;
};
const usual = tableOf(usualReading);
const other = tableOf(otherReading);
const vowels = new Set('aeiouy');

function transliterate(word: string, table: typeof usual): string {
  let out = '';
  for (let i = 0; i < word.length; ) {
    const char = word[i]!;
    if (char === 'y' && i > 0 && vowels.has(word[i - 1]!) && !vowels.has(word[i + 1] ?? '')) {
      out += 'и';
      i++;
      continue;
    }
    const pair = table.get(char)?.find(([from]) => word.startsWith(from, i));
    out += pair === undefined ? (cyrillic[char] ?? digits[char] ?? char) : pair[1];
    i += pair === undefined ? 1 : pair[0].length;
  }
  return single(out);
}

const mapped = (word: string, ...tables: Readonly<Record<string, string>>[]): string => {
  let out = '';
  for (const char of word) {
    let now: string | undefined;
    for (const table of tables) now ??= table[char];
    out += now ?? char;
  }
  return single(out);
};

const firstCode = 0x400;
const byCode = Array.from({ length: 0x100 }, (_, i) => cyrillic[String.fromCharCode(firstCode + i)]);
/** A word of Russian or Kazakh letters alone; null for any other. The common case, so it is quick. */
function cyrillicOnly(raw: string): string | null {
  let out = '';
  let last = '';
  for (let i = 0; i < raw.length; i++) {
    const folded = byCode[raw.charCodeAt(i) - firstCode];
    if (folded === undefined) return null;
    if (folded !== last && folded !== '') {
      out += folded;
      last = folded;
    }
  }
  return out;
}

const isDigit = (char: string): boolean => digits[char] !== undefined || (char >= '0' && char <= '9');

/** All readings of one typed word: `raw` is in small letters, `caps` as typed. */
function readingsOf(raw: string, caps: string): string[] {
  let cyr = 0;
  let lat = 0;
  let num = 0;
  let drawn = true;
  for (const char of raw) {
    if (char >= 'a' && char <= 'z') {
      lat++;
      if (!lookalikes.has(char)) drawn = false;
    } else if (isDigit(char)) num++;
    else if (char !== hidden) cyr++;
  }
  const out: string[] = [];
  if (cyr + lat === 0) return num > 0 ? [raw] : [];
  if (lat === 0) out.push(mapped(raw, cyrillic, digits));
  else {
    if (cyr === 0) out.push(num === 0 ? single(raw) : mapped(raw, latinDigits));
    // СМЕРТЬ can be drawn in Latin capitals, where B, H and P are В, Н and Р
    if (cyr > 0 || drawn || (num > 0 && lat > 1)) out.push(mapped(raw, cyrillic, glyphs, digits));
    // but small u is as often у as и, small b is ь or б, small h is х
    if (cyr > 0 && caps === raw) out.push(mapped(raw, { ...cyrillic, u: 'у', b: 'б', h: 'х', n: 'н', r: 'р', g: 'г' }, glyphs, digits));
    const latin = cyr > 0 && lat >= cyr ? [...raw].map((char) => latinGlyphs[char] ?? char).join('') : raw;
    if (cyr === 0 || lat >= cyr) {
      if (cyr > 0) out.push(single(latin));
      out.push(transliterate(latin, usual), transliterate(latin, other));
    }
  }
  // 7класс, 14жаста: the digits are a number after all
  if (num > 0) {
    const bare = caps.toLowerCase().replace(/^[\d@$]+|[\d@$]+$/g, '');
    if (bare !== '' && bare !== raw) out.push(...readingsOf(bare, bare));
  }
  return out.filter((one, i) => one !== '' && out.indexOf(one) === i);
}

const quickest = 0x500;
const quick: (string | undefined)[] = new Array<undefined>(quickest).fill(undefined);
const base = new Map<string, string>();
/** One typed character as small letters without marks; '' for marks alone; a space for what is no part of a word. */
function plain(char: string): string {
  const code = char.codePointAt(0)!;
  const known = code < quickest ? quick[code] : base.get(char);
  if (known !== undefined) return known;
  const lower = char.toLowerCase();
  let out = ' ';
  if (cyrillic[lower] !== undefined) out = lower;
  else if (markedLatin[lower] !== undefined) out = markedLatin[lower]!;
  else if ((lower >= 'a' && lower <= 'z' && lower.length === 1) || (char >= '0' && char <= '9')) out = lower;
  else if (char === '@' || char === '$' || char === hidden) out = char;
  else if (/^[\p{M}\p{Cf}\uFE0F'’ʼ`´ʹ]$/u.test(char)) out = '';
  else if (code > 0x7f && !(code >= 0xd800 && code <= 0xdfff)) {
    const letters = char.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
    if (letters !== char && letters.length <= 4 && /^[a-zа-яёәқұүіңғөһ0-9]+$/u.test(letters)) out = letters;
  }
  if (code < quickest) quick[code] = out;
  else if (base.size < 5000) base.set(char, out);
  return out;
}

/** Splits a text into words with their readings. Linear in the length of the text; never throws. */
export function wordsOf(text: string): Word[] {
  const out: Word[] = [];
  let place = 0;
  let raw = '';
  let caps = '';
  let start = 0;
  let end = 0;
  const push = (readings: readonly string[], from: number, to: number) => {
    if (readings.length > 0) out.push({ start: from, end: to, place: place++, readings });
  };
  const flush = () => {
    if (raw === '') return;
    const word = edges.test(raw) ? raw.replace(edges, '').replace(edges, '') : raw;
    const typed = edges.test(caps) ? caps.replace(edges, '').replace(edges, '') : caps;
    raw = '';
    caps = '';
    const simple = cyrillicOnly(word);
    if (simple !== null && word.length <= longest) return push(simple === '' ? [] : [simple], start, end);
    if (word.length <= longest) return push(readingsOf(word, typed), start, end);
    // a very long "word" is read in pieces that overlap, so that the time stays linear
    for (let at = 0; at < word.length; at += longest - overlap) {
      push(readingsOf(word.slice(at, at + longest), typed.slice(at, at + longest)), start, end);
    }
  };
  for (let i = 0; i < text.length; ) {
    const unit = text.charCodeAt(i);
    const char = unit >= 0xd800 && unit < 0xdc00 ? String.fromCodePoint(text.codePointAt(i)!) : text[i]!;
    const next = i + char.length;
    const letters = plain(char);
    if (letters === ' ') {
      flush();
      const sign = emoji[char];
      if (sign !== undefined) push([sign], i, next);
      else if ((char === '.' || char === '!' || char === '?' || char === '\n') && out.length > 0) {
        const after = text[next];
        if (char === '\n' || after === ' ' || after === '\n') place = out[out.length - 1]!.place + 2;
      }
    } else if (letters !== '') {
      if (raw === '') start = i;
      raw += letters;
      caps += letters.length === 1 ? char : letters;
      end = next;
    }
    i = next;
  }
  flush();
  return spelled(out);
}

/** `н е х о ч у`: four or more single letters in a row are one word, put where the first stood. */
function spelled(words: readonly Word[]): Word[] {
  const out: Word[] = [];
  for (let i = 0; i < words.length; ) {
    let to = i;
    while (to < words.length && to - i < longest && words[to]!.readings[0]!.length === 1 && !(words[to]!.readings[0]! >= '🀀')) to++;
    if (to - i >= 4) {
      const join = (pick: (word: Word) => string) => single(words.slice(i, to).map(pick).join(''));
      const readings = [join((w) => w.readings[0]!), join((w) => w.readings[w.readings.length - 1]!)];
      out.push({ start: words[i]!.start, end: words[to - 1]!.end, place: words[i]!.place, readings: [...new Set(readings)] });
      i = to;
    } else out.push(words[i++]!);
  }
  return out;
}

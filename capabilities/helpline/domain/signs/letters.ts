/**
 * Tables for folding letters. Left: what a child may have typed, right: the letter that is matched.
 * The common form is small Russian Cyrillic without й, ё, э, щ, ъ, ь; English keeps its Latin letters.
 */

/** Cyrillic letter (Kazakh, Russian, neighbours' and look-alikes) to the common form; '' drops it. */
export const cyrillic: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'абвгдежзиклмнопрстуфхцчшыюя'].map((letter) => [letter, letter])),
  й: 'и', ё: 'е', э: 'е', щ: 'ш', ъ: '', ь: '',
  ә: 'а', қ: 'к', ұ: 'у', ү: 'у', і: 'и', ң: 'н', ғ: 'г', ө: 'о', һ: 'х',
  ї: 'и', є: 'е', ґ: 'г', ў: 'у', ѕ: 'с', ј: 'ж', ӏ: 'л', ҳ: 'х', ҷ: 'ч', ӯ: 'у', ҡ: 'к', ҙ: 'з', ҫ: 'с',
  // Greek letters that look like Cyrillic ones
  α: 'а', β: 'в', ε: 'е', ι: 'и', κ: 'к', μ: 'м', ν: 'в', ο: 'о', π: 'п', ρ: 'р', τ: 'т', υ: 'у', χ: 'х', ς: 'с',
};

/** Latin letter to the Cyrillic letter it looks like (inside a word that is mostly Cyrillic). */
export const glyphs: Readonly<Record<string, string>> = {
  a: 'а', b: 'в', c: 'с', e: 'е', g: 'д', h: 'н', i: 'и', k: 'к', m: 'м', n: 'п', o: 'о', p: 'р', r: 'г', t: 'т',
  u: 'и', w: 'ш', x: 'х', y: 'у', d: 'д', f: 'ф', j: 'ж', l: 'л', q: 'к', s: 'с', v: 'в', z: 'з', ı: 'и',
};

/** Latin letters that really are drawn like Cyrillic ones: a word of these alone may be either. */
export const lookalikes: ReadonlySet<string> = new Set('abcehkmoptxyiu');

/** Cyrillic letter to the Latin letter it looks like (inside a word that is mostly Latin). */
export const latinGlyphs: Readonly<Record<string, string>> = {
  а: 'a', в: 'b', с: 'c', е: 'e', н: 'h', к: 'k', м: 'm', о: 'o', р: 'p', т: 't', х: 'x', у: 'y', і: 'i', ѕ: 's',
  ј: 'j', һ: 'h', ү: 'y', ё: 'e',
};

/** Digits and signs that stand for letters inside a word. */
export const digits: Readonly<Record<string, string>> = {
  '0': 'о', '1': 'и', '3': 'з', '4': 'ч', '6': 'б', '9': 'я', '@': 'а', $: 'с',
};

/** The same inside an English word. */
export const latinDigits: Readonly<Record<string, string>> = {
  '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's',
};

/** Latin letters with marks that lose their sound if the mark is simply dropped. */
export const markedLatin: Readonly<Record<string, string>> = { ş: 'ш', ç: 'ч', ý: 'у', ı: 'ы', ß: 's', æ: 'e', ø: 'o', ə: 'a' };

type Pairs = readonly (readonly [string, string])[];

/**
 * Latin to Cyrillic, longest first: the usual reading (Kazakh 2021 and chat, Russian passport and chat)…
 */
export const usualReading: Pairs = [
  ['shch', 'ш'], ['sch', 'ш'], ['zh', 'ж'], ['kh', 'х'], ['gh', 'г'], ['sh', 'ш'], ['ch', 'ч'], ['ts', 'ц'], ['tz', 'ц'],
  ['iya', 'ия'], ['iyu', 'ию'], ['iye', 'ие'], ['ya', 'я'], ['yu', 'ю'], ['yo', 'е'], ['ye', 'е'], ['ia', 'я'], ['iu', 'ю'],
  ['ie', 'е'], ['io', 'е'],
  ['a', 'а'], ['b', 'б'], ['c', 'ц'], ['d', 'д'], ['e', 'е'], ['f', 'ф'], ['g', 'г'], ['h', 'х'], ['i', 'и'], ['j', 'ж'],
  ['k', 'к'], ['l', 'л'], ['m', 'м'], ['n', 'н'], ['o', 'о'], ['p', 'п'], ['q', 'к'], ['r', 'р'], ['s', 'с'], ['t', 'т'],
  ['u', 'у'], ['v', 'в'], ['w', 'ш'], ['x', 'х'], ['y', 'ы'], ['z', 'з'],
];

/** …and what the same letters mean to others: j as й, y as й or у, c as к, w as в, x as кс. */
export const otherReading: Pairs = [
  ['ja', 'я'], ['ju', 'ю'], ['jo', 'е'], ['je', 'е'], ['ck', 'к'],
  ...usualReading.filter(([from]) => !['c', 'w', 'x', 'j', 'y', 'ia', 'iu', 'ie', 'io'].includes(from)),
  ['c', 'к'], ['w', 'в'], ['x', 'кс'], ['j', 'и'], ['y', 'и'],
];

/** Emoji that carry meaning; each becomes a word of its own. Others are only spaces. */
export const emoji: Readonly<Record<string, string>> = {
  '🔪': '🔪', '🗡': '🔪', '🪓': '🔪', '🩸': '🩸', '💊': '💊', '🔫': '🔫', '⚰': '⚰', '🪦': '⚰', '☠': '☠', '😭': '😭',
  '😢': '😭', '🥺': '😭', '🆘': '🆘', '😂': '😂', '🤣': '😂', '🔥': '🔥', '🤕': '🤕', '👊': '👊', '😨': '😨', '😱': '😨',
  '😰': '😨', '🖕': '🖕',
};

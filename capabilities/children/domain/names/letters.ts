/**
 * What each letter is read as. The reading is ASCII, one letter for one sound:
 * `j` is ж and дж, `c` is ч, `x` is ш, `y` is ы, `h` is х and һ, `i` is и, і and й; ц is `ts`, щ is `xc`.
 * Letters that Kazakh tells apart and papers confuse (ә/а, ғ/г, қ/к, ң/н, ө/о, ұ/ү/у) are one already here.
 */

/** Cyrillic: Kazakh, Russian, and the letters of neighbours. What depends on its place (ь ъ ю я, дж) is in reading.ts. */
export const cyrillicLetters: Readonly<Record<string, string>> = {
  а: 'a', ә: 'a', б: 'b', в: 'v', г: 'g', ғ: 'g', д: 'd', е: 'e', ё: 'e', ж: 'j', з: 'z', и: 'i', й: 'i', к: 'k', қ: 'k',
  л: 'l', м: 'm', н: 'n', ң: 'n', о: 'o', ө: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ұ: 'u', ү: 'u', ф: 'f', х: 'h',
  һ: 'h', ц: 'ts', ч: 'c', ш: 'x', щ: 'xc', ы: 'y', і: 'i', э: 'e',
  ў: 'u', ҳ: 'h', // Uzbek, and Belarusian
  ӣ: 'i', ӯ: 'u', ҷ: 'j', // Tajik
  җ: 'j', // Tatar, Uyghur
  ҝ: 'k', ҹ: 'j', ј: 'i', // Azerbaijani; ј is Serbian too
  є: 'e', ї: 'i', ґ: 'g', // Ukrainian
  ӱ: 'u', ӧ: 'o', ӓ: 'a', ӑ: 'a', ӗ: 'e', // of the Volga
  ӏ: '', // Caucasian: a mark of the letter before it
  ђ: 'j', љ: 'l', њ: 'n', ћ: 'c', џ: 'j', // Serbian
};

/** Latin letters with marks, and those that no Latin of Kazakhstan has but foreign passports do. */
export const latinLetters: Readonly<Record<string, string>> = {
  ä: 'a', á: 'a', ə: 'a', // ә of 2021, of 2018, and of Azerbaijan
  ö: 'o', ó: 'o', ü: 'u', ú: 'u', ū: 'u', // ө, ү, ұ
  ğ: 'g', ǵ: 'g', ñ: 'n', ń: 'n', ŋ: 'n', // ғ, ң
  ý: 'u', // у of 2018
  ı: 'y', // і of 2021, и of 2018, ы of Turkey
  ş: 'x', š: 'x', ș: 'x', ç: 'c', č: 'c', ć: 'c', ž: 'j', // ш, ч, ж
  ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 't', æ: 'ae', œ: 'e',
  q: 'k', w: 'v',
};

/** Several Latin letters for one sound; the longest that fits is taken. */
export const latinGroups: Readonly<Record<string, string>> = {
  schtsch: 'xc', shch: 'xc', şş: 'xc', šč: 'xc', // щ: German, passport, 2021, scholars
  tsch: 'c', tch: 'c', ch: 'c', tş: 'c', // ч: German, French, English, 2021
  sch: 'x', sh: 'x', // ш; щ is met as sch too, and both meet in the key
  dzh: 'j', zh: 'j', dj: 'j', dž: 'j', // ж and дж: passport, old passport
  kh: 'h', gh: 'g', ph: 'f', ck: 'k',
  ts: 'ts', tz: 'ts', // ц
  ou: 'u', gue: 'ge', gui: 'gi', // the old passport, after the French manner: Nourlan, Serguei, Guennadi
  "y'": 'u', "c'": 'c', // у and ч of 2017
};

/** Letters alike to the eye. A Latin one slips into a Cyrillic word and the other way about. */
export const twins: Readonly<Record<string, string>> = {
  A: 'А', B: 'В', C: 'С', E: 'Е', H: 'Н', I: 'І', K: 'К', M: 'М', O: 'О', P: 'Р', T: 'Т', X: 'Х', Y: 'У',
  a: 'а', c: 'с', e: 'е', h: 'һ', i: 'і', k: 'к', o: 'о', p: 'р', x: 'х', y: 'у',
  Ə: 'Ә', ə: 'ә', Ë: 'Ё', ë: 'ё',
};

/** Endings of surnames and patronymics, in the readings of letters.ts. The longest that fits is taken off. */

/** What a surname bears in one of its forms only: the stem is what its forms share. */
export const surnameEndings: readonly string[] = [
  'ov', 'ova', 'ev', 'eva', // -ов, -ова; -ев, -ева: Ахмет, Ахметов
  'of', 'off', 'ef', 'eff', // the old passport
  'tegi', 'tegy', // -тегі
  'uly', 'uli', 'kyzy', 'kizi', 'kizy', 'kyzi', // a patronymic that became the surname
  'ogly', 'ogli', 'oglu', 'ugly', 'ugli',
];

/** A woman's form and the man's it is counted as. */
export const feminine: readonly (readonly [string, string])[] = [
  ['ina', 'in'], ['yna', 'yn'], // -ин
  ['skaia', 'ski'], ['tskaia', 'tski'], // -ский, -цкий
];

/** The son or the daughter of. */
export const patronymicEndings: readonly string[] = [
  'uly', 'uli', 'uulu', // -ұлы, -улы; Kyrgyz уулу
  'kyzy', 'kizi', 'kizy', 'kyzi', 'gyzy', 'gizi', 'kyz', // -қызы
  'ogly', 'ogli', 'oglu', 'ugly', 'ugli', // Azerbaijani, Uzbek, Uyghur
  'ovic', 'evic', 'ovna', 'evna', // -ович, -евич, -овна, -евна
  'ic', 'yc', 'icna', 'inicna', // Никитич, Никитична, Ильинична
];

/** Stems that Russian changes before the ending: the name they come from. */
export const changedStems: Readonly<Record<string, string>> = {
  pavl: 'pavel', lv: 'lev', iakovl: 'iakov', il: 'ilia', nikit: 'nikita', kuzm: 'kuzma', luk: 'luka', fom: 'foma', savv: 'savva',
};

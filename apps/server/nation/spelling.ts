/** How the same name is written by another hand: Russian letters, a passport's Latin, endings of women, patronymics. */

const russianOf: Readonly<Record<string, string>> = { ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и' };

const cased = (letter: string, made: string): string => (letter === letter.toLowerCase() ? made : made.charAt(0).toUpperCase() + made.slice(1));

export const hasKazakhLetters = (text: string): boolean => /[әғқңөұүһі]/iu.test(text);

/** Kazakh letters dropped: Нұрсұлтан, Нурсултан. */
export const inRussianLetters = (text: string): string =>
  text.replace(/[әғқңөұүһі]/giu, (letter) => cased(letter, russianOf[letter.toLowerCase()] ?? letter));

/** Before a surname's ending, as clerks of another time heard it: Жақып, Джакупов; Өтеген, Утегенов. */
export const asHeard = (text: string): string =>
  inRussianLetters(text.replace(/^Ө/u, 'У').replace(/^Ж(?=[ае])/u, 'Дж').replace(/қып/gu, 'куп').replace(/^Уә/u, 'Ва'));

const latin: Readonly<Record<string, string>> = {
  а: 'a', ә: 'a', б: 'b', в: 'v', г: 'g', ғ: 'g', д: 'd', е: 'e', ё: 'yo', ж: 'zh', з: 'z', и: 'i', і: 'i', й: 'y', к: 'k', қ: 'k', л: 'l', м: 'm', н: 'n',
  ң: 'n', о: 'o', ө: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ұ: 'u', ү: 'u', ф: 'f', х: 'kh', һ: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch',
  ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya',
};

/** As a passport spells it: Жұмабаев, Zhumabayev; Ерлан, Yerlan. Letters that are not Cyrillic stay. */
export const inLatin = (text: string): string =>
  text.replace(/(^|[\s-]|[аәеёиіоөуұүыэюяьъ])(е)/giu, (_, before: string, e: string) => `${before}${e === 'е' ? 'йе' : 'Йе'}`)
    .replace(/[\u0400-\u04ff]/gu, (letter) => cased(letter, latin[letter.toLowerCase()] ?? letter));

const lastOf = (text: string): string => text.slice(-1).toLowerCase();

/** A woman's form of a surname: Ахметова, Островская; others stay. */
export const ofWoman = (family: string): string =>
  /(ов|ев|ёв|ин|ын)$/u.test(family) ? `${family}а` : /(ск|цк)ий$/u.test(family) ? `${family.slice(0, -2)}ая` : family;

/** A surname with -ов or -ев from a man's name. */
export function withEnding(stem: string): string {
  const last = lastOf(stem);
  if ('йь'.includes(last)) return `${stem.slice(0, -1)}ев`;
  if ('аәеиіыоөуұүэяюшжчщц'.includes(last)) return `${last === 'і' ? `${stem.slice(0, -1)}и` : stem}ев`;
  return `${stem}ов`;
}

export const kazakhPatronymic = (father: string, sex: 'male' | 'female'): string => `${father}${sex === 'male' ? 'ұлы' : 'қызы'}`;

/** Иван: Иванович; Сергей: Сергеевич; Илья: Ильич; Мұса, in Russian letters: Мусаевич. */
export function russianPatronymic(father: string, sex: 'male' | 'female'): string {
  const name = inRussianLetters(father);
  const last = lastOf(name);
  const male = sex === 'male';
  if (name === 'Павел') return male ? 'Павлович' : 'Павловна';
  if (name === 'Лев') return male ? 'Львович' : 'Львовна';
  if (name === 'Михаил') return male ? 'Михайлович' : 'Михайловна';
  if (name === 'Пётр') return male ? 'Петрович' : 'Петровна';
  if (/^(Илья|Никита|Фома|Савва|Кузьма)$/u.test(name)) return `${name.slice(0, -1)}${male ? 'ич' : name === 'Илья' ? 'инична' : 'ична'}`;
  // Василий: Васильевич, but Дмитрий: Дмитриевич, after two consonants.
  if (/[аеёиоуыэюя][бвдзлмнпрстф]ий$/u.test(name.toLowerCase())) return `${name.slice(0, -2)}ье${male ? 'вич' : 'вна'}`;
  if ('йь'.includes(last)) return `${name.slice(0, -1)}е${male ? 'вич' : 'вна'}`;
  if ('аяиыоуеюэжшчщц'.includes(last)) return `${name}е${male ? 'вич' : 'вна'}`;
  return `${name}о${male ? 'вич' : 'вна'}`;
}

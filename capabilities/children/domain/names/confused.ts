/** Sounds that spellings of one name confuse. */

export type Rule = readonly [found: RegExp, becomes: string];

/** One in every key. What these make one, agencies write for one another every day. */
export const always: readonly Rule[] = [
  [/o/g, 'u'], // о, ө and у, ұ, ү: Өтемісов, Утемисов; Қоныр, Конур; Болат, Булат
  [/v/g, 'u'], // в and у: Уәлихан, Валихан; Әнуар, Анвар; Сәуле, Савле
  [/y/g, 'i'], // ы and и, і: Жылқышиев, Жилкишиев
  [/h/g, 'k'], // х and қ, к: Бахыт, Бақыт; Рахим, Рақым
  [/c/g, 'x'], // ч and ш (and щ, which is xc): Чокан, Шоқан
  [/d+(?=t)/g, ''], // Шмидт, Шмит
  [/t+(?=x)/g, ''], // тч: Мкртчян
  [/(.)\1+/g, '$1'], // doubled: Алла, Зайрулла
  [/([ae])ui(?=[^aeiu])/g, '$1u'], // after a glide: Бауыржан, Бауржан; Дәуіт, Даут
];

/** One in the loose key, an alias: by these a name is found, but ranks behind its own key. On the key. */
export const loosely: readonly Rule[] = [
  [/f/g, 'p'], // Мұстафа, Мұстапа; Сафар, Сапар
  [/d$/, 't'], [/b$/, 'p'], [/z$/, 's'], [/g$/, 'k'], // hard at the end: Ахмед, Ахмет; Якуб, Жақып; Алмаз, Алмас
  [/^([^aeiu])i(?=[^aeiu]..)/, '$1'], // Тілеухан, Тлеухан; Қыдырәлі, Кдрали
  [/(?<=[aeiu].*[^aeiu])[iu](?=[^aeiu])/g, ''], // narrow and not first: Тұрсын, Турсун; Қазыбек, Казбек; Абдурахман, Абдрахман
  [/^i(?=s[^aeiu]|[^aeiu][^aeiu])/, ''], // Ысмайыл, Смайыл; Ысқақ, Скак
  [/(.)\1+/g, '$1'],
];

export const ruled = (reading: string, rules: readonly Rule[]): string => rules.reduce((text, [found, becomes]) => text.replace(found, becomes), reading);

/** Letters that one writer reads so and another so; each gives a further key by itself. On the text, small letters. */
export const otherwise: readonly Rule[] = [
  [/ә|ä|ə/gu, 'е'], // Кәрім, Керим; Әсел, Эсель
  [/(?<=[бвгджзклмнпрстфхцчшщ])я/gu, 'а'], // я for ә: Ляззат, Ләззат; Кямиля, Камила
  [/(?<=[bcdfghjklmnpqrstvwxz])ya/gu, 'a'],
  [/ей(?=[бвгджзклмнпрстфхцчшщ])/u, 'ай'], // Зейнеп, Зайнаб; Хусейн, Хусайн; Клейн, Кляйн
  [/e[iy](?=[bcdfghjklmnpqrstvwxz])/u, 'ai'],
  [/ң(?![гғқк])/gu, 'нг'], // Таңат, Тангат
  [/^г(?=[аәеиіоөуұүю])/u, 'х'], // Гасан, Хасан; Гусейн, Хусейн
  [/j/gu, 'i'], // й of Germany and of Turkey's neighbours: Jelena, Julia, Johann
  [/x/gu, 'h'], // х of the Uzbek Latin: Baxtiyor
  [/sh/gu, 'sk'], // с and х side by side: Ashat, Исхак
  [/(?<=[bcdfghjklmnpqrstvwxz])io/gu, 'e'], // ё of the old passport: Aliona, Piotr
  [/c(?=[aeiouöüı])/gu, 'j'], // дж of Turkey: Cemal
  [/c(?=[ei])/gu, 's'], // Alice, Marcel
  [/^ch/u, 'kh'], // х of Germany: Christina
];

/**
 * The ways in which offices write a Kazakh or a Russian name, each letter for letter by its own table: for tests, and
 * apart from the tables that read. A letter not listed stays.
 */
type Table = Readonly<Record<string, string>>;

const kazakhLetters = 'әғқңөұүһі';

/** Kazakh letters as an office without a Kazakh keyboard types them. */
export const russianKeyboard: Table = { ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и' };

const common: Table = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'yo', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r',
  с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya',
};
/** Passports of Kazakhstan. */
const passport: Table = { ...common, ә: 'a', ғ: 'g', қ: 'k', ң: 'n', ө: 'o', ұ: 'u', ү: 'u', һ: 'h', і: 'i' };
/** The same, with q and with й as i, as newspapers do. */
const press: Table = { ...passport, қ: 'q', й: 'i', х: 'h' };
/** Passports of the eighties and nineties, after the French manner. */
const french: Table = { ...passport, ж: 'j', у: 'ou', ұ: 'ou', ү: 'ou', ч: 'tch', й: 'i', ю: 'iou', я: 'ia' };
const own = { ж: 'j', қ: 'q', й: 'i' };
/** The Kazakh Latin of January 2021. */
const of2021: Table = {
  ...common, ...own, ә: 'ä', ғ: 'ğ', ң: 'ñ', ө: 'ö', ұ: 'ū', ү: 'ü', һ: 'h', х: 'h', і: 'ı', ш: 'ş', ч: 'tş', щ: 'şş', ю: 'iu', я: 'ia',
};
/** That of February 2018, with acutes. */
const of2018: Table = { ...common, ...own, ә: 'á', ғ: 'ǵ', ң: 'ń', ө: 'ó', ұ: 'u', ү: 'ú', у: 'ý', һ: 'h', х: 'h', і: 'i', и: 'ı', й: 'ı', ю: 'ıý', я: 'ıa' };
/** That of October 2017, with apostrophes. */
const of2017: Table = {
  ...common, ...own, ә: "a'", ғ: "g'", ң: "n'", ө: "o'", ұ: 'u', ү: "u'", у: "y'", һ: 'h', х: 'h', і: 'i', и: "i'", й: "i'", ш: "s'", ч: "c'", ю: "i'y'", я: "i'a",
};
/** As in Turkey. */
const turkish: Table = { ...common, ж: 'j', қ: 'k', й: 'y', ә: 'ä', ғ: 'ğ', ң: 'ñ', ө: 'ö', ұ: 'u', ү: 'ü', һ: 'h', х: 'h', і: 'i', ы: 'ı', ш: 'ş', ч: 'ç', щ: 'şç' };

const byTable = (table: Table) => (name: string): string => [...name.toLowerCase()].map((letter) => table[letter] ?? letter).join('');

/** `е` is `ye` at the beginning and after a vowel. */
const withYe = (table: Table) => (name: string): string => byTable(table)(name.toLowerCase().replace(/(?<=^|[аәеёиоөуұүыіэюя])е/gu, 'йе'));
/** A Latin letter in place of each Cyrillic one that looks the same. */
const alike: Table = { а: 'a', с: 'c', е: 'e', о: 'o', р: 'p', х: 'x', у: 'y', і: 'i' };

/** By a word for the way. Kazakh ways are for names with no letter of Russian alone; both, for every name. */
export const everyName: Readonly<Record<string, (name: string) => string>> = {
  'small letters': (name) => name.toLowerCase(),
  capitals: (name) => name.toUpperCase(),
  'Russian keyboard': byTable(russianKeyboard),
  passport: byTable(passport),
  'passport with ye': withYe(passport),
  press: byTable(press),
  'old passport': byTable(french),
  'one look-alike': (name) => {
    const letters = [...name.toLowerCase()];
    const at = letters.findIndex((letter) => letter in alike);
    return letters.map((letter, i) => (i === at ? (alike[letter] ?? letter) : letter)).join('');
  },
  'e for ё': (name) => name.replace(/ё/gu, 'е'),
};
export const kazakhName: typeof everyName = {
  'Latin of 2021': byTable(of2021), 'Latin of 2018': byTable(of2018), 'Latin of 2017': byTable(of2017), 'as in Turkey': byTable(turkish),
};
export const isKazakh = (name: string): boolean => [...name.toLowerCase()].some((letter) => kazakhLetters.includes(letter)) || !/[ёцщъьэюяфвч]/iu.test(name);

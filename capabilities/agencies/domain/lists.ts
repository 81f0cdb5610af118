/** Lists from the directory: filtered, found by words, in the order of the reader's alphabet. Pure. */
import type { Names, Organisation } from '#kernel/access/directory.ts';
import type { Language } from '#kernel/contract.ts';
import { compareKk } from '#kernel/texts/kazakh.ts';

const collators: Readonly<Record<Language, (a: string, b: string) => number>> = {
  kk: compareKk,
  ru: new Intl.Collator('ru', { numeric: true }).compare,
  en: new Intl.Collator('en', { numeric: true }).compare,
};

export const byName =
  (language: Language) =>
  (a: { readonly names: Names }, b: { readonly names: Names }): number =>
    collators[language](a.names[language], b.names[language]);

export const compareText = (language: Language, a: string, b: string): number => collators[language](a, b);

const russianKeyboard: Readonly<Record<string, string>> = {
  ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и', ё: 'е', й: 'и',
};
const plain = (text: string): string =>
  text.normalize('NFC').toLowerCase().replace(/[әғқңөұүһіёй]/gu, (letter) => russianKeyboard[letter] ?? letter);

/** Does any of the three names hold every word, spelled with or without the letters a Russian keyboard lacks? */
export function named(names: Names, q: string): boolean {
  const words = plain(q).split(/\s+/u).filter((word) => word !== '');
  return [names.kk, names.ru, names.en].some((name) => {
    const whole = plain(name);
    return words.every((word) => whole.includes(word));
  });
}

export interface Filter {
  readonly kind?: string;
  readonly region?: string;
  readonly district?: string;
  readonly q?: string;
}

/**
 * Organisations that answer a filter. With a region or district also those above it (a department serves every
 * district of its region, the Committee the whole country), so that nobody looks for them in vain.
 */
export function organisationsFor(all: readonly Organisation[], filter: Filter, regionOf: (district: string) => string | undefined): Organisation[] {
  const region = filter.region ?? (filter.district === undefined ? undefined : regionOf(filter.district));
  return all.filter(
    (o) =>
      !o.endedAt &&
      (filter.kind === undefined || o.kind === filter.kind) &&
      (region === undefined || o.region === null || o.region === region) &&
      (filter.district === undefined || o.district === null || o.district === filter.district) &&
      (filter.q === undefined || named(o.names, filter.q)),
  );
}

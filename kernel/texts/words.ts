/** Names of months, weekdays and units in the three languages, for format.ts. For a native reader: the kk column. */
import type { Language } from '../contract.ts';
import type { Unit } from '../terms/term.ts';

/** Months as they stand after a day: «24 қараша», «24 ноября», "24 November". */
export const months: Readonly<Record<Language, readonly string[]>> = {
  kk: ['қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым', 'шілде', 'тамыз', 'қыркүйек', 'қазан', 'қараша', 'желтоқсан'],
  ru: ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};

/** Months standing alone, as on a calendar or a chart. */
export const monthNames: Readonly<Record<Language, readonly string[]>> = {
  kk: ['Қаңтар', 'Ақпан', 'Наурыз', 'Сәуір', 'Мамыр', 'Маусым', 'Шілде', 'Тамыз', 'Қыркүйек', 'Қазан', 'Қараша', 'Желтоқсан'],
  ru: ['Январь', 'Февраль', 'Март', 'Апрель', 'Май', 'Июнь', 'Июль', 'Август', 'Сентябрь', 'Октябрь', 'Ноябрь', 'Декабрь'],
  en: months.en,
};

/** Monday first. */
export const weekdays: Readonly<Record<Language, readonly string[]>> = {
  kk: ['Дүйсенбі', 'Сейсенбі', 'Сәрсенбі', 'Бейсенбі', 'Жұма', 'Сенбі', 'Жексенбі'],
  ru: ['Понедельник', 'Вторник', 'Среда', 'Четверг', 'Пятница', 'Суббота', 'Воскресенье'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

/** Forms by number: Russian one, few, many; English one, many. Kazakh nouns keep the singular after a number. */
export interface Noun {
  readonly kk: string;
  readonly ru: readonly [one: string, few: string, many: string];
  readonly en: readonly [one: string, many: string];
}

export const nouns: Readonly<Record<Exclude<Unit, 'count'> | 'age', Noun>> = {
  minutes: { kk: 'минут', ru: ['минута', 'минуты', 'минут'], en: ['minute', 'minutes'] },
  hours: { kk: 'сағат', ru: ['час', 'часа', 'часов'], en: ['hour', 'hours'] },
  days: { kk: 'күн', ru: ['день', 'дня', 'дней'], en: ['day', 'days'] },
  'calendar-days': {
    kk: 'күнтізбелік күн',
    ru: ['календарный день', 'календарных дня', 'календарных дней'],
    en: ['calendar day', 'calendar days'],
  },
  'working-days': {
    kk: 'жұмыс күні',
    ru: ['рабочий день', 'рабочих дня', 'рабочих дней'],
    en: ['working day', 'working days'],
  },
  months: { kk: 'ай', ru: ['месяц', 'месяца', 'месяцев'], en: ['month', 'months'] },
  years: { kk: 'жыл', ru: ['год', 'года', 'лет'], en: ['year', 'years'] },
  MRP: { kk: 'АЕК', ru: ['МРП', 'МРП', 'МРП'], en: ['MRP', 'MRP'] },
  age: { kk: 'жас', ru: ['год', 'года', 'лет'], en: ['year', 'years'] },
};

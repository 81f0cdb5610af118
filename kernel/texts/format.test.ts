import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { fromMillis, plusMillis } from '../clock.ts';
import type { Language } from '../contract.ts';
import { endOfDay } from '../terms/almaty.ts';
import { ageInYears, formatAge, formatAgo, formatAmount, formatBy, formatDate, formatDateTime, formatDay, formatMoment, formatNumber, formatPercent, formatRelative, formatShortDate, formatTenge, formatTime, formatWeekday, timeLeft } from './format.ts';

const all: readonly Language[] = ['kk', 'ru', 'en'];
/** Spaces that do not break look the same in an expectation. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const inAll = (write: (language: Language) => string): string[] => all.map((language) => plain(write(language)));
/** Tuesday 24 November 2026, 17:40 in Almaty. */
const now = '2026-11-24T12:40:00.000Z';

describe('dates', () => {
  it('with the weekday', () => {
    expect(inAll((l) => formatWeekday(now, l))).toEqual(['Сейсенбі, 24 қараша', 'Вторник, 24 ноября', 'Tuesday, 24 November']);
  });

  it('in full, short, with the time', () => {
    expect(inAll((l) => formatDate(now, l))).toEqual(['2026 жылғы 24 қараша', '24 ноября 2026 г.', '24 November 2026']);
    expect(inAll((l) => formatShortDate(now, l))).toEqual(['24.11.2026', '24.11.2026', '24 Nov 2026']);
    expect(inAll((l) => formatDateTime(now, l))).toEqual(['2026 жылғы 24 қараша, 17:40', '24 ноября 2026 г., 17:40', '24 November 2026, 17:40']);
  });

  it('take a bare date, a birth date before the zone of today too', () => {
    expect(inAll((l) => formatDay('2026-03-08', l))).toEqual(['8 наурыз', '8 марта', '8 March']);
    expect(formatShortDate('2015-01-01', 'ru')).toBe('01.01.2015');
    expect(formatShortDate('1985-07-01', 'ru')).toBe('01.07.1985');
  });

  it('are those of Almaty, in 24 hours', () => {
    expect(formatTime('2026-11-24T19:05:00.000Z')).toBe('00:05');
    expect(plain(formatDay('2026-11-24T19:05:00.000Z', 'en'))).toBe('25 November');
  });

  it('near now are named', () => {
    const at = (ms: number) => inAll((l) => formatMoment(plusMillis(now, ms), now, l));
    expect(at(-(27 * 60 + 35) * 60_000)).toEqual(['кеше 14:05', 'вчера 14:05', 'yesterday 14:05']);
    expect(at(60_000)).toEqual(['бүгін 17:41', 'сегодня 17:41', 'today 17:41']);
    expect(at(24 * 3_600_000)).toEqual(['ертең 17:40', 'завтра 17:40', 'tomorrow 17:40']);
    expect(at(-3 * 86_400_000)).toEqual(['21 қараша, 17:40', '21 ноября, 17:40', '21 November, 17:40']);
    expect(at(60 * 86_400_000)[0]).toBe('2027 жылғы 23 қаңтар, 17:40');
  });
});

describe('numbers', () => {
  it('have spaces and a comma in kk and ru', () => {
    expect(inAll((l) => formatNumber(20_495_975, l))).toEqual(['20 495 975', '20 495 975', '20,495,975']);
    expect(inAll((l) => formatNumber(1234.5, l))).toEqual(['1 234,5', '1 234,5', '1,234.5']);
    expect(inAll((l) => formatNumber(-1000, l))).toEqual(['−1 000', '−1 000', '−1,000']);
    expect(inAll((l) => formatPercent(0.7433, l))).toEqual(['74,3%', '74,3 %', '74.3%']);
    expect(plain(formatTenge(50_851, 'kk'))).toBe('50 851 ₸');
    expect(formatNumber(3.32, 'ru', 1)).toBe('3,3');
    expect(formatNumber(-0.01, 'ru', 0)).toBe('0');
    expect(formatNumber(100, 'ru')).toBe('100');
    expect(formatNumber(Number.NaN, 'ru')).toBe('—');
  });

  it('can be read back', () => {
    fc.assert(
      fc.property(fc.integer(), (n) => {
        expect(Number(formatNumber(n, 'kk').replaceAll('\u00a0', '').replace('−', '-'))).toBe(n);
        expect(Number(formatNumber(n, 'en').replaceAll(',', '').replace('−', '-'))).toBe(n);
      }),
    );
  });

  it('bend the Russian noun', () => {
    const days = [1, 2, 5, 11, 12, 21, 22, 111, 1.5].map((n) => plain(formatAmount(n, 'days', 'ru')));
    expect(days).toEqual(['1 день', '2 дня', '5 дней', '11 дней', '12 дней', '21 день', '22 дня', '111 дней', '1,5 дня']);
  });

  it('write the figure of a term', () => {
    expect(inAll((l) => formatAmount(3, 'working-days', l))).toEqual(['3 жұмыс күні', '3 рабочих дня', '3 working days']);
    expect(inAll((l) => formatAmount(1, 'hours', l))).toEqual(['1 сағат', '1 час', '1 hour']);
    expect(inAll((l) => formatAmount(75, 'MRP', l))).toEqual(['75 АЕК', '75 МРП', '75 MRP']);
    expect(inAll((l) => formatAmount(5000, 'count', l))).toEqual(['5 000', '5 000', '5,000']);
  });
});

describe('ages', () => {
  it('turn on the birthday', () => {
    expect(ageInYears('2015-11-25', now)).toBe(10);
    expect(ageInYears('2015-11-24', now)).toBe(11);
    expect(ageInYears('2008-02-29', '2026-02-28')).toBe(17);
    expect(ageInYears('2008-02-29', '2026-03-01')).toBe(18);
  });

  it('are in years, then months, then days', () => {
    expect(inAll((l) => formatAge('2017-01-01', now, l))).toEqual(['9 жас', '9 лет', '9 years']);
    expect(inAll((l) => formatAge('2026-06-24', now, l))).toEqual(['5 ай', '5 месяцев', '5 months']);
    expect(inAll((l) => formatAge('2026-11-12', now, l))).toEqual(['12 күн', '12 дней', '12 days']);
    expect(formatAge('2026-11-25', now, 'kk')).toBe('');
  });
});

describe('time left', () => {
  const left = (ms: number) => inAll((l) => timeLeft(plusMillis(now, ms), now, l).text);

  it('in minutes', () => {
    expect(left(40 * 60_000)).toEqual(['40 минуттан кейін · 18:20-ға дейін', 'через 40 мин · до 18:20', 'in 40 min · by 18:20']);
    expect(plain(formatRelative(plusMillis(now, 40 * 60_000), now, 'en'))).toBe('in 40 min · by 18:20');
    expect(left(59_000)[0]).toBe('1 минуттан аз қалды · 17:40-қа дейін');
  });

  it('in hours, with minutes while they matter', () => {
    expect(left(80 * 60_000)).toEqual(['1 сағат 20 минуттан кейін · 19:00-ға дейін', 'через 1 ч 20 мин · до 19:00', 'in 1 h 20 min · by 19:00']);
    expect(left(5 * 3_600_000)).toEqual(['5 сағаттан кейін · 22:40-қа дейін', 'через 5 ч · до 22:40', 'in 5 h · by 22:40']);
    expect(left(23 * 3_600_000)).toEqual([
      '23 сағаттан кейін · ертең 16:40-қа дейін', 'через 23 ч · до 16:40 завтра', 'in 23 h · by 16:40 tomorrow',
    ]);
  });

  it('in days, by the date', () => {
    expect(left(3 * 86_400_000)).toEqual(['3 күннен кейін · 27 қарашаға дейін', 'через 3 дня · до 27 ноября', 'in 3 days · by 27 November']);
    expect(left(60 * 86_400_000)).toEqual([
      '60 күннен кейін · 2027 жылғы 23 қаңтарға дейін', 'через 60 дней · до 23 января 2027 г.', 'in 60 days · by 23 January 2027',
    ]);
  });

  it('to the end of a day', () => {
    expect(inAll((l) => timeLeft(endOfDay('2026-11-24'), now, l).text)).toEqual([
      '6 сағаттан кейін · бүгін күн соңына дейін', 'через 6 ч · до конца дня', 'in 6 h · by the end of today',
    ]);
    expect(inAll((l) => formatBy(endOfDay('2026-11-25'), now, l))).toEqual(['25 қарашаға дейін', 'до 25 ноября', 'by 25 November']);
  });

  it('up', () => {
    expect(left(-86_400_000)).toEqual(['1 күн кешікті', 'просрочено на 1 день', '1 day overdue']);
    expect(left(-50 * 60_000)).toEqual(['50 минут кешікті', 'просрочено на 50 мин', '50 min overdue']);
    expect(left(-1)).toEqual(['мерзімі жаңа өтті', 'срок только что истёк', 'just overdue']);
    expect(timeLeft(now, now, 'kk').overdue).toBe(false);
  });

  it('since', () => {
    expect(inAll((l) => formatAgo(plusMillis(now, -5 * 60_000), now, l))).toEqual(['5 минут бұрын', '5 мин назад', '5 min ago']);
    expect(inAll((l) => formatAgo(plusMillis(now, -2 * 86_400_000), now, l))).toEqual(['2 күн бұрын', '2 дня назад', '2 days ago']);
    expect(inAll((l) => formatAgo(now, now, l))).toEqual(['жаңа ғана', 'только что', 'just now']);
  });

  it('is overdue exactly when the due instant has passed, and always says something', () => {
    const ms = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) });
    fc.assert(
      fc.property(ms, ms, fc.constantFrom(...all), (due, at, language) => {
        const found = timeLeft(fromMillis(due), fromMillis(at), language);
        expect(found.overdue).toBe(at > due);
        expect(found.text).not.toMatch(/undefined|NaN|(^|\s)0\s/);
      }),
    );
  });
});

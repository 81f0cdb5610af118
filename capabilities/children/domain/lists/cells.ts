/** What people write into a cell for a day or for a sex. */
import { isDate } from '#kernel/terms/almaty.ts';
import type { Sex } from '../inputs.ts';

const day = /^(\d{1,2})[./\-\s](\d{1,2})[./\-\s](\d{4})(?:\s*(?:г|г\.|ж|ж\.))?(?:\s+0?0:00(?::00)?)?$/;
const dayFromYear = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?:[T\s]0?0:00(?::00)?(?:\.0+)?Z?)?$/;

const dateOf = (year: string, month: string, date: string): string | null => {
  const text = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDate(text) ? text : null;
};

/** `YYYY-MM-DD`, or null where it is no day of the calendar. Day before month, as is written here; a year has four digits. */
export function dateIn(cell: string): string | null {
  const text = cell.trim();
  const [, d, m, y] = day.exec(text) ?? [];
  if (d !== undefined && m !== undefined && y !== undefined) return dateOf(y, m, d);
  const [, year, month, date] = dayFromYear.exec(text) ?? [];
  return year === undefined || month === undefined || date === undefined ? null : dateOf(year, month, date);
}

const sexes: Readonly<Record<string, Sex>> = {
  м: 'male', муж: 'male', мужской: 'male', мальчик: 'male', ер: 'male', ұл: 'male', еркек: 'male', 'ер бала': 'male', m: 'male', male: 'male', boy: 'male', е: 'male',
  ж: 'female', жен: 'female', женский: 'female', девочка: 'female', әйел: 'female', қыз: 'female', 'қыз бала': 'female', f: 'female', female: 'female', girl: 'female', қ: 'female', ә: 'female',
};
export const sexIn = (cell: string): Sex | null => sexes[cell.trim().toLowerCase().replace(/\.$/, '')] ?? null;

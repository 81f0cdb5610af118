/**
 * The individual identification number (ЖСН, ИИН), twelve digits: birth date YYMMDD, century and sex,
 * four of serial, a check digit. Source: domain.md §2 [K].
 * A number proves nothing about its bearer: birth date and sex are recorded on their own, and a newborn or a
 * foundling may have no number at all.
 */
import { isDate } from '#kernel/terms/almaty.ts';

export type IinCode = 'iin.length' | 'iin.digits' | 'iin.date' | 'iin.checksum' | 'iin.century';

export type IinCheck =
  | {
      readonly ok: true;
      /** The twelve digits without the spaces one typed. */
      readonly iin: string;
      /** `YYYY-MM-DD`; null where the seventh digit is 0 (given to some foreigners) and tells no century. */
      readonly birthDate: string | null;
      readonly sex: 'male' | 'female' | null;
    }
  | { readonly ok: false; readonly code: IinCode };

const firstWeights = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const secondWeights = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

/** Spaces and hyphens in the text are overlooked. */
export function checkIin(text: string): IinCheck {
  const iin = text.replace(/[\s-]/g, '');
  if (/[^0-9]/.test(iin)) return { ok: false, code: 'iin.digits' };
  if (iin.length !== 12) return { ok: false, code: 'iin.length' };
  const mark = Number(iin[6]);
  if (mark > 6) return { ok: false, code: 'iin.century' };
  const birthDate = mark === 0 ? null : dateIn(iin, 18 + Math.floor((mark - 1) / 2));
  const possible = birthDate === null ? [dateIn(iin, 19), dateIn(iin, 20)] : [birthDate];
  if (!possible.some(isDate)) return { ok: false, code: 'iin.date' };
  if (checkDigit(iin) !== Number(iin[11])) return { ok: false, code: 'iin.checksum' };
  return { ok: true, iin, birthDate, sex: mark === 0 ? null : mark % 2 === 1 ? 'male' : 'female' };
}

/** For screens and logs: the last four digits alone, since the first six are the birth date. */
export function maskIin(iin: string): string {
  return iin.length === 12 ? `••••••••${iin.slice(8)}` : '•'.repeat(12);
}

/** The digit the first eleven call for; 10 where the number is never issued. */
export function checkDigit(iin: string): number {
  const first = weigh(iin, firstWeights);
  return first === 10 ? weigh(iin, secondWeights) : first;
}

const weigh = (iin: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * Number(iin[index]), 0) % 11;

const dateIn = (iin: string, century: number): string =>
  `${century}${iin.slice(0, 2)}-${iin.slice(2, 4)}-${iin.slice(4, 6)}`;

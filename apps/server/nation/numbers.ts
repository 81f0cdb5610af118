/** Valid numbers that nobody bears: birth date, century and sex, a serial no two share, the check digit. */
import { checkDigit } from '#cap/children/domain/iin.ts';
import { birthDays, isoOf } from './dates.ts';
import type { Sex } from './given.ts';

const serials = 10_000;

/** Gives numbers in the order it is asked; throws where a day has more children of a sex than there are serials. */
export function numbering(): (day: number, sex: Sex) => string {
  const used = new Uint16Array(birthDays * 2);
  return (day, sex) => {
    const iso = isoOf(day);
    const start = `${iso.slice(2, 4)}${iso.slice(5, 7)}${iso.slice(8, 10)}${sex === 'male' ? 5 : 6}`;
    const at = day * 2 + (sex === 'male' ? 0 : 1);
    for (;;) {
      const n = used[at] ?? serials;
      if (n >= serials) throw new Error(`there are no numbers left for ${iso}: fewer children, please`);
      used[at] = n + 1;
      // 7,919 has no divisor in common with 10,000: every serial comes once, and not one after the other.
      const eleven = `${start}${String((n * 7_919 + day * 31) % serials).padStart(4, '0')}`;
      const digit = checkDigit(eleven);
      if (digit < 10) return `${eleven}${digit}`;
    }
  };
}

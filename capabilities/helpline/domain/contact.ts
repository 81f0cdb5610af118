/** How an applicant is known again: his number in its one spelling, and his contact in one. */

import { cut } from '#kernel/texts/text.ts';

/** `123456789012`, `123 456 789 012` → `123-456-789-012`; null where these are not twelve digits. */
export function plainNumber(text: string): string | null {
  const digits = text.replace(/\D/g, '');
  return digits.length === 12 ? digits.replace(/(\d{3})(?=\d)/g, '$1-') : null;
}

/** A telephone number as its last ten digits (8 701… and +7 701… are one), anything else in small letters without spaces. */
export function plainContact(text: string): string | null {
  const digits = text.replace(/\D/g, '');
  const letters = text.replace(/[\d\s+().-]/g, '');
  if (letters === '' && digits.length >= 6) return digits.slice(-10);
  const plain = text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  // Counted in letters, as the database counts: two emoji are two.
  return Array.from(plain).length < 3 ? null : cut(plain, 300);
}

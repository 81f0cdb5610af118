/**
 * Telephone numbers of Kazakhstan: `+7` and ten digits, the first 7 or 6; and the short numbers of help.
 * Source: domain.md §2 [K].
 */

/** Emergency, police, ambulance, the children's line and the state's enquiries. */
const shortNumbers: readonly string[] = ['102', '103', '111', '112', '1414', '1424'];

export type PhoneCheck =
  | { readonly ok: true; readonly phone: string }
  | { readonly ok: false; readonly code: 'phone.invalid' };

/** What people type (`8 (701) 123-45-67`, `77011234567`, `701 123 45 67`) as E.164; a short number stays as it is. */
export function normalisePhone(text: string): PhoneCheck {
  const typed = text.replace(/[\s().\-\u2010-\u2015]/g, '');
  if (shortNumbers.includes(typed)) return { ok: true, phone: typed };
  // `8` stands for the country only without a plus: +8… is another part of the world.
  const subscriber = /^(?:\+7|7|8)?([67]\d{9})$/.exec(typed)?.[1];
  return subscriber === undefined ? { ok: false, code: 'phone.invalid' } : { ok: true, phone: `+7${subscriber}` };
}

/** `+77011234567` → `+7 701 123 45 67`, without line breaks within; anything else as it is. */
export function formatPhone(phone: string): string {
  return phone.replace(/^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/, '+7\u00a0$1\u00a0$2\u00a0$3\u00a0$4');
}

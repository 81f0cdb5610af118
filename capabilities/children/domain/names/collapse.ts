/** Sounds that spellings of one name confuse, made one: from a reading to a key. */

/**
 * о/у: Өтемісов, Утемисов; Қоныр, Конур. в/у: Уәлихан, Валихан; Әнуар, Анвар. ы/и: Жылқы, Жилки.
 * х/к: Бахыт, Бақыт. ч/ш: Шоқан, Чокан; щ is xc and becomes ш.
 */
const same: Readonly<Record<string, string>> = { o: 'u', v: 'u', y: 'i', h: 'k', c: 'x' };

/** Twice the same letter is once: Алла, Зайрулла. */
export const collapse = (reading: string): string => [...reading].map((l) => same[l] ?? l).join('').replace(/(.)\1+/g, '$1');

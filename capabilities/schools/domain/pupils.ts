/** By what one knows that a pupil comes again: names in any script and order, a lone given name only within its class. Pure. */
import { aliasesOf, isPatronymic, keyOf, wordsOf } from '#cap/children/contract.ts';
import type { Write } from '#kernel/procedures/declare.ts';
import type { BullyingRecord, Pupil, Side } from '../contract.ts';

/** `6 Б`, `6-б` and `6б` are one class; '' where there is nothing to read. */
export const classKey = (className: string | null): string => (className ?? '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The barest of the keys a name is found under: what is spelt with another vowel meets there. Both names must meet, at one school. */
const barest = (word: string): string =>
  [keyOf('family', word), ...aliasesOf('family', word)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0] ?? '';

/** '' where there is no name in it. */
export function pupilKey({ name, className }: Pick<Pupil, 'name' | 'className'>): string {
  const words = wordsOf(name).filter((word) => /\p{L}/u.test(word));
  const own = words.filter((word) => !isPatronymic(word));
  const keys = [...new Set((own.length > 0 ? own : words).map(barest).filter((key) => key !== ''))].sort();
  return keys.length === 1 ? `${keys[0] ?? ''}@${classKey(className)}` : keys.join('+');
}

export function putPupils(file: string, { school, hurt, others }: Pick<BullyingRecord, 'school' | 'hurt' | 'others'>, at: string): Write {
  const row = (side: Side) => (p: Pupil) => ({ side, key: pupilKey(p), name: p.name, class: classKey(p.className) === '' ? null : p.className });
  const rows = [...(hurt === null ? [] : [hurt].map(row('hurt'))), ...others.map(row('others'))].filter((r) => r.key !== '');
  return { statement: 'schools.pupils', values: [file, school, JSON.stringify(rows), at] };
}

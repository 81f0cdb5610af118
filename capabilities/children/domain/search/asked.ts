/** A question as the database is asked it (store/migrations, children.rank): keys, hashes, days. Pure. */
import { aliasesOf, isPatronymic, keyOf, spellingOf, type NamePart } from '../names/keys.ts';
import { closeTo, exchanged } from './dates.ts';
import { partNumber } from './entries.ts';
import { hashesOf, slipsIn } from './hashes.ts';
import type { Narrowing } from '../views.ts';
import type { Question } from './question.ts';

/** How improbable it may be at most that this child was meant, and what a word costs that fits nothing. */
const most = 14;
const unused = 7;
/** A beginning of a word is looked for from so many letters on. */
const beginsFrom = 3;

const parts: readonly NamePart[] = ['family', 'given', 'patronymic'];

export interface Asked {
  readonly words: readonly { readonly w: number; readonly shaped: boolean; readonly places: readonly string[] }[];
  /** Keys of each word as each part: `c` 0 the main one, 1 another. */
  readonly keys: readonly { readonly w: number; readonly p: number; readonly k: string; readonly c: number }[];
  readonly near: readonly { readonly w: number; readonly s: string; readonly h: readonly number[]; readonly most: number }[];
  readonly begins: readonly { readonly w: number; readonly p: number; readonly k: string }[];
  readonly day: string | null;
  readonly swapped: string | null;
  readonly close: readonly string[];
  readonly since: string | null;
  readonly until: string | null;
  readonly sex: string | null;
  readonly region: string | null;
  readonly district: string | null;
  readonly iin: string | null;
  readonly end: string | null;
  readonly most: number;
  readonly unused: number;
}

export function askedOf(question: Question): Asked {
  const { words, born } = question;
  const keys = words.flatMap(({ text }, w) =>
    parts.flatMap((part) => [
      { w, p: partNumber[part], k: keyOf(part, text), c: 0 },
      ...aliasesOf(part, text).map((k) => ({ w, p: partNumber[part], k, c: 1 })),
    ]),
  );
  const spelt = words.map(({ text }) => spellingOf(text));
  const last = spelt.length - 1;
  const beginning = keyOf('given', words[last]?.text ?? '');
  return {
    words: words.map(({ text, places }, w) => ({ w, shaped: isPatronymic(text), places })),
    keys: keys.filter(({ k }) => k !== ''),
    near: spelt.flatMap((s, w) => (slipsIn(s) === 0 ? [] : [{ w, s, h: hashesOf(s), most: slipsIn(s) }])),
    begins: beginning.length < beginsFrom ? [] : parts.map((part) => ({ w: last, p: partNumber[part], k: beginning })),
    day: born.day, swapped: born.day === null ? null : exchanged(born.day), close: born.day === null ? [] : closeTo(born.day), since: born.since, until: born.until,
    sex: question.sex, region: question.region, district: question.district, iin: question.iin, end: question.end, most, unused,
  };
}

/** What would tell the children apart that fit alike: what was not said yet, the best first. */
export function narrowingsOf(question: Question): readonly Narrowing[] {
  const found: Narrowing[] = [];
  if (question.words.length < 2) found.push('name');
  if (question.born.day === null) found.push('born');
  if (question.words.length === 2) found.push('patronymic');
  if (question.district === null && question.words.every((w) => w.places.length === 0)) found.push('district');
  if (question.sex === null) found.push('sex');
  return found;
}

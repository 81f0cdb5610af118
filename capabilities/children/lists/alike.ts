/** How much speaks for it that a row of a list and a child of the register are one, in the words of the model that also judges the register's own pairs. */
import { judge, type Model } from '../domain/matching/children/model.ts';
import { parentOf, type Person, type Word } from '../domain/matching/children/person.ts';
import type { NamePart } from '../domain/names/keys.ts';
import type { Sex } from '../domain/inputs.ts';
import { wordOfName } from './remembered.ts';

/** What of a child is weighed; less than half of it may be known. */
export interface Weighable {
  readonly born: string | null;
  readonly sex: Sex | null;
  readonly iin: string | null;
  readonly region: string;
  readonly district: string | null;
  readonly names: readonly { readonly family: string | null; readonly given: string | null; readonly patronymic: string | null }[];
  readonly mother: string | null;
  readonly father: string | null;
}
export interface Alike {
  readonly weight: number;
  readonly reasons: readonly object[];
  readonly likely: 'same' | 'look';
}

const word = (part: NamePart, text: string | null): Word | null => (text === null ? null : wordOfName(part, text));

const personOf = (c: Weighable): Person => ({
  names: c.names.map((n) => ({ family: word('family', n.family), given: word('given', n.given), patronymic: word('patronymic', n.patronymic) })),
  born: c.born === null ? 0 : Number(c.born.replaceAll('-', '')), exact: c.born !== null, sex: c.sex, iin: Number(c.iin ?? 0), region: c.region, district: c.district,
  mother: c.mother === null ? null : parentOf(c.mother), father: c.father === null ? null : parentOf(c.father),
});

/** Whoever is weighed here is to be looked at in any case: the number, or name and day, said so. */
export function weighing(model: Model): (one: Weighable, other: Weighable) => Alike {
  const judged = judge(model);
  return (one, other) => {
    const { weight, reasons, likely } = judged.pair(personOf(one), personOf(other));
    return { weight, reasons, likely: likely === 'same' ? 'same' : 'look' };
  };
}

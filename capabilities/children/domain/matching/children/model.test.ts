/** What the weights that come with the program say of pairs a worker knows. */
import { describe, expect, it } from 'vitest';
import { firstModel } from './first-model.ts';
import { fieldNames, fields } from './levels.ts';
import { judge } from './model.ts';
import { parentOf, wordOf, type Frequency, type Person } from './person.ts';

const used: Frequency = () => ({ bits: 12, used: true });
const person = (family: string, given: string, patronymic: string | null, born: number, more: Partial<Person> = {}): Person => ({
  names: [{ family: wordOf('family', family, used), given: wordOf('given', given, used), patronymic: wordOf('patronymic', patronymic, used) }],
  born, exact: true, sex: 'male', iin: 0, region: 'r', district: 'd', mother: parentOf('Ахметова Айгүл Маратқызы'), father: null, ...more,
});
const child = person('Ахметов', 'Нұрсұлтан', 'Серікұлы', 20140403, { iin: 140403500123 });
const judged = judge(firstModel);
const likely = (other: Person): string => judged.pair(child, other).likely;

describe('the weights that come with the program', () => {
  it('are whole: each level of each field, in each class', () => {
    expect(firstModel.weights.map((w) => [w.field, w.level])).toEqual(fieldNames.flatMap((f) => fields[f].map((level) => [f, level])));
    for (const w of firstModel.weights) expect(w.likely).toHaveLength(firstModel.classes.length);
    expect(firstModel.shares.reduce((sum, s) => sum + s, 0)).toBeCloseTo(1, 3);
  });

  it('take another agency’s spelling for the same child', () => {
    expect(likely(person('Ахметов', 'Нурсултан', 'Серикович', 20140403))).toBe('same');
    expect(likely(person('Akhmetov', 'Nursultan', null, 20140403))).toBe('same');
    expect(likely(person('Нұрсұлтан', 'Ахметов', 'Серікұлы', 20140403))).toBe('same');
  });

  it('hold apart twins, brothers, and whoever bears another number', () => {
    expect(likely(person('Ахметов', 'Дәурен', 'Серікұлы', 20140403))).toBe('different');
    expect(likely(person('Ахметов', 'Дәурен', 'Серікұлы', 20160911))).toBe('different');
    expect(likely(person('Ахметов', 'Нұрсұлтан', 'Болатұлы', 20101120, { iin: 101120500456, mother: parentOf('Ахметова Дана') }))).toBe('different');
    const { reasons } = judged.pair(child, person('Ахметов', 'Нұрсұлтан', 'Серікұлы', 20140403, { iin: 140403500999 }));
    expect(reasons.find((r) => r.field === 'iin')).toMatchObject({ level: 'different' });
    expect(reasons.find((r) => r.field === 'iin')!.weight).toBeLessThan(-3);
  });
});

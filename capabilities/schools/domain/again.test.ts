import { describe, expect, it } from 'vitest';
import { whoComesAgain, type Seen } from './again.ts';
import { pupilKey } from './pupils.ts';

const seen = (file: string, side: Seen['side'], name: string, className: string | null = null, school = 'one'): Seen =>
  ({ file, school, side, key: pupilKey({ name, className }), name, class: className, at: `2026-11-${file.padStart(2, '0')}T05:00:00.000Z` });
type Who = readonly [name: string, className?: string];
/** Two files: who is hurt and who hurts, as each of them was written. */
const pairs = (...files: readonly (readonly [Who, Who])[]) =>
  whoComesAgain(files.flatMap(([hurt, other], i) => [seen(String(i + 1), 'hurt', ...hurt), seen(String(i + 1), 'others', ...other)])).filter((a) => a.what === 'pair');
const bully: Who = ['Данияр Сәрсенов', '6 Б'];

describe('a pair comes again', () => {
  it.each([
    ['in another script and order', ['Нұрсұлтан Жақыпов'], ['Dzhakupov Nursultan']],
    ['with a slip of the finger', ['Нұрсұлтан Жақыпов'], ['Нұрслтан Жакыпов']],
    ['with a patronymic in one of them', ['Нұрсұлтан Жақыпов'], ['Жақыпов Нұрсұлтан Ерланұлы']],
    ['under the mother’s surname, in the same class', ['Айлин Тиесғазы', '6 Ә'], ['Айлин Шүкірова', '6-ә']],
    ['under the mother’s surname, of the same father', ['Айлин Тиесғазы Ерланқызы'], ['Айлин Шүкірова Ерлановна']],
    ['shortened', ['Темірлан Жабаев'], ['Темір Жабаев']],
    ['by the given name alone, in the same class', ['Мадина', '2 А'], ['Мадина Омарова', '2а']],
    ['with two slips in a short name, beside the surname', ['Айару Байтасова'], ['Байтасова Ацау Тимурқызы']],
    ['with a name of three letters mistyped', ['Әли Азаматов'], ['Азаматов Әл']],
    ['by the end of the given name, in the same class', ['Көзайым Тиесова', '2 В'], ['Айым Бұқарова', '2 В']],
    ['with a given name mistyped beyond knowing, beside the surname in the same class', ['Ксения Беловоденко', '7 Б'], ['Беловоденко Ксбша', '7 Б']],
    ['with the ending of the surname lost, and the father’s name', ['Омарова Дана Ерланқызы'], ['Омаров Дана Ерланқызы']],
    ['with a given name that ends as a patronymic does', ['Дүрқыз Бөкеқазы'], ['Бөкеқазы Дуркыз Ерланқызы']],
  ] as const)('%s', (_how, first, second) => {
    expect(pairs([first, bully], [second, bully])).toMatchObject([{ names: [second[0], 'Данияр Сәрсенов'], times: 2, proceedings: ['2', '1'] }]);
  });

  it.each([
    ['a brother', ['Аслан Жақыпов', '6 Б'], ['Ерлан Жақыпов', '6 Б']],
    ['a namesake of another father', ['Аслан Жақыпов Ерланұлы'], ['Аслан Жақыпов Болатұлы']],
    ['the same given name in another class', ['Аслан Жақыпов', '6 Б'], ['Аслан Омаров', '7 А']],
    ['a short name that others begin with too, under another surname', ['Мейрам Әдилов'], ['Мейрамбике Бадамова']],
    ['a sister who shares the surname without an ending, and the father', ['Мейрам Гүлнар Райқазықызы'], ['Мырзажігіт Мейрам Райқазыұлы']],
    ['a sister of a name like his, in another class', ['Нұрасыл Бүркітов', '4 Ә'], ['Нұрайым Бүркітова', '1 А']],
    ['another of the surname, whose name begins alike, in no class', ['Ксения Беловоденко'], ['Карина Беловоденко']],
    ['the same surname without an ending', ['Аслан Сейсен'], ['Мәди Сейсен']],
  ] as const)('not as %s', (_who, first, second) => {
    expect(pairs([first, bully], [second, bully])).toEqual([]);
  });

  it('not when only who hurts is the same, nor at another school, nor twice in one file', () => {
    expect(pairs([['Айша Омарова'], bully], [['Тимур Ким'], bully])).toEqual([]);
    const two = (school: string, file: string) => [seen(file, 'hurt', 'Айша Омарова', null, school), seen(file, 'others', ...([...bully] as [string, string]), school)];
    expect(whoComesAgain([...two('one', '1'), ...two('other', '2')])).toEqual([]);
    expect(whoComesAgain([...two('one', '1'), seen('1', 'others', 'Сәрсенов Данияр')])).toEqual([]);
  });

  it('of many files the newest twenty are named, and of many pupils two hundred', () => {
    const files = Array.from({ length: 25 }, (_, i) => seen(String(i).padStart(2, '0'), 'hurt', 'Айша Омарова'));
    expect(whoComesAgain(files)).toMatchObject([{ what: 'hurt', times: 25, proceedings: files.slice(5).map((s) => s.file).reverse() }]);
    const pupils = Array.from({ length: 250 }, (_, i) => `${['Б', 'В', 'Г', 'Д', 'М'][i % 5] ?? ''}${['а', 'о', 'у', 'ы', 'е'][Math.floor(i / 5) % 5] ?? ''}${['л', 'м', 'н', 'р', 'с', 'т', 'ш', 'п', 'к', 'б'][Math.floor(i / 25)] ?? ''}ан Омаров`);
    expect(whoComesAgain(pupils.flatMap((name) => [seen('01', 'others', name), seen('02', 'others', name)]))).toHaveLength(200);
  });
});

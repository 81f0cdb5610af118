/** Lists as agencies write them: lines in any encoding, rows that lose nothing, columns, cells, and who a row may mean. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf } from '../names/keys.ts';
import { dateIn, sexIn } from './cells.ts';
import { columnsFault, looksLikeHeading, placesOf, proposeColumns } from './columns.ts';
import { cellsOf, delimiterOf, rowsOf, type Row } from './csv.ts';
import { matchRow, type Candidate } from './match.ts';
import { readRow, type ListedChild } from '../../lists/person.ts';
import { linesOf, lineText, longestLine } from './text.ts';

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const gather = async <T>(all: AsyncIterable<readonly T[]>): Promise<T[]> => {
  const found: T[] = [];
  for await (const some of all) found.push(...some);
  return found;
};
const linesIn = (bytes: Buffer, size = 7): Promise<string[]> => gather(linesOf(inChunks(bytes, size)));
const rowsIn = (text: string | Buffer, delimiter: Parameters<typeof rowsOf>[1] = 'semicolon'): Promise<Row[]> => gather(rowsOf(linesOf(inChunks(Buffer.from(text), 11)), delimiter));

/** KZ-1048 of «Нұрсұлтан Әлімғазы», as an old program of a polyclinic writes it. */
const kz1048 = Buffer.from([0xcd, 0xa2, 0xf0, 0xf1, 0xa2, 0xeb, 0xf2, 0xe0, 0xed, 0x20, 0xa3, 0xeb, 0xb3, 0xec, 0xba, 0xe0, 0xe7, 0xfb]);

describe('lines', () => {
  it('are read each in its own encoding', async () => {
    const russian = Buffer.from([0xc8, 0xe2, 0xe0, 0xed]);
    const file = Buffer.concat([Buffer.from('\ufeffТегі\r\n'), kz1048, Buffer.from('\n'), russian, Buffer.from('\r\nСәуле')]);
    for (const size of [1, 5, 1000]) expect(await linesIn(file, size)).toEqual(['Тегі', 'Нұрсұлтан Әлімғазы', 'Иван', 'Сәуле']);
  });
  it('of UTF-16 are read by its mark', async () => {
    expect(await linesIn(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Аты\nӘсел\n', 'utf16le')]), 3)).toEqual(['Аты', 'Әсел']);
  });
  it('without an end take no memory, and are one line', async () => {
    const endless = Buffer.alloc(5 * longestLine, 'а');
    const lines = await linesIn(Buffer.concat([endless, Buffer.from('\nб\n')]), 10_000);
    expect([lines.length, lines[1]]).toEqual([2, 'б']);
    expect(lines[0]?.length).toBeLessThanOrEqual(longestLine);
  });
  it('never throw, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => typeof lineText(Buffer.from(bytes)) === 'string'));
  });
});

describe('rows', () => {
  it('have cells in quotes, with delimiters, quotes and line ends in them', async () => {
    const rows = await rowsIn('а;б\n"x;""y""\nz";в\n"ТОО ""Ромашка""";"г"\n');
    expect(rows).toEqual([
      { line: 1, cells: ['а', 'б'], broken: false }, { line: 2, cells: ['x;"y"\nz', 'в'], broken: false }, { line: 4, cells: ['ТОО "Ромашка"', 'г'], broken: false },
    ]);
    expect(cellsOf('ТОО "Ромашка";2', 'semicolon')).toEqual(['ТОО "Ромашка"', '2']);
  });
  it('with a quote that never closes cost themselves and no other', async () => {
    const lines = ['аты;күні', '"Асан;1', ...Array.from({ length: 60 }, (_, i) => `Бала ${i};2`), 'Үсен;"3', 'Соңғы;4'];
    const rows = await rowsIn(lines.join('\n'));
    expect(rows.map((r) => r.line)).toEqual(lines.map((_, i) => i + 1));
    expect(rows.filter((r) => r.broken).map((r) => r.line)).toEqual([2, 63]);
  });
  it('are as many as lines that are not blank, where no cell runs over a line', async () => {
    const letter = fc.constantFrom(...'аәбв1 ;,"=\t');
    const line = fc.string({ unit: letter, maxLength: 12 });
    await fc.assert(fc.asyncProperty(fc.array(line, { maxLength: 30 }), async (lines) => {
      const rows = await rowsIn(['а;б;в', ...lines].join('\n'));
      // A row over several lines has exactly as many cells as the heading; every line is in one row.
      const owned = rows.map((r, i) => [r.line, rows[i + 1]?.line ?? lines.length + 2]);
      expect(owned[0]?.[0]).toBe(1);
      const covered = new Set(rows.flatMap((r) => Array.from({ length: r.cells.join('\n').split('\n').length }, (_, i) => r.line + i)));
      ['а;б;в', ...lines].forEach((text, i) => {
        if (text.trim() !== '') expect(covered.has(i + 1), JSON.stringify([i + 1, lines])).toBe(true);
      });
      expect(new Set(rows.map((r) => r.line)).size).toBe(rows.length);
    }));
  });
  it('tell by what their cells are parted', () => {
    expect(delimiterOf(['а;б;в', '1;2,5;3'])).toBe('semicolon');
    expect(delimiterOf(['a,b', '1,2'])).toBe('comma');
    expect(delimiterOf(['a\tb', '1\t2'])).toBe('tab');
    expect(delimiterOf(['а'])).toBe('semicolon');
  });
});

describe('columns', () => {
  it.each([
    [['№', 'Фамилия', 'Имя', 'Отчество', 'Дата рождения', 'Пол', 'ИИН', 'Класс'], ['left-out', 'family', 'given', 'patronymic', 'born', 'sex', 'iin', 'left-out']],
    [['Тегі', 'Аты', 'Әкесінің аты', 'Туған күні', 'ЖСН', 'Жынысы'], ['family', 'given', 'patronymic', 'born', 'iin', 'sex']],
    [['ID', 'Full name', 'Date of Birth', 'Gender', 'Mother'], ['reference', 'name', 'born', 'sex', 'mother']],
    [['ФИО ребёнка', 'Д.р.', 'ФИО матери', 'Адрес'], ['name', 'born', 'mother', 'left-out']],
  ])('are known by their headings: %j', (headings, columns) => {
    expect(proposeColumns(headings, [])).toEqual(columns);
  });
  it('without headings are known by what stands in them', () => {
    const rows = [['Асанов', '03.04.2014', '140403500011', 'м'], ['Үсенова', '2015-12-31', '', 'ж'], ['Ким', '1.2.2016', '160201600013', 'қыз']];
    expect(looksLikeHeading(rows[0] ?? [])).toBe(false);
    expect(proposeColumns(['', '', '', ''], rows).slice(0, 2)).toEqual(['left-out', 'born']);
    expect(proposeColumns(['', '', '', ''], rows)[3]).toBe('sex');
  });
  it('must recognise a child', () => {
    expect(columnsFault(['family', 'given', 'born'])).toBeNull();
    expect(columnsFault(['family', 'given'])).toBe('children.list-nobody');
    expect(columnsFault(['born', 'iin'])).toBe('children.list-nobody');
    expect(columnsFault(['name', 'name', 'born'])).toBe('children.list-twice');
    expect(columnsFault(['name', 'born', 'left-out', 'left-out'])).toBeNull();
  });
});

describe('cells', () => {
  it('say a day, day before month', () => {
    expect(['03.04.2014', '3/4/2014', '2014-04-03', '03.04.2014 г.', '2014-04-03T00:00:00.000Z', '03.04.2014 00:00'].map(dateIn)).toEqual(Array(6).fill('2014-04-03'));
    expect(['31.02.2014', '03.04.14', '13.13.2014', '0.0.0000', 'кеше', '41732'].map(dateIn)).toEqual(Array(6).fill(null));
  });
  it('say a sex in three languages', () => {
    expect(['м', 'Ер', 'ұл', 'Male', 'муж.'].map(sexIn)).toEqual(Array(5).fill('male'));
    expect(['Ж', 'қыз', 'әйел', 'f', 'Девочка'].map(sexIn)).toEqual(Array(5).fill('female'));
    expect(sexIn('?')).toBeNull();
  });
});

const columns = ['reference', 'family', 'given', 'patronymic', 'born', 'sex', 'iin', 'left-out'] as const;
const reading = { places: placesOf(columns), width: columns.length, now: '2026-11-24T07:00:00.000Z', adult: 18 };
const read = (cells: readonly string[], broken = false) => readRow({ line: 2, cells, broken }, reading);
const codes = (cells: readonly string[], broken = false): string[] => {
  const found = read(cells, broken);
  return found.ok ? [] : found.faults.map((f) => `${f.column} ${f.code}`);
};

describe('a row', () => {
  it('is a child as it was written', () => {
    expect(read(['7', ' Асанов ', 'Нұрсұлтан', 'Болат  ұлы', '03.04.2014', 'ұл', '', 'x'])).toEqual({
      ok: true, child: { reference: '7', family: 'Асанов', given: 'Нұрсұлтан', patronymic: 'Болат ұлы', born: '2014-04-03', sex: 'male', iin: null, mother: null, father: null },
    });
  });
  it.each([
    [['1', 'Асанов', 'Асан', '', '03.04.1900', '', '', ''], ['born list.adult']],
    [['1', 'Асанов', 'Асан', '', '03.04.2100', '', '', ''], ['born birth-date.future']],
    [['1', 'Асанов', 'Асан', '', '31.02.2014', '', '', ''], ['born list.date']],
    [['1', 'Асанов', 'Асан', '', '', '', '', ''], ['row list.neither']],
    [['1', 'Асанов', 'Асан', '', '', '', '140403500012', ''], ['iin iin.checksum']],
    [['1', '', '', '', '03.04.2014', '', '', ''], ['given required']],
    [['1', '=HYPERLINK("http://x")', 'Асан', '', '03.04.2014', '', '', ''], ['family list.name']],
    [['1', '12345', 'Асан', '', '03.04.2014', '', '', ''], ['family list.name']],
    [['1', 'а'.repeat(401), 'Асан', '', '03.04.2014', '', '', ''], ['family too-long']],
    [['1', 'Аса\0нов', 'Асан', '', '03.04.2014', '', '', ''], ['row list.null-byte']],
    [['1', 'Асанов', 'Асан'], ['row list.fewer-cells']],
    [['1', 'Асанов', 'Асан', '', '03.04.2014', '', '', '', 'артық'], ['row list.more-cells']],
    [['1', 'Асанов', 'Асан', '', '03.04.2014', 'белгісіз', '', ''], ['sex list.sex']],
  ])('that cannot be read says why: %j', (cells, wrong) => {
    expect(codes(cells)).toEqual(wrong);
  });
  it('keeps a name of 400 letters, and answers for a broken quote', () => {
    expect(codes(['1', 'а'.repeat(400), 'Асан', '', '03.04.2014', '', '', ''])).toEqual([]);
    expect(codes(['1'], true)).toEqual(['row list.quote']);
  });
  it('is a child or a reason, whatever stands in it', () => {
    const sign = fc.constantFrom('а', 'Ә', '7', '.', '0', '=', '\0', '\ud800', ' ', '"', '-', '\u202e', '👧', '1', '2');
    fc.assert(fc.property(fc.array(fc.string({ unit: sign, maxLength: 12 }), { maxLength: 12 }), (cells) => {
      const found = read(cells);
      return found.ok ? found.child.given !== null || found.child.family !== null : found.faults.length > 0;
    }));
  });
});

describe('who a row means', () => {
  const row: ListedChild = { reference: null, family: 'Асанов', given: 'Нурсултан', patronymic: 'Болатович', born: '2014-04-03', sex: null, iin: '140403500011', mother: null, father: null };
  const candidate = (more: Partial<Candidate>): Candidate => ({ id: 'a', born: '2014-04-03', iin: null, byReference: false, names: [{ family: 'Асанов', given: 'Нұрсұлтан', patronymic: 'Болатұлы' }], ...more });
  const answer = (r: ListedChild, ...all: Candidate[]): string => matchRow(r, all, keyOf)?.likeness ?? 'another';

  it('is the same by number and a name, or by name and day', () => {
    expect(answer(row, candidate({ iin: row.iin }))).toBe('same');
    expect(answer({ ...row, iin: null }, candidate({}))).toBe('same');
    expect(answer({ ...row, iin: null, patronymic: null }, candidate({ iin: row.iin }))).toBe('same');
  });
  it('is looked at where something speaks against it', () => {
    expect(answer(row, candidate({ iin: row.iin, born: '2014-03-04' }))).toBe('look');
    expect(answer(row, candidate({ iin: row.iin, names: [{ family: 'Ким', given: 'Анна', patronymic: null }] }))).toBe('look');
    expect(answer(row, candidate({ iin: '150403500018' }))).toBe('look');
    expect(answer({ ...row, iin: null, patronymic: 'Маратович' }, candidate({}))).toBe('look');
  });
  it('is another where the name is another: twins are two', () => {
    expect(answer({ ...row, iin: null }, candidate({ names: [{ family: 'Асанов', given: 'Арман', patronymic: 'Болатұлы' }] }))).toBe('another');
    expect(answer({ ...row, iin: null }, candidate({ born: '2014-04-04' }))).toBe('another');
  });
  it('is for a person to say where two are equally near', () => {
    expect(answer({ ...row, iin: null }, candidate({}), candidate({ id: 'b' }))).toBe('look');
  });
  it('by the agency’s own number is the same while a name agrees', () => {
    expect(answer({ ...row, iin: null, family: 'Серікова' }, candidate({ byReference: true }))).toBe('same');
    expect(answer({ ...row, iin: null, family: 'Ким', given: 'Анна' }, candidate({ byReference: true }))).toBe('look');
  });
});

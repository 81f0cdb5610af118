/** A made list of pupils, as a stream of lines: nobody of it lives. Every fiftieth row has something wrong, every hundredth is a row of before in another writing. */
import { checkIin } from '#cap/children/domain/iin.ts';

const families = ['Асанов', 'Үсенов', 'Жұмабаев', 'Серіков', 'Ахметов', 'Ким', 'Петров', 'Иванов', 'Қасымов', 'Оспанов', 'Төлегенов', 'Бекжанов', 'Сыздықов', 'Нұрланов', 'Мұқанов', 'Смағұлов', 'Кузнецов', 'Абдуллаев', 'Цой', 'Шмидт'];
const givens = ['Асан', 'Алия', 'Нұрсұлтан', 'Айша', 'Данияр', 'Әсел', 'Ержан', 'Мадина', 'Тимур', 'Анна', 'Иван', 'Зере', 'Әлихан', 'Томирис', 'Санжар', 'Камила', 'Мирас', 'Инжу', 'Рамазан', 'София'];
const fathers = ['Болат', 'Марат', 'Серік', 'Қайрат', 'Ерлан', 'Нұрлан', 'Асқар', 'Дәулет', 'Талғат', 'Бауыржан'];
const syllables = ['ба', 'қай', 'жан', 'төл', 'мұр', 'сар', 'кен', 'ал', 'ши', 'дар', 'ер', 'ғал', 'нұр', 'тай', 'бек', 'сә'];

const pick = <T>(all: readonly T[], n: number): T => all[n % all.length] as T;
/** A number spread over 32 bits: the same one gives the same. */
const mix = (n: number): number => {
  let h = Math.imul(n ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) >>> 0;
  return (h ^ (h >>> 16)) >>> 0;
};
const two = (n: number): string => String(n).padStart(2, '0');

function iinFor(year: number, month: number, day: number, male: boolean, serial: number): string {
  const bare = `${two(year % 100)}${two(month)}${two(day)}${male ? 5 : 6}${String(serial % 10_000).padStart(4, '0')}`;
  for (let digit = 0; digit < 10; digit += 1) if (checkIin(`${bare}${digit}`).ok) return `${bare}${digit}`;
  return '';
}

function line(i: number): string {
  const n = i % 100 === 99 ? i - 50 : i;
  const h = mix(n);
  const male = h % 2 === 0;
  const [year, month, day] = [2009 + (h % 16), 1 + ((h >>> 4) % 12), 1 + ((h >>> 8) % 28)];
  const rare = pick(syllables, h >>> 3) + pick(syllables, h >>> 7) + pick(syllables, h >>> 11);
  const root = h % 3 === 0 ? pick(families, h >>> 5) : `${(rare[0] ?? '').toUpperCase()}${rare.slice(1)}ов`;
  const given = pick(givens, h >>> 9);
  const father = pick(fathers, h >>> 13);
  const born = i % 50 === 7 ? pick(['31.02.2014', '01.01.1900', '01.01.2100', 'кеше'], h) : `${two(day)}.${two(month)}.${year}`;
  const iin = h % 5 === 0 ? '' : iinFor(year, month, day, male, mix(n + 7));
  const patronymic = i === n ? `${father}${male ? 'ұлы' : 'қызы'}` : `${father}${male ? 'ович' : 'овна'}`;
  return `${i + 1};${root}${male ? '' : 'а'};${given};${patronymic};${born};${male ? 'ұл' : 'қыз'};${iin};${1 + (h % 11)}-сынып\n`;
}

export function* listOf(rows: number): Generator<Buffer> {
  let lines = 'Жеке іс;Тегі;Аты;Әкесінің аты;Туған күні;Жынысы;ЖСН;Сынып\n';
  for (let i = 0; i < rows; i += 1) {
    lines += line(i);
    if (lines.length > 60_000) {
      yield Buffer.from(lines);
      lines = '';
    }
  }
  yield Buffer.from(lines);
}

/** Which column holds what: proposed from its heading in Kazakh, Russian or English, else from what stands in it. A person confirms it. */
import { checkIin } from '../iin.ts';
import { dateIn, sexIn } from './cells.ts';
import { listFields, type ListColumn, type ListField } from './inputs.ts';

/** Words of headings, folded (`plain`). The first field whose word is in a heading has it; the whole heading counts before a part. */
const words: Readonly<Record<ListField, readonly string[]>> = {
  iin: ['иин', 'жсн', 'iin', 'иин ребенка', 'баланың жсн', 'индивидуальный идентификационный номер', 'жеке сәйкестендіру нөмірі', 'individual identification number'],
  mother: ['мать', 'мама', 'фио матери', 'анасы', 'анасының аты жөні', 'mother', 'шешесі', 'мать фио'],
  father: ['отец', 'папа', 'фио отца', 'әкесі', 'әкесінің аты жөні', 'father', 'отец фио'],
  patronymic: ['отчество', 'әкесінің аты', 'patronymic', 'middle name', 'отчество ребенка'],
  family: ['фамилия', 'тегі', 'surname', 'last name', 'family name', 'фамилия ребенка', 'family'],
  name: ['фио', 'ф и о', 'фио ребенка', 'аты жөні', 'баланың аты жөні', 'тегі аты әкесінің аты', 'фамилия имя отчество', 'full name', 'name of child', 'child name', 'ученик', 'оқушы', 'пациент'],
  given: ['имя', 'аты', 'есімі', 'given name', 'first name', 'имя ребенка', 'баланың аты', 'given', 'name'],
  born: ['дата рождения', 'др', 'д р', 'день рождения', 'туған күні', 'туған жылы', 'туған күні айы жылы', 'date of birth', 'birth date', 'birthdate', 'dob', 'born', 'год рождения'],
  sex: ['пол', 'жынысы', 'sex', 'gender'],
  reference: ['личное дело', 'номер личного дела', 'номер карты', 'номер', 'код', 'код ученика', 'id', 'reference', 'нөмірі', 'іс нөмірі', 'жеке іс', 'n п п', 'табельный номер', 'карта'],
};

const plain = (text: string): string => text.toLowerCase().replaceAll('ё', 'е').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

const order: readonly ListField[] = ['iin', 'mother', 'father', 'name', 'patronymic', 'family', 'given', 'born', 'sex', 'reference'];

function byHeading(heading: string): ListField | null {
  const text = plain(heading);
  if (text === '') return null;
  const whole = order.find((field) => words[field].includes(text));
  if (whole !== undefined) return whole;
  return order.find((field) => words[field].some((word) => word.length > 3 && ` ${text} `.includes(` ${word} `))) ?? null;
}

const half = 0.5;
function byContent(cells: readonly string[]): ListField | null {
  const full = cells.map((c) => c.trim()).filter((c) => c !== '');
  if (full.length === 0) return null;
  const mostly = (is: (cell: string) => boolean): boolean => full.filter(is).length > full.length * half;
  if (mostly((c) => checkIin(c).ok)) return 'iin';
  if (mostly((c) => dateIn(c) !== null)) return 'born';
  return mostly((c) => sexIn(c) !== null) ? 'sex' : null;
}

/** The first row is no heading where something in it is a date or a number of a person. */
export const looksLikeHeading = (cells: readonly string[]): boolean => !cells.some((c) => dateIn(c) !== null || checkIin(c).ok || /^\d{12}$/.test(c.trim()));

/** One for each column of the heading (or the first row); each field once. `rows`: the first rows of the file. */
export function proposeColumns(headings: readonly string[], rows: readonly (readonly string[])[]): ListColumn[] {
  const taken = new Set<ListField>();
  const named = headings.map((h) => byHeading(h));
  const give = (field: ListField | null): ListColumn => {
    if (field === null || taken.has(field)) return 'left-out';
    taken.add(field);
    return field;
  };
  const first = named.map(give);
  return first.map((column, i) => (column === 'left-out' ? give(byContent(rows.map((r) => r[i] ?? ''))) : column));
}

/** What is wrong with a choice of columns, by the code of a problem; null when rows can be read by it. */
export function columnsFault(columns: readonly ListColumn[]): 'children.list-twice' | 'children.list-nobody' | null {
  const used = columns.filter((c) => c !== 'left-out');
  if (new Set(used).size !== used.length) return 'children.list-twice';
  const named = (['name', 'family', 'given'] as const).some((f) => used.includes(f));
  return named && (used.includes('born') || used.includes('iin')) ? null : 'children.list-nobody';
}

/** Where each field stands. */
export const placesOf = (columns: readonly ListColumn[]): ReadonlyMap<ListField, number> =>
  new Map(listFields.flatMap((field) => (columns.includes(field) ? [[field, columns.indexOf(field)] as const] : [])));

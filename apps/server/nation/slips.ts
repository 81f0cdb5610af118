/** What agencies get wrong, one function a kind. Each gives the record with its slip, or null where it cannot be made. */
import { between, oneOf, type Chance } from './chance.ts';
import { isoOf, nationDay } from './dates.ts';
import type { Person } from './population.ts';
import { hasKazakhLetters, inLatin, inRussianLetters, kazakhPatronymic, russianPatronymic } from './spelling.ts';
import { shortOf } from './words/short.ts';

/** What an agency writes of a child. */
export interface Written {
  readonly family: string | null;
  readonly given: string | null;
  readonly patronymic: string | null;
  readonly born: string;
  readonly district: string;
}
const nameFields = ['family', 'given', 'patronymic'] as const;
type NameField = (typeof nameFields)[number];

type Slip = (draw: Chance, w: Written, person: Person, elsewhere: readonly string[]) => Written | null;

const everyName = (w: Written, how: (text: string) => string): Written => ({
  ...w, family: w.family === null ? null : how(w.family), given: w.given === null ? null : how(w.given), patronymic: w.patronymic === null ? null : how(w.patronymic),
});

/** Keys side by side: the Russian layout, the Kazakh letters above it, and the Latin one. */
const rows = ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю', 'әіңғүұқөһ', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const;

function besideKey(draw: Chance, letter: string): string {
  const row = rows.find((r) => r.includes(letter));
  if (row === undefined) return letter;
  const at = row.indexOf(letter);
  return oneOf(draw, [row[at - 1], row[at + 1]].filter((l) => l !== undefined));
}

/** One slip of a finger: a key beside, a letter lost, doubled, exchanged with the next, or one too many. */
function mistyped(draw: Chance, text: string): string {
  const at = between(draw, text.length > 3 ? 1 : 0, text.length - 1);
  const letter = text[at] ?? '';
  const key = besideKey(draw, letter.toLowerCase());
  const typed = letter === letter.toLowerCase() ? key : key.toUpperCase();
  const kind = draw();
  if (kind < 0.4) return text.slice(0, at) + typed + text.slice(at + 1);
  if (kind < 0.62) return text.slice(0, at) + text.slice(at + 1);
  if (kind < 0.74) return text.slice(0, at) + letter.toLowerCase() + text.slice(at);
  if (kind < 0.9) return text.slice(0, at) + (text[at + 1] ?? '') + letter + text.slice(at + 2);
  return text.slice(0, at + 1) + key + text.slice(at + 1);
}

function typo(draw: Chance, w: Written): Written | null {
  const where = draw();
  const field: NameField = where < 0.45 ? 'family' : where < 0.85 ? 'given' : 'patronymic';
  const text = w[field];
  if (text === null || text.length < 3) return null;
  const made = mistyped(draw, text);
  return made === text ? null : { ...w, [field]: made };
}

const homoglyphs: Readonly<Record<string, string>> = { а: 'a', с: 'c', е: 'e', о: 'o', р: 'p', х: 'x', у: 'y', і: 'i', А: 'A', В: 'B', С: 'C', Е: 'E', Н: 'H', К: 'K', М: 'M', О: 'O', Р: 'P', Т: 'T', Х: 'X' };

function homoglyph(draw: Chance, w: Written): Written | null {
  const field: NameField = draw() < 0.6 ? 'family' : 'given';
  const text = w[field] ?? '';
  const places = [...text].flatMap((letter, i) => (letter in homoglyphs ? [i] : []));
  if (places.length === 0) return null;
  const at = oneOf(draw, places);
  return { ...w, [field]: text.slice(0, at) + (homoglyphs[text[at] ?? ''] ?? '') + text.slice(at + 1) };
}

const isDay = (iso: string): boolean => {
  const ms = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === iso && iso <= nationDay && iso >= isoOf(-730);
};

function dayMonth(_: Chance, w: Written): Written | null {
  const [year, month, day] = w.born.split('-');
  const born = `${year ?? ''}-${day ?? ''}-${month ?? ''}`;
  return born !== w.born && isDay(born) ? { ...w, born } : null;
}

function bornDigit(draw: Chance, w: Written): Written | null {
  for (let n = 0; n < 10; n += 1) {
    const at = oneOf(draw, [2, 3, 3, 5, 6, 6, 8, 9, 9]);
    const born = w.born.slice(0, at) + String(between(draw, 0, 9)) + w.born.slice(at + 1);
    if (born !== w.born && isDay(born)) return { ...w, born };
  }
  return null;
}

const motherSurname: Slip = (_, w, { maiden, family }) => (maiden === null || maiden === family ? null : { ...w, family: maiden });

/** The other manner, in families that know both: Серікұлы, Серикович. */
const otherPatronymic: Slip = (_, w, { sex, patronymic, father, language }) => {
  if (father === null || patronymic === null || language !== 'kk') return null;
  const made = /(ұлы|қызы)$/u.test(patronymic) ? russianPatronymic(father.given, sex) : kazakhPatronymic(father.given, sex);
  return { ...w, patronymic: made };
};

const shortForm: Slip = (draw, w) => {
  const made = w.given === null ? null : shortOf(draw, w.given);
  return made === null ? null : { ...w, given: made };
};

const swapped: Slip = (_, w) => (w.given === null || w.family === null || w.given === w.family ? null : { ...w, family: w.given, given: w.family });
const moved: Slip = (draw, w, _person, elsewhere) => {
  const others = elsewhere.filter((d) => d !== w.district);
  return others.length === 0 ? null : { ...w, district: oneOf(draw, others) };
};

const kind = (share: number, slip: Slip): { readonly share: number; readonly slip: Slip } => ({ share, slip });

/** Kinds in the order in which they happen; how often each among the slips, MADE UP. */
export const slips = {
  'mother-surname': kind(4, motherSurname),
  'patronymic-other': kind(6, otherPatronymic),
  'patronymic-missing': kind(10, (_, w) => (w.patronymic === null ? null : { ...w, patronymic: null })),
  'short-form': kind(8, shortForm),
  'kazakh-letters': kind(22, (_, w) => (nameFields.some((f) => hasKazakhLetters(w[f] ?? '')) ? everyName(w, inRussianLetters) : null)),
  latin: kind(8, (_, w) => everyName(w, inLatin)),
  homoglyph: kind(7, homoglyph),
  typo: kind(14, typo),
  'two-typos': kind(5, (draw, w) => {
    const once = typo(draw, w);
    const twice = once === null ? null : typo(draw, once);
    // The second may undo the first.
    return twice === null || nameFields.every((f) => twice[f] === w[f]) ? null : twice;
  }),
  swapped: kind(4, swapped),
  'day-month': kind(5, dayMonth),
  'born-digit': kind(6, bornDigit),
  moved: kind(8, moved),
} as const;
export type SlipKind = keyof typeof slips;

/** The columns of any table, and what kind each is, read from the data alone. */

export type Kind = 'date' | 'code' | 'word' | 'words';

export interface Column {
  readonly name: string;
  readonly kind: Kind;
  /** One a row, cleaned; '' where nothing is said. */
  readonly values: readonly string[];
  /** Words of each row: of a `words` column, and of those that only repeat parts of it. */
  readonly words: readonly (readonly string[])[];
}

/** Small letters, one space between words, no marks. */
export const clean = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

const isDateLike = (text: string): boolean => /^\s*((1[5-9]|2[01])\d{6}|\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4})\s*$/.test(text);

/** Eight digits, year first; '' for what cannot be read as a date. */
export function dateDigits(text: string): string {
  const parts = text.trim().split(/[-./]/);
  if (parts.length === 1) return /^\d{8}$/.test(text.trim()) ? text.trim() : '';
  if (parts.length !== 3) return '';
  const [year, month, day] = parts[0]!.length === 4 ? parts : [parts[2]!, parts[1]!, parts[0]!];
  return `${year!}${month!.padStart(2, '0')}${day!.padStart(2, '0')}`;
}

const share = (values: readonly string[], is: (value: string) => boolean): number => {
  const said = values.filter((v) => v.trim() !== '');
  return said.length === 0 ? 0 : said.filter(is).length / said.length;
};

export function kindOf(values: readonly string[]): Kind {
  if (share(values, isDateLike) > 0.8) return 'date';
  if (share(values, (v) => /\d/.test(v)) > 0.7) return 'code';
  return share(values, (v) => clean(v).includes(' ')) > 0.25 ? 'words' : 'word';
}

const split = (value: string): string[] => (value === '' ? [] : [...new Set(value.split(' '))]);

/** A column that only repeats parts of another (a surname beside the full name) says nothing by itself. */
function repeats(part: readonly string[], whole: readonly (readonly string[])[]): boolean {
  let [both, inside] = [0, 0];
  part.forEach((value, i) => {
    if (value === '' || whole[i]!.length === 0) return;
    both += 1;
    if (split(value).every((w) => whole[i]!.includes(w))) inside += 1;
  });
  return both > 0 && inside / both > 0.6;
}

/**
 * The columns that can say whether two rows are one. Left out: those named in `ignore`, record numbers (no value occurs
 * twice), what is the same everywhere, and what repeats parts of another column, whose words it lends.
 */
export function columnsOf(header: readonly string[], rows: readonly (readonly string[])[], ignore: readonly string[]): Column[] {
  const raw = header
    .map((name, at) => ({ name, values: rows.map((row) => row[at] ?? '') }))
    .filter(({ name, values }) => {
      const said = values.filter((v) => v.trim() !== '');
      const distinct = new Set(said).size;
      return !ignore.includes(name) && distinct > 1 && distinct < said.length;
    })
    .map(({ name, values }): Column => {
      const kind = kindOf(values);
      const cleaned = values.map(kind === 'date' ? dateDigits : clean);
      return { name, kind, values: cleaned, words: cleaned.map(split) };
    });
  const wholes = raw.filter((c) => c.kind === 'words');
  const partOf = (c: Column): Column | undefined => wholes.find((w) => w !== c && c.kind !== 'date' && repeats(c.values, w.words) && !(wholes.includes(c) && repeats(w.values, c.words)));
  const parts = new Map(raw.flatMap((c) => {
    const whole = partOf(c);
    return whole === undefined ? [] : [[c, whole] as const];
  }));
  return raw
    .filter((c) => !parts.has(c))
    .map((c) => {
      const lent = [...parts].filter(([, whole]) => whole === c).map(([part]) => part);
      return lent.length === 0 ? c : { ...c, words: c.words.map((own, i) => [...new Set([...own, ...lent.flatMap((p) => p.words[i]!)])]) };
    });
}

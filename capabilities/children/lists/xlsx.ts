/**
 * The first sheet of an XLSX (ECMA-376), as lines of CSV, row by row. A formula is its text and nothing is ever worked out; a
 * day is written as a day. Whatever else is in the file (pictures, macros, links) is not opened.
 */
import sax from 'sax';
import { mostColumns } from '../domain/lists/inputs.ts';
import { damaged, partsIn, textOf, type Parts } from './unzip.ts';

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}
interface Handlers {
  open?(tag: Tag): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Local names alone: some programs write prefixes. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Yields after each piece of text, so that what was gathered can go on. */
async function* parsed(text: AsyncIterable<string>, handlers: Handlers): AsyncGenerator<void> {
  const parser = sax.parser(true);
  let failed = false;
  parser.onerror = () => {
    failed = true;
  };
  parser.onopentag = (tag) => handlers.open?.({ name: local(tag.name), attributes: tag.attributes as Record<string, string> });
  parser.ontext = (words) => handlers.text?.(words);
  parser.oncdata = (words) => handlers.text?.(words);
  parser.onclosetag = (name) => handlers.close?.(local(name));
  for await (const piece of text) {
    parser.write(piece);
    if (failed) throw damaged();
    yield;
  }
  // What breaks off is an error here.
  parser.close();
  if (failed) throw damaged();
  yield;
}

async function readAll(parts: Parts, name: string, handlers: Handlers): Promise<void> {
  const entry = parts.get(name);
  if (entry === undefined) return;
  for await (const _ of parsed(textOf(entry), handlers)) continue;
}

const mostShared = 4_000_000;
const mostSharedLetters = 48_000_000;

async function sharedStrings(parts: Parts): Promise<string[]> {
  const all: string[] = [];
  let [word, inText, phonetic, letters] = ['', false, false, 0];
  await readAll(parts, 'xl/sharedStrings.xml', {
    open: ({ name }) => {
      if (name === 'si') word = '';
      if (name === 't') inText = true;
      if (name === 'rPh') phonetic = true;
    },
    text: (words) => {
      if (!inText || phonetic) return;
      word += words;
      letters += words.length;
      if (letters > mostSharedLetters || all.length > mostShared) throw damaged();
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') phonetic = false;
      if (name === 'si') all.push(word);
    },
  });
  return all;
}

/** Formats of days among those that every program knows (ECMA-376 §18.8.30). */
const ofDays = (id: number): boolean => (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);

/** Which cell styles show a number as a day. */
async function dayStyles(parts: Parts): Promise<ReadonlySet<number>> {
  const own = new Set<number>();
  const days = new Set<number>();
  let [inCells, style] = [false, 0];
  await readAll(parts, 'xl/styles.xml', {
    open: ({ name, attributes }) => {
      if (name === 'numFmt' && /[yd]/i.test((attributes['formatCode'] ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))) own.add(Number(attributes['numFmtId']));
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const id = Number(attributes['numFmtId']);
      if (ofDays(id) || own.has(id)) days.add(style);
      style += 1;
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return days;
}

interface Book {
  readonly sheet: string;
  /** Days are counted from 1904 and not from 1900. */
  readonly from1904: boolean;
}

async function bookOf(parts: Parts): Promise<Book> {
  let [first, from1904] = [null as string | null, false];
  await readAll(parts, 'xl/workbook.xml', {
    open: ({ name, attributes }) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name === 'sheet') first ??= Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? null;
    },
  });
  let target: string | null = null;
  await readAll(parts, 'xl/_rels/workbook.xml.rels', {
    open: ({ name, attributes }) => {
      if (name === 'Relationship' && attributes['Id'] === first) target = attributes['Target'] ?? null;
    },
  });
  const sheet = target === null ? 'xl/worksheets/sheet1.xml' : (target as string).startsWith('/') ? (target as string).slice(1) : `xl/${target as string}`;
  if (!parts.has(sheet)) throw damaged();
  return { sheet, from1904 };
}

const msOfDay = 86_400_000;
function dayOf(serial: number, from1904: boolean): string {
  const days = from1904 ? serial + 1462 : serial;
  // The format takes 1900 for a leap year: before its 1 March the days are one less.
  const at = Date.UTC(1899, 11, 30) + Math.floor(days < 60 ? days + 1 : days) * msOfDay;
  return Number.isFinite(at) && days > 0 && days < 2_958_466 ? new Date(at).toISOString().slice(0, 10) : String(serial);
}

/** `C7` is column 2; null where it is none. */
function columnOf(place: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(place ?? '')?.[1];
  return letters === undefined ? null : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A cell of ours: no line ends in it, so that a row is a line. */
const cellText = (text: string): string => {
  const line = text.replace(/[\r\n]+/g, ' ');
  return /[;"]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
};
const mostRows = 1_048_576;

/** Lines of CSV under semicolons; a line's number is the number of the row in the sheet. */
export async function* sheetLines(bytes: Buffer): AsyncGenerator<Buffer> {
  const parts = await partsIn(bytes);
  const { sheet, from1904 } = await bookOf(parts);
  const shared = await sharedStrings(parts);
  const days = await dayStyles(parts);
  const out: string[] = [];
  let [row, written] = [0, 0];
  let cells: string[] = [];
  let cell = { at: 0, type: 'n', style: 0, value: '', formula: null as string | null };
  let inside: 'v' | 'f' | 't' | null = null;

  const valueOf = (): string => {
    if (cell.formula !== null && cell.formula !== '') return `=${cell.formula}`;
    if (cell.type === 's') return shared[Number(cell.value)] ?? '';
    if (cell.type !== 'n') return cell.value;
    const number = Number(cell.value);
    if (cell.value === '' || Number.isNaN(number)) return cell.value;
    if (days.has(cell.style)) return dayOf(number, from1904);
    // A long number is written with an exponent; a number of a person has twelve digits, the first of them lost where it was 0.
    return Number.isSafeInteger(number) ? number.toFixed(0) : cell.value;
  };
  const handlers: Handlers = {
    open: ({ name, attributes }) => {
      if (name === 'row') {
        row = Math.min(mostRows, Math.max(row + 1, Number(attributes['r'] ?? row + 1) || row + 1));
        cells = [];
      } else if (name === 'c') {
        cell = { at: Math.min(mostColumns, columnOf(attributes['r']) ?? cells.length), type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), value: '', formula: null };
      } else if (name === 'v') inside = 'v';
      else if (name === 'f') {
        inside = 'f';
        cell.formula = '';
      } else if (name === 't') inside = 't';
    },
    text: (words) => {
      if (inside === 'f') cell.formula = (cell.formula ?? '') + words;
      else if (inside !== null) cell.value += words;
    },
    close: (name) => {
      if (name === 'v' || name === 'f' || name === 't') inside = null;
      else if (name === 'c') {
        while (cells.length < cell.at) cells.push('');
        cells[cell.at] = cellText(valueOf());
      } else if (name === 'row') {
        out.push('\n'.repeat(Math.max(0, row - written - 1)), cells.join(';'), '\n');
        written = row;
      }
    },
  };
  const entry = parts.get(sheet);
  if (entry === undefined) throw damaged();
  for await (const _ of parsed(textOf(entry), handlers)) if (out.length > 0) yield Buffer.from(out.splice(0).join(''));
}

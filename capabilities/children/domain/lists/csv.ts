/**
 * Rows of a CSV file (RFC 4180, and what programs make of it). Our own and not a library's: those give up a file, or take
 * all the rest of it for one cell, where a quote never closes; here that costs the one row in which it stands.
 */

/** What parts cells, by its name. */
export const delimiters = { semicolon: ';', comma: ',', tab: '\t', bar: '|' } as const;
export type Delimiter = keyof typeof delimiters;

/** A row as it stands in the file. `line`: the line it begins on, from 1. `broken`: a quote that never closes. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
  readonly broken: boolean;
}

/** Cells of one row; null where a quote is still open at its end. A quote in the middle of a bare cell is a letter. */
export function cellsOf(text: string, parted: Delimiter): string[] | null {
  const delimiter = delimiters[parted];
  if (!text.includes('"')) return text.split(delimiter);
  const cells: string[] = [];
  for (let at = 0; ; ) {
    let cell = '';
    if (text[at] === '"') {
      for (at += 1; ; ) {
        const quote = text.indexOf('"', at);
        if (quote === -1) return null;
        cell += text.slice(at, quote);
        at = quote + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at += 1;
      }
    }
    const end = text.indexOf(delimiter, at);
    cells.push(cell + text.slice(at, end === -1 ? undefined : end));
    if (end === -1) return cells;
    at = end + 1;
  }
}

/** The sign that parts most cells in the first lines. */
export function delimiterOf(lines: readonly string[]): Delimiter {
  const count = (d: Delimiter): number => lines.reduce((sum, line) => sum + (cellsOf(line, d)?.length ?? 1) - 1, 0);
  return (Object.keys(delimiters) as Delimiter[]).reduce((best, d) => (count(d) > count(best) ? d : best));
}

/** Lines a row may run over, by line ends inside quotes. */
const mostLines = 20;
const isBlank = (line: string): boolean => line.trim() === '';

/**
 * Rows of the lines, those of blank lines left out. A row over several lines is believed where it has as many cells as
 * the first row of the file: or one quote too many would swallow its neighbours.
 */
export async function* rowsOf(lines: AsyncIterable<readonly string[]>, delimiter: Delimiter): AsyncGenerator<readonly Row[]> {
  let width: number | null = null;
  let line = 0;
  let waiting: string[] = [];
  const rows: Row[] = [];
  const add = (row: Row): void => {
    width ??= row.cells.length;
    rows.push(row);
  };
  /** The first of the waiting lines is a row by itself, whatever is in it; the others are looked at anew. */
  const giveUp = (): void => {
    const [first = '', ...others] = waiting;
    add({ line: line - others.length, cells: first.split(delimiters[delimiter]), broken: true });
    waiting = [];
    line -= others.length;
    for (const other of others) take(other);
  };
  const take = (text: string): void => {
    line += 1;
    if (waiting.length === 0) {
      if (isBlank(text)) return;
      const cells = cellsOf(text, delimiter);
      if (cells === null) waiting = [text];
      else add({ line, cells, broken: false });
      return;
    }
    waiting.push(text);
    const cells = cellsOf(waiting.join('\n'), delimiter);
    if (cells !== null && (width === null || cells.length === width)) {
      add({ line: line - waiting.length + 1, cells, broken: false });
      waiting = [];
    } else if (cells !== null || waiting.length === mostLines) giveUp();
  };
  for await (const some of lines) {
    for (const text of some) take(text);
    if (rows.length > 0) yield rows.splice(0);
  }
  while (waiting.length > 0) giveUp();
  if (rows.length > 0) yield rows.splice(0);
}

/** The beginning of a list: what parts its cells, its headings, and which column seems to hold what. */
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import { cut } from '#kernel/texts/text.ts';
import { looksLikeHeading, proposeColumns } from '../domain/lists/columns.ts';
import { delimiterOf, rowsOf, type Delimiter, type Row } from '../domain/lists/csv.ts';
import { mostColumns, type TakeFileInput } from '../domain/lists/inputs.ts';
import { linesOf } from '../domain/lists/text.ts';

const firstLines = 30;
const longestHeading = 100;

/** The first rows, as they stand; `delimiter` where it is known already. */
export async function firstRows(beginning: AsyncIterable<Buffer>, most: number, known: Delimiter | null = null): Promise<{ delimiter: Delimiter; rows: readonly Row[] }> {
  const lines: string[] = [];
  for await (const some of linesOf(beginning)) {
    lines.push(...some);
    if (lines.length > most * 4) break;
  }
  const delimiter = known ?? delimiterOf(lines.filter((l) => l.trim() !== '').slice(0, firstLines));
  async function* once(): AsyncGenerator<readonly string[]> {
    yield lines;
  }
  const rows: Row[] = [];
  for await (const some of rowsOf(once(), delimiter)) rows.push(...some);
  return { delimiter, rows: rows.slice(0, most) };
}

const clean = (heading: string): string => cut(heading.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ').replace(/\s+/g, ' ').trim(), longestHeading);

export async function survey(beginning: AsyncIterable<Buffer>): Promise<Pick<TakeFileInput, 'delimiter' | 'heading' | 'headings' | 'proposed'> | Refusal> {
  const { delimiter, rows } = await firstRows(beginning, firstLines);
  const [first, ...others] = rows;
  if (first === undefined) return refuse('file-empty', 400);
  if (first.cells.length > mostColumns) return refuse('children.list-wide', 413);
  const heading = looksLikeHeading(first.cells);
  // Of a list without one the first row is a child: no word of it is recorded.
  const headings = first.cells.map((c) => (heading ? clean(c) : ''));
  return { delimiter, heading, headings, proposed: proposeColumns(headings, (heading ? others : rows).map((r) => r.cells)) };
}

/** A table as a workbook of one sheet. Every cell is text, so that nothing in it is ever a formula; what XML cannot hold is left out. */
import writeWorkbook from 'write-excel-file/node';
import { cleanText } from './clean.ts';
import { cut } from './text.ts';

/** Letters in a cell, and what a column is wide at most, in letters. */
const longest = 32_767;
const widest = 60;

/** `rows`: the first is the head, and stays in sight. */
export async function xlsx(name: string, rows: readonly (readonly string[])[]): Promise<Buffer> {
  const [head = [], ...body] = rows.map((row) => row.map((text) => cut(cleanText(text), longest)));
  const widths = head.map((_, i) => ({ width: Math.min(widest, Math.max(10, ...[head, ...body].map((row) => (row[i] ?? '').length + 2))) }));
  const cell = (value: string, bold = false) => (value === '' ? null : { type: String, value, ...(bold ? { fontWeight: 'bold' as const } : {}) });
  return writeWorkbook([head.map((text) => cell(text, true)), ...body.map((row) => row.map((text) => cell(text)))], { sheet: name, columns: widths, stickyRowsCount: 1 }).toBuffer();
}

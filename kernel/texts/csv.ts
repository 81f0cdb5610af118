/** A table as text that spreadsheets open: UTF-8 with its mark, semicolons (which they take in Kazakh and Russian settings), every cell in quotes. Pure. */

/** What a spreadsheet would take for a formula, also behind blanks and in wide letters. */
const formula = /^[\s\u200b-\u200f\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

const cell = (text: string): string => `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

export const csvMark = '\ufeff';
export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(';')}\r\n`;
export const csv = (rows: readonly (readonly string[])[]): string => csvMark + rows.map(csvLine).join('');

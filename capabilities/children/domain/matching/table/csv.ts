/** Comma-separated text with quotes, as RFC 4180 has it; spaces around a value are not part of it. */
import type { Table } from './link.ts';

export function readCsv(text: string): Table {
  const [header = [], ...rows] = lines(text.replace(/^\uFEFF/, '')).filter((row) => row.some((v) => v !== ''));
  return { header, rows };
}

function lines(text: string): string[][] {
  const found: string[][] = [];
  let row: string[] = [];
  // A value in quotes, in which two quotes stand for one, or plain up to the next comma or line end.
  for (const [all, quoted, plain, end] of text.matchAll(/[^\S\n]*(?:"((?:[^"]|"")*)"[^\S\n]*|([^,\n]*))(,|\n|$)/g)) {
    if (all === '' && row.length === 0) break;
    row.push((quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"')).trim());
    if (end === ',') continue;
    found.push(row);
    row = [];
  }
  return found;
}

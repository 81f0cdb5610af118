/**
 * From the bytes of a list to lines of text. Agencies' programs write UTF-8, UTF-16, Windows-1251 and its Kazakh sister
 * (KZ-1048, STRK 1048-2002), now and then two of them in one file: so each line is read by itself.
 */

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const cyrillic = new TextDecoder('windows-1251');
/** Where KZ-1048 has a Kazakh letter, Windows-1251 has one of Ukrainian, Belarusian or Serbian, which no name here is written in. */
const kazakh: Readonly<Record<string, string>> = {
  Ќ: 'Қ', ќ: 'қ', Ћ: 'Һ', ћ: 'һ', Ў: 'Ұ', ў: 'ұ', Ј: 'Ә', ј: 'ә', Ґ: 'Ө', ґ: 'ө', Є: 'Ғ', є: 'ғ', Ї: 'Ү', ї: 'ү', Ѕ: 'Ң', ѕ: 'ң',
};
const otherLetters = /[ЌќЋћЎўЈјҐґЄєЇїЅѕ]/g;

/** One line, in the encoding that it is in. */
export function lineText(bytes: Buffer): string {
  try {
    return strict.decode(bytes);
  } catch {
    // No UTF-8: then it is one of the old tables.
  }
  return cyrillic.decode(bytes).replace(otherLetters, (letter) => kazakh[letter] ?? letter);
}

const newline = 0x0a;
const carriage = 0x0d;
/** Bytes: a longer line is cut; whatever it is, it is no row of a list. */
export const longestLine = 64 * 1024;

const isUtf16 = (start: Buffer): 'utf-16le' | 'utf-16be' | null =>
  start[0] === 0xff && start[1] === 0xfe ? 'utf-16le' : start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : null;

/** UTF-16 with its mark, made UTF-8; all else as it is. */
async function* asBytes(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let wide: TextDecoder | null = null;
  let first = true;
  for await (const chunk of chunks) {
    if (first) {
      const kind = isUtf16(chunk);
      wide = kind === null ? null : new TextDecoder(kind);
      first = false;
    }
    yield wide === null ? chunk : Buffer.from(wide.decode(chunk, { stream: true }));
  }
}

/** Lines as they come, many at a time; without their ends, and the first without its mark. Empty ones too. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<readonly string[]> {
  let rest: Buffer = Buffer.alloc(0);
  let begun = false;
  const text = (line: Buffer): string => {
    const read = lineText(line.at(-1) === carriage ? line.subarray(0, -1) : line);
    if (begun) return read;
    begun = true;
    return read.replace(/^\ufeff/, '');
  };
  for await (const chunk of asBytes(chunks)) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const lines: string[] = [];
    let from = 0;
    for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, from)) {
      lines.push(text(bytes.subarray(from, Math.min(end, from + longestLine))));
      from = end + 1;
    }
    rest = bytes.subarray(from);
    // Of a line without an end as much is kept as tells that it is none.
    if (rest.length > 2 * longestLine) rest = Buffer.from(rest.subarray(0, longestLine + 1));
    if (lines.length > 0) yield lines;
  }
  if (rest.length > 0) yield [text(rest.subarray(0, longestLine))];
}

/**
 * The words of a PDF, page by page, read as any viewer reads them (ISO 32000-1, 9.10): by the map from glyphs to letters that
 * each font brings. Only as much of the format as our documents use; what it does not know throws.
 */
import { inflateSync } from 'node:zlib';

interface Part {
  readonly dictionary: string;
  readonly stream: string | null;
}

function partsOf(pdf: Buffer): ReadonlyMap<string, Part> {
  const text = pdf.toString('latin1');
  const parts = new Map<string, Part>();
  const begins = /(\d+) 0 obj\n/g;
  for (let found = begins.exec(text); found !== null; found = begins.exec(text)) {
    const from = begins.lastIndex;
    const end = text.indexOf('endobj', from);
    const streams = text.indexOf('\nstream\n', from);
    if (streams < 0 || streams > end) {
      parts.set(found[1]!, { dictionary: text.slice(from, end), stream: null });
      continue;
    }
    const dictionary = text.slice(from, streams);
    const at = streams + '\nstream\n'.length;
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
    const bytes = pdf.subarray(at, at + length);
    parts.set(found[1]!, { dictionary, stream: (dictionary.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1') });
    begins.lastIndex = at + length;
  }
  return parts;
}

const lettersOf = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** From the number of a glyph to what it stands for. */
function mapOf(cmap: string): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  for (const [, first, , list] of cmap.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi)) {
    for (const [i, [, hex]] of [...list!.matchAll(/<([0-9a-f ]*)>/gi)].entries()) map.set(Number.parseInt(first!, 16) + i, lettersOf(hex!.replaceAll(' ', '')));
  }
  if (map.size === 0) throw new Error('a font without a map to letters');
  return map;
}

export function wordsOf(pdf: Buffer): readonly string[] {
  const parts = partsOf(pdf);
  const part = (id: string | undefined): Part => {
    const found = id === undefined ? undefined : parts.get(id);
    if (found === undefined) throw new Error(`no object ${id}`);
    return found;
  };
  const fonts = new Map<string, ReadonlyMap<number, string>>();
  for (const { dictionary } of parts.values()) {
    for (const [, name, id] of dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const font = part(id);
      if (!fonts.has(name!)) fonts.set(name!, mapOf(part(/\/ToUnicode (\d+) 0 R/.exec(font.dictionary)?.[1]).stream ?? ''));
    }
  }
  const pages = [...parts.values()].filter(({ dictionary }) => /\/Type \/Page\b/.test(dictionary));
  return pages.map(({ dictionary }) => {
    const content = part(/\/Contents (\d+) 0 R/.exec(dictionary)?.[1]).stream ?? '';
    let font: ReadonlyMap<number, string> | undefined;
    const said: string[] = [];
    for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (name !== undefined) font = fonts.get(name);
      else {
        const glyphs = [...shown!.matchAll(/<([0-9a-f]*)>/gi)].map((m) => m[1]).join('');
        said.push((glyphs.match(/.{4}/g) ?? []).map((glyph) => {
          const letter = font?.get(Number.parseInt(glyph, 16));
          if (letter === undefined) throw new Error(`a glyph that stands for nothing: ${glyph}`);
          return letter;
        }).join(''));
      }
    }
    // A word may be broken behind its hyphen.
    return said.join(' ').replaceAll('\u00a0', ' ').replace(/\s+/g, ' ').replace(/(?<=[\p{L}\d]-) (?=[\p{L}\d])/gu, '');
  });
}

/**
 * A PDF from a layout: Noto Sans (all Kazakh letters) embedded, cut down to the letters that stand in it. The same layout
 * gives the same bytes. Nothing is fetched and no file is read but the two fonts.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Layout } from './layout.ts';

// Not an import: it is CommonJS compiled from ES modules, of which every loader makes something else.
const require = createRequire(import.meta.url);
const files: Readonly<Record<string, string>> = {
  regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
};

/** Made at the first document: most processes draw none. */
let made: PdfMake.Printer | null = null;

function printer(): PdfMake.Printer {
  if (made !== null) return made;
  const fonts = new Map(Object.entries(files).map(([name, path]) => [name, readFileSync(require.resolve(path))]));
  const read = (name: string): Buffer => {
    const font = fonts.get(name);
    if (font === undefined) throw new Error(`a document asks for a file: ${name}`);
    return font;
  };
  const nowhere = { resolve: () => Promise.resolve(), resolved: () => Promise.resolve() };
  const { default: Printer } = require('pdfmake/js/Printer.js') as PdfMake.Module;
  made = new Printer({ Noto: { normal: 'regular', bold: 'bold' } }, { existsSync: (name) => fonts.has(name), readFileSync: read }, nowhere, () => false);
  return made;
}

export async function pdfOf(layout: Layout): Promise<Buffer> {
  const stream = await printer().createPdfKitDocument(layout);
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => resolve(Buffer.concat(parts)));
    stream.on('error', reject);
    stream.end();
  });
}

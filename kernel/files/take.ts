/** What a file is, by its content alone, and a clean copy of it; or a refusal that says what to do. Its name and what the sender calls it are not asked. */
import { refuse, type Refusal } from '../problems/refusal.ts';
import { cleanJpeg } from './jpeg.ts';
import { cleanPdf, isPdf } from './pdf.ts';
import { isFault, type Clean, type Fault } from './picture.ts';
import { cleanPng, pngStart } from './png.ts';
import { cleanWebp, isWebp } from './webp.ts';

/** Media types that are taken, each with the ending a name gets. */
export const endings = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'application/pdf': 'pdf' } as const;
export type FileType = keyof typeof endings;

export const isFileType = (type: string): type is FileType => Object.hasOwn(endings, type);

export interface Taken {
  readonly type: FileType;
  readonly bytes: Buffer;
}

interface Kind {
  readonly type: FileType;
  is(bytes: Buffer): boolean;
  clean(bytes: Buffer): Clean | Fault;
}

const kinds: readonly Kind[] = [
  { type: 'image/jpeg', is: (b) => b.length >= 3 && b.readUIntBE(0, 3) === 0xffd8ff, clean: cleanJpeg },
  { type: 'image/png', is: (b) => b.subarray(0, 8).equals(pngStart), clean: cleanPng },
  { type: 'image/webp', is: isWebp, clean: cleanWebp },
  { type: 'application/pdf', is: isPdf, clean: cleanPdf },
];

/** Brands of ISO 23008-12: what telephones write unless told otherwise. */
const isHeic = (b: Buffer): boolean => b.toString('latin1', 4, 8) === 'ftyp' && /^(hei[cfmsx]|hev[cmsx]|mif1|msf1)/.test(b.toString('latin1', 8, 12));

/** `mostPixels`: a small file may be drawn as an enormous picture and stop whoever opens it. */
export function takeIn(bytes: Buffer, mostPixels: number): Taken | Refusal {
  if (bytes.length === 0) return refuse('file-empty', 400);
  if (isHeic(bytes)) return refuse('file-heic', 415);
  const kind = kinds.find((k) => k.is(bytes));
  if (kind === undefined) return refuse('file-kind', 415);
  const clean = kind.clean(bytes);
  if (isFault(clean)) return clean === 'kind' ? refuse('file-kind', 415) : refuse('file-damaged', 400);
  if (clean.pixels !== null && clean.pixels > mostPixels) return refuse('file-pixels', 413);
  return { type: kind.type, bytes: clean.bytes };
}

/** PDF (ISO 32000): taken as it is, but for what hangs behind its end. We never draw it; it leaves as an attachment. */
import type { Clean, Fault } from './picture.ts';

export const isPdf = (bytes: Buffer): boolean => /^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 8));

const endMark = '%%EOF';
/** Readers look for the end this far before the last byte. */
const nearEnd = 1024;

export function cleanPdf(bytes: Buffer): Clean | Fault {
  const found = bytes.lastIndexOf(endMark, undefined, 'latin1');
  if (found === -1 || bytes.length - found > nearEnd + endMark.length) return 'damaged';
  return { bytes: Buffer.concat([bytes.subarray(0, found + endMark.length), Buffer.from('\n')]), pixels: null };
}

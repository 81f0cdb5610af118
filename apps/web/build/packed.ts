/** Each file of the build beside itself as brotli and gzip pack it: once, and better than there is time for at a visit. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Below so many bytes nothing is won. Fonts and pictures are packed already. */
const least = 1024;
const worthPacking = /\.(js|css|svg|json)$/;
/** The best of brotli takes seconds at every start of a new version for one byte in a hundred. */
const quality = 6;

export function packed(): Plugin {
  return {
    name: 'qorgan-packed',
    apply: 'build',
    writeBundle({ dir = '' }) {
      for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
        if (!worthPacking.test(name)) continue;
        const file = join(dir, name);
        const bytes = readFileSync(file);
        if (bytes.length < least) continue;
        writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
        writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
      }
    },
  };
}

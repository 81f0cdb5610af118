/** What makes the built application installable and able to open without a network: the manifest, the icons, and the list of files for its worker. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const workerFile = 'worker.js';
const manifestFile = 'manifest.webmanifest';
/** Pixels a side; the mark keeps clear of the edges, so that a system may cut the icon round. */
const sizes = [192, 512];

const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

const manifest = (base: string, icons: readonly object[]): object => ({
  id: base,
  name: 'Qorgan',
  short_name: 'Qorgan',
  lang: 'kk',
  description: 'Балаларды қорғау',
  start_url: base,
  scope: base.slice(0, -1),
  display: 'standalone',
  background_color: '#fafaf7',
  theme_color: '#fafaf7',
  icons,
});

/** `web` is the folder of the application, `base` the path it is served under, with its last slash. */
export function offline(web: string, base: string): Plugin {
  return {
    name: 'qorgan-offline',
    apply: 'build',
    transformIndexHtml: () => [{ tag: 'link', attrs: { rel: 'manifest', href: `${base}${manifestFile}` }, injectTo: 'head' }],
    generateBundle() {
      const icons = sizes.map((size) => {
        const source = readFileSync(join(web, `icons/icon-${size}.png`));
        const file = this.getFileName(this.emitFile({ type: 'asset', name: `icon-${size}.png`, source }));
        return { src: `${base}${file}`, sizes: `${size}x${size}`, type: 'image/png', purpose: 'any maskable' };
      });
      this.emitFile({ type: 'asset', fileName: manifestFile, source: JSON.stringify(manifest(base, icons)) });
    },
    // Written last: only then is every name known, and the page as it will be served.
    writeBundle({ dir = '' }, bundle) {
      const page = sha256(readFileSync(join(dir, 'index.html')));
      const files = Object.keys(bundle).filter((file) => file.startsWith('assets/')).sort().map((file) => `${base}${file}`);
      const shell = { version: sha256(`${page}\n${files.join('\n')}`).slice(0, 16), page, files };
      const worker = readFileSync(join(dir, workerFile), 'utf8');
      if (!worker.includes('__SHELL__') || /^\s*(?:import|export)\b/m.test(worker)) throw new Error('the worker was not built as one plain file');
      writeFileSync(join(dir, workerFile), worker.replaceAll('__SHELL__', () => JSON.stringify(shell)));
    },
  };
}

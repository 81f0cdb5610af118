/** Builds the web when what it is made of has changed. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './root.mjs';
import { tool } from './run.mjs';

const config = 'apps/web/vite.config.ts';
const output = join(root, 'dist/web');
const stamp = join(root, 'dist/web.sources');

/** All that a browser's code may import; the rooms of the server alone are left out. */
const sources = ['apps/web', 'design', 'kernel', 'capabilities', 'package-lock.json', 'tsconfig.json'];
const ignored = /(^|\/)(store|node_modules|dist|db|journal)(\/|$)|\.test\.|\.sql$|\.md$|(^|\/)(api|reactions)\.ts$/;

/** Resolves to the build's exit code; 0 when there was nothing to do. */
export async function ensureWeb() {
  if (!existsSync(join(root, config))) return 0;
  const wanted = fingerprint();
  const built = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (built === wanted && existsSync(join(output, 'index.html'))) return 0;
  console.error('qorgan: building the web…');
  const args = ['build', '--config', config, '--outDir', output, '--emptyOutDir', '--logLevel', 'warn'];
  const code = await tool('vite/bin/vite.js', args);
  if (code !== 0) return code;
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  return 0;
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const source of sources) addTo(hash, source);
  return hash.digest('hex');
}

function addTo(hash, path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (found === undefined || ignored.test(path)) return;
  if (found.isFile()) {
    hash.update(`${path}\0`).update(readFileSync(join(root, path)));
    return;
  }
  for (const name of readdirSync(join(root, path)).sort()) addTo(hash, `${path}/${name}`);
}

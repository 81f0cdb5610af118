/** Lighthouse on a public page, by `npm exec` in a pinned version: it is a tool to measure with, no package of ours. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../../scripts/lib/browser.mjs';
import type { WebLine } from './first-page.ts';

/** The last that runs on Node 20 (its engines: 18.20 and newer). */
const version = '12.8.2';
const limit = 95;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** Longest that one run may take, ms: the first one fetches it. */
const patience = 240_000;

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null } | undefined>>;
  readonly audits: Readonly<Record<string, { readonly score: number | null; readonly title: string; readonly scoreDisplayMode: string }>>;
}

/** Runs it; null and its last words where it could not be fetched or ended badly. */
async function run(folder: string, url: string): Promise<{ readonly report: Report | null; readonly said: string }> {
  const file = join(folder, 'lighthouse.json');
  const args = ['exec', '--yes', '--', `lighthouse@${version}`, url, '--quiet', '--output=json', `--output-path=${file}`, '--chrome-flags=--headless=new --no-sandbox --disable-gpu'];
  // Not in the project's folder: npm would look at our packages, and could touch them.
  const child = spawn('npm', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, CHROME_PATH: findBrowser() ?? '' } });
  let said = '';
  const keep = (chunk: Buffer): void => void (said = (said + chunk.toString()).slice(-600));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const timer = setTimeout(() => child.kill('SIGTERM'), patience);
  const code = await new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
    child.once('error', (error) => {
      said += error.message;
      resolve(1);
    });
  });
  clearTimeout(timer);
  return code === 0 ? { report: JSON.parse(readFileSync(file, 'utf8')) as Report, said } : { report: null, said };
}

/** Four categories of one page, and what cost it points. */
export async function lighthouseOn(folder: string, address: string, path: string): Promise<WebLine[]> {
  const { report, said } = await run(folder, `${address}${path}`);
  const page = `public ${path}`;
  if (report === null) {
    const note = `lighthouse@${version} could not be fetched or did not run: ${said.trim().split('\n').at(-1) ?? ''}`;
    return categories.map((category) => ({ bench: 'web', measure: 'lighthouse', page, category, ours: null, unit: 'points', limit, holds: false, note }));
  }
  const lost = Object.entries(report.audits).filter(([, audit]) => audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== 'informative').map(([id]) => id);
  return categories.map((category) => {
    const ours = Math.round((report.categories[category]?.score ?? 0) * 100);
    return { bench: 'web', measure: 'lighthouse', page, category, ours, unit: 'points', limit, holds: ours >= limit, version, ...(ours >= limit ? {} : { lost }) };
  });
}

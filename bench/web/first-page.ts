/** The first page of somebody who comes with an empty cache: how much script it takes, and when the largest thing on it is painted. */
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext } from 'playwright-core';
import { median, short, spread } from '../figures.ts';
import { phone, seenOn, slowPage, slowdown, type Line } from './slow.ts';

export interface FirstPage {
  readonly name: string;
  readonly path: string;
  /** On the page when it is whole. */
  readonly whole: string;
  /** Signs the device in, where the page asks for it. */
  readonly enter?: (context: BrowserContext) => Promise<void>;
  /** Largest contentful paint, seconds. */
  readonly paint: number;
  /** Script, kB of gzip. */
  readonly script: number;
}

export interface WebLine {
  readonly bench: 'web';
  readonly measure: 'script' | 'paint' | 'answer' | 'lighthouse';
  readonly page: string;
  /** What was measured; null: it could not be, and `note` says why. */
  readonly ours: number | null;
  readonly unit: 'kB' | 's' | 'ms' | 'points';
  readonly limit: number;
  readonly holds: boolean;
  readonly [more: string]: unknown;
}

/** So long after the last change the page is taken for whole, ms. */
const rest = 700;

/** Kilobytes of script that a first page asks for, each file as gzip makes it at its best. */
export async function scriptOf(browser: Browser, address: string, { name, path, whole, enter, script: limit }: FirstPage): Promise<WebLine> {
  const context = await phone(browser, address);
  await enter?.(context);
  const page = await context.newPage();
  const files = new Map<string, Promise<Buffer>>();
  page.on('response', (response) => {
    if (/\bjavascript\b/.test(response.headers()['content-type'] ?? '')) files.set(response.url(), response.body());
  });
  await page.goto(path);
  await page.locator(whole).first().waitFor();
  await page.waitForTimeout(rest);
  const bodies = await Promise.all(files.values());
  await context.close();
  const ours = short(bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0) / 1000);
  return { bench: 'web', measure: 'script', page: name, ours, unit: 'kB', limit, holds: ours <= limit, files: bodies.length };
}

/** Seconds until the largest contentful paint, the median of so many visits with an empty cache. */
export async function paintOf(browser: Browser, address: string, { name, path, whole, enter, paint: limit }: FirstPage, line: Line, rounds: number): Promise<WebLine> {
  const times: number[] = [];
  let element = '';
  for (let round = 0; round < rounds; round += 1) {
    const context = await phone(browser, address);
    await enter?.(context);
    const { page } = await slowPage(context, line);
    await page.goto(path);
    await page.locator(whole).first().waitFor();
    await page.waitForTimeout(rest);
    const seen = await seenOn(page);
    times.push(seen.paint / 1000);
    ({ element } = seen);
    await context.close();
  }
  const ours = short(median(times));
  return { bench: 'web', measure: 'paint', page: name, ours, unit: 's', limit, holds: ours <= limit, rounds, spread: spread(times).map(short), line: line.name, slowdown, element };
}

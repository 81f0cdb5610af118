/** How soon a page answers a key or a click: the time until the next paint, as the browser itself counts it (the figures behind INP). */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { median, short } from '../figures.ts';
import type { WebLine } from './first-page.ts';
import { noLine, phone, seenOn, slowPage, slowdown } from './slow.ts';

export interface Played {
  readonly name: string;
  readonly path: string;
  readonly enter: (context: BrowserContext) => Promise<void>;
  /** What a person does there; each key and each click counts. Answers how many they were. */
  readonly play: (page: Page) => Promise<number>;
  /** Rows that wait there. */
  readonly rows: number;
}

const limit = 100;
/** What answers within a frame is not told of. */
const frame = 16;
/** Between two things a person does, ms. */
const pause = 250;

export async function press(page: Page, keys: readonly string[]): Promise<number> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(pause);
  }
  return keys.length;
}

export async function clickOn(page: Page, selector: string, most: number): Promise<number> {
  const found = Math.min(most, await page.locator(selector).count());
  for (let i = 0; i < found; i += 1) {
    await page.locator(selector).nth(i).click();
    await page.waitForTimeout(pause * 4);
  }
  return found;
}

/** The slowest answer of each round, and of those the median. */
export async function answersOf(browser: Browser, address: string, { name, path, enter, play, rows }: Played, rounds: number): Promise<WebLine> {
  const worst: number[] = [];
  const all: number[] = [];
  let interactions = 0;
  for (let round = 0; round < rounds; round += 1) {
    const context = await phone(browser, address);
    await enter(context);
    const { page } = await slowPage(context, noLine);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(path);
    await page.locator('[data-row]').first().waitFor();
    await page.waitForTimeout(pause * 6);
    const done = await play(page);
    await page.waitForTimeout(pause * 2);
    const slow = new Map<number, number>();
    for (const { id, ms } of (await seenOn(page)).answers) slow.set(id, Math.max(slow.get(id) ?? 0, ms));
    worst.push(Math.max(frame, ...slow.values()));
    all.push(...slow.values(), ...Array.from({ length: Math.max(0, done - slow.size) }, () => frame));
    interactions += done;
    await context.close();
  }
  const ours = short(median(worst));
  return { bench: 'web', measure: 'answer', page: name, ours, unit: 'ms', limit, holds: ours <= limit, rounds, interactions, p50: short(median(all)), most: Math.max(...worst), rows, slowdown };
}

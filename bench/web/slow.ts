/** A browser on a cheap phone and a bad line: the processor slowed four times, slow 4G, nothing in its cache. By the DevTools Protocol. */
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';

export interface Line {
  /** How it is called in the figures. */
  readonly name: string;
  /** Milliseconds from a request to the first byte of its answer, at the least. */
  readonly latency: number;
  /** Bytes a second, down and up. */
  readonly down: number;
  readonly up: number;
}

const kilobit = 1024 / 8;
/** As Lighthouse and WebPageTest have it: 150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up. */
export const slow4g: Line = { name: 'slow 4G', latency: 150, down: 1_638.4 * kilobit, up: 750 * kilobit };
/** The preset of Chrome's own DevTools under the same name charges every request the whole of a handshake: 562 ms each. */
export const slow4gOfDevTools: Line = { name: 'slow 4G of DevTools', latency: 562.5, down: 1_638.4 * 0.9 * kilobit, up: 750 * 0.9 * kilobit };
/** No line at all: interactions are of the processor. */
export const noLine: Line | null = null;

export const slowdown = 4;

/** What the page itself tells of its paints and of how long it took to answer a key or a click. A text: the tool that compiles us would leave its helpers in a function. */
const watch = `
globalThis.seen = { paint: 0, element: '', answers: [] };
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    seen.paint = entry.startTime;
    seen.element = entry.element === null ? '' : entry.element.tagName.toLowerCase() + '.' + entry.element.className;
  }
}).observe({ type: 'largest-contentful-paint', buffered: true });
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (entry.interactionId > 0) seen.answers.push({ id: entry.interactionId, ms: entry.duration });
}).observe({ type: 'event', durationThreshold: 16, buffered: true });
`;

/** As `seen` in the page. */
export interface Seen {
  /** Largest contentful paint, ms since the page was asked for. */
  readonly paint: number;
  /** What was painted then. */
  readonly element: string;
  /** Events of interactions that took longer than a frame, ms until the next paint. */
  readonly answers: readonly { readonly id: number; readonly ms: number }[];
}

export const seenOn = (page: Page): Promise<Seen> => page.evaluate<Seen>('globalThis.seen');

export interface SlowPage {
  readonly page: Page;
  readonly devtools: CDPSession;
}

/** A phone of its own, Kazakh, with an empty cache. Close the context after it. */
export const phone = (browser: Browser, address: string): Promise<BrowserContext> =>
  browser.newContext({ baseURL: address, locale: 'kk', viewport: { width: 375, height: 812 }, deviceScaleFactor: 2, hasTouch: true });

export async function slowPage(context: BrowserContext, line: Line | null): Promise<SlowPage> {
  const page = await context.newPage();
  await page.addInitScript({ content: watch });
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  if (line !== null) await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: line.latency, downloadThroughput: line.down, uploadThroughput: line.up });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return { page, devtools };
}

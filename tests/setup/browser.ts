/** The browser of the journeys: a Chromium that is on the machine already; no test downloads one. */
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { findBrowser } from '../../scripts/lib/browser.mjs';

export { findBrowser };

/** Silent towards the network, and able to run as root in a container. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts it, headless. Throws where there is none. */
export async function launch(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('no browser: set QORGAN_CHROMIUM, or install chromium');
  return chromium.launch({ executablePath, args: flags, headless: true });
}

import { existsSync } from 'node:fs';

/** A Chromium of this machine: QORGAN_CHROMIUM, or where Debian and others put it. Null where there is none. */
export function findBrowser() {
  const named = process.env['QORGAN_CHROMIUM'];
  const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return (named === undefined ? usual : [named]).find((path) => existsSync(path)) ?? null;
}

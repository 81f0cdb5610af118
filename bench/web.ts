/** `web`: what the pages cost somebody with a cheap phone and a bad line, against what was promised (issue 5). */
import type { BrowserContext } from 'playwright-core';
import { ensureWeb } from '../scripts/lib/web.mjs';
import { launch } from '../tests/setup/browser.ts';
import { appointmentsOf } from './people.ts';
import { benchPlace } from './place.ts';
import { answersOf, clickOn, press, type Played } from './web/answers.ts';
import { paintOf, scriptOf, type FirstPage, type WebLine } from './web/first-page.ts';
import { lighthouseOn } from './web/lighthouse.ts';
import { fullDesks, waitingAppeals } from './web/seed.ts';
import { slow4g, slow4gOfDevTools } from './web/slow.ts';

export interface WebSize {
  readonly appeals: number;
  readonly cases: number;
  readonly rounds: number;
  readonly lighthouse: boolean;
}
export const fullWeb: WebSize = { appeals: 10_000, cases: 300, rounds: 5, lighthouse: true };
export const smallWeb: WebSize = { appeals: 120, cases: 120, rounds: 1, lighthouse: false };

/** Every page that the public may read without a number. */
export const publicPaths = ['/', '/help', '/follow', '/rights', '/what-next', '/representatives'] as const;

const times = (count: number, key: string): readonly string[] => Array.from({ length: count }, () => key);

export async function web({ appeals, cases, rounds, lighthouse }: WebSize): Promise<WebLine[]> {
  if ((await ensureWeb()) !== 0) throw new Error('the web could not be built');
  const place = await benchPlace();
  try {
    const { port } = await place.server();
    const address = `http://127.0.0.1:${port}`;
    await fullDesks(place, port, cases);
    await waitingAppeals(place, port, appeals);
    await place.checkpoint();
    const enter = async (role: string): Promise<(context: BrowserContext) => Promise<void>> => {
      const [appointment] = await appointmentsOf(port, role, 1);
      return async (context) => {
        const signed = await context.request.post('/api/session/demo', { data: { appointment } });
        if (signed.status() !== 201) throw new Error(`sign-in was answered ${signed.status()}`);
      };
    };
    const staff: FirstPage = { name: 'staff', path: '/app/', whole: '[data-row]', enter: await enter('case-manager'), paint: 2, script: 170 };
    const help: FirstPage = { name: 'public', path: '/help?lang=kk', whole: 'textarea', paint: 1.2, script: 30 };
    const day: Played = { name: 'my day', path: '/app/', enter: await enter('case-manager'), rows: 100, play: async (page) => (await press(page, [...times(12, 'j'), ...times(4, 'k')])) + (await clickOn(page, 'main > * .button:not([data-row]):not(.tour *)', 1)) };
    const queue: Played = { name: '111 queue', path: '/app/desk', enter: await enter('operator'), rows: appeals, play: async (page) => (await press(page, [...times(12, 'j'), ...times(4, 'k')])) + (await clickOn(page, '.queue-row', 5)) + (await press(page, ['j', 'k', '?', 'Escape'])) };
    const lines: WebLine[] = [];
    const browser = await launch();
    try {
      for (const one of [staff, help]) {
        lines.push(await scriptOf(browser, address, one));
        for (const line of [slow4g, slow4gOfDevTools]) lines.push(await paintOf(browser, address, one, line, rounds));
      }
      for (const one of [queue, day]) lines.push(await answersOf(browser, address, one, rounds));
    } finally {
      await browser.close();
    }
    if (lighthouse) for (const path of publicPaths) lines.push(...(await lighthouseOn(place.folder, address, path)));
    return lines;
  } finally {
    await place.end();
  }
}

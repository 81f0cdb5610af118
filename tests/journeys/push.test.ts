/**
 * Somebody switches on that his device tells him what cannot wait, closes the page, and is told: by one sentence in his
 * language, with nothing in it, which opens his day. The service of the browser is this machine's: Chromium here has no network.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import { pushed } from '../../apps/web/offline/worker-texts.ts';
import { serve, type Served } from './serve.ts';
import { device, pageHolds, pageOf, shot, step, take, valueOf, wordsOf, type Screen } from './staff.ts';

let served: Served;
let service: Server;
let address = '';
const calls: { readonly path: string; readonly bytes: number }[] = [];
beforeAll(async () => {
  service = createServer((request, response) => {
    let bytes = 0;
    request.on('data', (part: Buffer) => (bytes += part.length));
    request.on('end', () => {
      calls.push({ path: request.url ?? '', bytes });
      response.writeHead(201).end();
    });
  });
  await new Promise<void>((done) => service.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  served = await serve({ push: ['127.0.0.1'] });
});
afterAll(async () => {
  await served.close();
  service.closeAllConnections();
  await new Promise((done) => service.close(done));
});

const house = 'enbekshikazakh/guardianship';
const specialist = appointmentId(house, 'guardianship-specialist', 1);
const colleague = appointmentId(house, 'guardianship-specialist', 2);
const shown: readonly Screen[] = [{ language: 'kk', width: 375 }, { language: 'ru', width: 1280 }];

/** A browser whose service gives it this address: what is asked of the real one ends at Google's door. */
async function withService(context: BrowserContext, endpoint: string): Promise<void> {
  await context.addInitScript((given) => {
    let key: ArrayBuffer | null = null;
    const there = () => (localStorage.getItem('test.push') === null ? null : ({ endpoint: given, options: { applicationServerKey: key }, unsubscribe: () => Promise.resolve(localStorage.removeItem('test.push') === undefined) }));
    PushManager.prototype.getSubscription = () => Promise.resolve(there() as unknown as PushSubscription | null);
    PushManager.prototype.subscribe = (options) => {
      key = (options?.applicationServerKey as Uint8Array<ArrayBuffer>).slice().buffer;
      localStorage.setItem('test.push', '1');
      return Promise.resolve(there() as unknown as PushSubscription);
    };
  }, endpoint);
}

interface Shown {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
  readonly lang: string;
}
const notifications = (page: Page): Promise<readonly Shown[]> =>
  page.evaluate<readonly Shown[]>('navigator.serviceWorker.ready.then((r) => r.getNotifications()).then((all) => all.map(({ title, body, tag, lang }) => ({ title, body, tag, lang })))');

/** Hands a push to the worker as the browser does; it has no data. */
async function delivery(session: CDPSession): Promise<() => Promise<void>> {
  const registration = new Promise<string>((yes) => session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => registrations[0] && yes(registrations[0].registrationId)));
  await session.send('ServiceWorker.enable');
  const registrationId = await registration;
  return async () => {
    await session.send('ServiceWorker.deliverPushMessage', { origin: served.address, registrationId, data: '' });
  };
}

const ready = (page: Page): Promise<unknown> =>
  page.evaluate('navigator.serviceWorker.ready.then((r) => new Promise((yes) => { const look = () => r.active?.state === "activated" ? yes(true) : setTimeout(look, 50); look(); }))');

describe.each(shown)('$language, $width px', (screen) => {
  test('a device is switched on, told in its language, and switched off by signing out', { timeout: 180_000 }, async () => {
    const t = wordsOf(served, screen);
    const endpoint = `${address}/${screen.language}`;
    const context = await served.staff(specialist, device(screen));
    await withService(context, endpoint);
    const page = await pageOf(context, screen);
    await page.goto('/app/');
    await ready(page);
    const bell = page.getByRole('button', { name: new RegExp(t('web.notices.title')) });
    const panel = page.getByRole('dialog', { name: t('web.notices.title') });
    const line = panel.getByRole('checkbox', { name: t('web.push.on') });
    const devices = async (): Promise<number> => ((await (await context.request.get('/api/push')).json()) as { devices: string[] }).devices.length;

    // A browser that says no is told of, and nothing is switched on.
    await bell.click();
    await line.click();
    await panel.getByText(t('web.push.refused')).waitFor();
    expect([await line.isChecked(), await devices()]).toEqual([false, 0]);
    await pageHolds(page, 'push refused', screen);
    await context.grantPermissions(['notifications']);
    await line.click();
    await expect.poll(() => line.isChecked()).toBe(true);
    expect(await devices()).toBe(1);
    await pageHolds(page, 'push on', screen);
    await shot(page, 'push', screen);

    // A child in danger comes to him, by another's hand: the server calls the service, with nothing.
    calls.length = 0;
    const other = await served.staff(colleague);
    const opened = await take(other, '/api/cases/protection', { children: [{ name: 'Айша', age: 7 }], category: 'neglect', danger: 'violence', summary: `push ${screen.language}` });
    if ((await valueOf(served, 'select worker::text as value from kernel.proceeding where id = $1', opened.id)) !== specialist) {
      const head = await served.staff(appointmentId(house, 'district-head', 1));
      await step(head, opened.id, 'reassign', { worker: specialist, why: 'жақын тұрады' });
      await head.close();
    }
    await other.close();
    await expect.poll(() => calls, { timeout: 30_000 }).toEqual([{ path: `/${screen.language}`, bytes: 0 }]);

    // The service hands it on, twice: one sentence, in the language of this device.
    const deliver = await delivery(await context.newCDPSession(page));
    await deliver();
    await deliver();
    const told = { title: 'Qorgan', body: pushed['web.push.shown'][screen.language], tag: 'qorgan', lang: screen.language };
    await expect.poll(() => notifications(page), { timeout: 30_000 }).toEqual([told]);
    expect(JSON.stringify(told)).not.toContain('Айша');

    // The language is changed, and the next one speaks it.
    await panel.getByRole('button', { name: t('web.panel.close') }).click();
    await page.locator('.language[lang="en"]').click();
    await page.locator('html[lang="en"]').waitFor();
    await expect.poll(async () => {
      await deliver();
      return (await notifications(page)).map(({ lang }) => lang);
    }, { timeout: 30_000, interval: 500 }).toEqual(['en']);

    await page.locator(`.language[lang="${screen.language}"]`).click();
    await page.getByRole('button', { name: t('web.sign-out'), exact: true }).click();
    await page.getByRole('searchbox').waitFor();
    expect(await served.program.owner.query('select 1 from kernel.push_subscription where endpoint = $1', [endpoint])).toMatchObject({ rowCount: 0 });
    expect(await page.evaluate('localStorage.getItem("test.push")')).toBe(null);
    await context.close();
  });
});

test('where the house names no service, nobody is asked', { timeout: 120_000 }, async () => {
  const [screen] = shown;
  const quiet = await serve();
  try {
    const t = wordsOf(quiet, screen!);
    const context = await quiet.staff(specialist, device(screen!));
    const page = await pageOf(context, screen!);
    await page.goto('/app/');
    await ready(page);
    const asked = page.waitForResponse('**/api/push');
    await page.getByRole('button', { name: new RegExp(t('web.notices.title')) }).click();
    expect(((await (await asked).json()) as { key: string | null }).key).toBe(null);
    expect(await page.getByRole('checkbox', { name: t('web.push.on') }).count()).toBe(0);
    await context.close();
  } finally {
    await quiet.close();
  }
});

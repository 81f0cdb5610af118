/**
 * A social worker in a village without a network: takes the day's visit along, loses the network in the middle of it, is
 * thrown out of the page and the tab, comes back, and it arrives once, with its photograph. Somebody else was quicker; a
 * sign-out locks, in every tab; the key does not come at once; access is taken away. On a phone in Kazakh and at a desk in
 * Russian.
 */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import { jpeg } from '#kernel/files/pictures.fixture.ts';
import { serve, type Served } from './serve.ts';
import { device, pageHolds, pageOf, read, screens, shot, step, take, wordsOf, type Screen } from './staff.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const district = 'enbekshikazakh';
const manager = appointmentId(`${district}/guardianship`, 'case-manager', 1);
const colleague = appointmentId(`${district}/guardianship`, 'case-manager', 2);
const protection = 'cases.protection';
/** Milliseconds in which the clock on the screen has gone on once and more. */
const twoTicks = 16_000;
const both = screens.filter((s) => (s.language === 'kk') === (s.width === 375));

/** A child in danger, given to the case manager: his visit is due within the hour. */
async function caseFor(child: string, screen: Screen): Promise<string> {
  const summary = `${child} ${screen.language} ${screen.width}`;
  const school = await served.staff(appointmentId(`${district}/school`, 'school-worker', 1));
  await take(school, '/api/cases/protection', { children: [{ name: child, age: 9, sex: 'male' }], category: 'physical', danger: 'life', summary, warnings: 'Қақпада ит бар' });
  await school.close();
  const { rows } = await served.program.owner.query<{ id: string; worker: string }>(
    `select p.id, p.worker from kernel.record r join kernel.proceeding p on p.id = r.proceeding where r.kind = 'cases.protection/case' and r.body -> 'concern' ->> 'summary' = $1`, [summary]);
  const [row] = rows;
  if (row === undefined) throw new Error('the report opened no case');
  const desk = await served.staff(row.worker);
  await step(desk, row.id, 'assign', { worker: manager });
  await desk.close();
  return row.id;
}

/** What this browser holds on its disk, as whoever copies the files would read it. */
interface OnDisk {
  readonly unsent: number;
  readonly taken: number;
  readonly open: boolean;
  readonly extractable: boolean;
  readonly text: string;
}
const onDisk = (page: Page): Promise<OnDisk> => page.evaluate<OnDisk>(`(async () => {
  const db = await new Promise((yes, no) => { const r = indexedDB.open('qorgan'); r.onsuccess = () => yes(r.result); r.onerror = () => no(r.error); });
  const asked = (r) => new Promise((yes, no) => { r.onsuccess = () => yes(r.result); r.onerror = () => no(r.error); });
  const all = (name) => asked(db.transaction(name).objectStore(name).getAll());
  const [unsent, drafts, taken] = await Promise.all(['unsent', 'drafts', 'taken'].map(all));
  const open = await asked(db.transaction('device').objectStore('device').get('open'));
  db.close();
  const text = (b) => b === null ? '' : new TextDecoder().decode(b.content);
  const kept = []; for (const name of await caches.keys()) for (const r of await (await caches.open(name)).keys()) kept.push(new URL(r.url).pathname);
  return { unsent: unsent.length, taken: taken.length, open: open !== undefined, extractable: open?.key.extractable === true,
    text: JSON.stringify([...unsent, ...drafts, ...taken].map((r) => ({ ...r, value: text(r.value), bytes: text(r.bytes) }))) + text(open?.session ?? null) + kept.join(' ') };
})()`);

const shellKept = async (page: Page): Promise<void> => {
  await page.evaluate('navigator.serviceWorker.ready.then((r) => new Promise((yes) => { const look = () => r.active?.state === "activated" ? yes(true) : setTimeout(look, 50); look(); }))');
};
const linesOf = async (context: BrowserContext, id: string, name: string): Promise<number> => (await read(context, id)).story.filter((line) => line.step === name).length;
const looksAlong = async (id: string): Promise<number> =>
  (await served.program.owner.query<{ n: number }>(`select count(*)::int as n from kernel.look where target = $1 and purpose = 'along' and what = 'proceeding' and appointment = $2`, [id, manager])).rows[0]?.n ?? 0;

/** My day, with the application's files on the device, and this case taken along. */
async function takeAlong(page: Page, screen: Screen, child: string, today = true): Promise<void> {
  const t = wordsOf(served, screen);
  await page.goto('/app/');
  await page.locator('.day-row').first().waitFor();
  await shellKept(page);
  await page.getByRole('button', { name: t('web.along.open'), exact: true }).click();
  const panel = page.locator('dialog[open]');
  // What is for today is chosen already; what is for later may be chosen too.
  const box = panel.locator('label', { hasText: child }).getByRole('checkbox');
  await box.waitFor();
  expect(await box.isChecked()).toBe(today);
  await box.check();
  await pageHolds(page, 'take along', screen);
  await shot(page, 'offline-choose', screen);
  await panel.getByRole('button', { name: t('web.along.take'), exact: true }).click();
  await panel.waitFor({ state: 'detached' });
  await page.locator('.along-row', { hasText: child }).waitFor();
}

async function recordContact(page: Page, screen: Screen, child: string, words: string): Promise<void> {
  const t = wordsOf(served, screen);
  await page.locator('.along-row', { hasText: child }).getByRole('link').click();
  await page.getByRole('button', { name: t(`${protection}.step.contact`), exact: true }).click();
  const panel = page.locator('dialog[open]');
  await panel.getByLabel(t('cases.input.with'), { exact: true }).selectOption('neighbour');
  await panel.getByLabel(t('cases.how.phone'), { exact: true }).check();
  await panel.getByLabel(t('cases.input.contact-text')).fill(words);
  await panel.getByRole('button', { name: t(`${protection}.step.contact`), exact: true }).click();
  await panel.waitFor({ state: 'detached' });
}

async function visitStory(screen: Screen): Promise<void> {
  const t = wordsOf(served, screen);
  const child = screen.language === 'kk' ? 'Ерасыл' : 'Тимур';
  const words = screen.language === 'kk' ? 'Үйге барғым келмейді' : 'Не хочу домой';
  const id = await caseFor(child, screen);
  const context = await served.staff(manager, device(screen));
  let page = await pageOf(context, screen);
  await takeAlong(page, screen, child);
  await pageHolds(page, 'my day, taken along', screen);
  await shot(page, 'offline-day', screen);
  expect(await looksAlong(id)).toBe(1);

  // In the middle of the visit the network goes.
  await page.locator('.along-row', { hasText: child }).getByRole('link').click();
  await page.getByText('Қақпада ит бар').waitFor();
  await page.getByRole('button', { name: t(`${protection}.step.visit`), exact: true }).click();
  await page.locator('dialog[open]').getByLabel(t('cases.input.where')).first().fill('Есік');
  await context.setOffline(true);
  await page.locator('dialog[open]').getByLabel(t('cases.contact.alone'), { exact: true }).check();
  await page.locator('dialog[open]').getByLabel(t('cases.input.child-words')).fill(words);
  await page.locator('dialog[open]').getByLabel(t('web.along.picture')).setInputFiles({ name: 'сурет.jpg', mimeType: 'image/jpeg', buffer: jpeg });
  await page.getByText(t('web.along.picture-chosen', { name: 'сурет.jpg' })).waitFor();
  await pageHolds(page, 'visit without a network', screen);
  await shot(page, 'offline-visit', screen);
  await page.waitForTimeout(600);

  // The page is loaded anew without a network: it opens, and nothing typed is lost.
  await page.reload();
  await page.getByText(t('web.device.offline')).first().waitFor();
  await page.getByRole('button', { name: t(`${protection}.step.visit`), exact: true }).click();
  const panel = page.locator('dialog[open]');
  await page.getByText(t('web.along.picture-chosen', { name: 'сурет.jpg' })).waitFor();
  expect(await panel.getByLabel(t('cases.input.child-words')).inputValue()).toBe(words);
  // A mistake is found here, where nobody could ask the server.
  await panel.getByLabel(t('cases.input.seen')).fill('Бөлме суық');
  await panel.getByRole('button', { name: t(`${protection}.step.visit`), exact: true }).click();
  await panel.locator('.form-mistakes').waitFor();
  await panel.getByLabel(t('cases.safety.safe'), { exact: true }).check();
  await panel.getByRole('button', { name: t(`${protection}.step.visit`), exact: true }).click();
  await panel.waitFor({ state: 'detached' });
  await page.locator('.kept-note', { hasText: 'сурет.jpg' }).waitFor();
  await pageHolds(page, 'visit kept', screen);
  await shot(page, 'offline-kept', screen);
  const disk = await onDisk(page);
  expect(disk).toMatchObject({ unsent: 1, taken: 1, open: true, extractable: false });
  for (const secret of [child, words, 'Есік', 'Бөлме', 'ит бар', 'сурет', '/api/']) expect(disk.text).not.toContain(secret);

  // The tab is killed; another one opens, still without a network; then my day.
  await page.close();
  page = await context.newPage();
  await page.goto('/app/device');
  await page.locator('.kept-note', { hasText: 'сурет.jpg' }).waitFor();
  await page.goto('/app/');
  await page.locator('.along-row', { hasText: child }).waitFor();
  await pageHolds(page, 'my day without a network', screen);
  await shot(page, 'offline-day-offline', screen);
  const [before] = (await served.program.owner.query<{ n: number }>('select count(*)::int as n from kernel.entry where proceeding = $1', [id])).rows;

  // The network is back, in two tabs; the server does it, and its first answer is lost on the way.
  let lost = 0;
  await context.route(/\/visit$/, async (route) => {
    if (lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort();
  });
  const other = await context.newPage();
  await other.goto('/app/device');
  await context.setOffline(false);
  await expect.poll(() => linesOf(context, id, 'attach'), { timeout: 60_000 }).toBe(1);
  expect(await linesOf(context, id, 'visit')).toBe(1);
  const [after] = (await served.program.owner.query<{ n: number }>('select count(*)::int as n from kernel.entry where proceeding = $1', [id])).rows;
  expect((after?.n ?? 0) - (before?.n ?? 0)).toBe(2);
  expect(lost).toBe(1);
  await expect.poll(async () => (await onDisk(page)).unsent).toBe(0);
  await other.close();
  await page.goto(`/app/proceedings/${id}`);
  await page.getByText(words).first().waitFor();
  await page.getByRole('link', { name: 'сурет.jpg' }).waitFor();
  await page.goto('/app/');
  await conflictStory(context, page, screen, { id, child });
}

/** Somebody else moved it meanwhile: both are shown, and the person decides. */
async function conflictStory(context: BrowserContext, page: Page, screen: Screen, { id, child }: { id: string; child: string }): Promise<void> {
  const t = wordsOf(served, screen);
  await page.locator('.along-row', { hasText: child }).waitFor();
  // What was taken along is as it is now: read anew at the contact.
  await expect.poll(() => looksAlong(id)).toBeGreaterThan(1);
  await context.setOffline(true);
  await recordContact(page, screen, child, 'Көрші бәрі тыныш дейді');
  const office = await served.staff(colleague);
  await step(office, id, 'note', { text: 'Мектептен қоңырау шалды' });
  await context.setOffline(false);
  await page.locator('.device-asks').waitFor({ timeout: 60_000 });
  await page.locator('.device-asks').click();
  await page.getByText(t('web.decide.yours'), { exact: true }).waitFor();
  await page.getByText('Мектептен қоңырау шалды').waitFor();
  await page.getByText('Көрші бәрі тыныш дейді').waitFor();
  await pageHolds(page, 'conflict', screen);
  await shot(page, 'offline-conflict', screen);
  expect(await linesOf(context, id, 'contact')).toBe(0);
  await page.getByRole('button', { name: t('web.decide.send'), exact: true }).click();
  await page.locator('.kept-note-sent').first().waitFor();
  await pageHolds(page, 'conflict decided', screen);
  await shot(page, 'offline-sent', screen);
  expect(await linesOf(context, id, 'contact')).toBe(1);
  await page.goto('/app/');
  await lockStory(context, page, screen, { id, child });
  await goneStory(context, page, screen, { id, child });
  await office.close();
  await context.close();
}

/** Signing out without a network locks, in the other tab too, and destroys nothing; the same person opens it again, once the key comes. */
async function lockStory(context: BrowserContext, page: Page, screen: Screen, { id, child }: { id: string; child: string }): Promise<void> {
  const t = wordsOf(served, screen);
  await page.locator('.along-row', { hasText: child }).waitFor();
  const tab = await context.newPage();
  await tab.goto('/app/');
  await tab.locator('.along-row', { hasText: child }).waitFor();
  await context.setOffline(true);
  await recordContact(page, screen, child, 'Әжесімен сөйлестім');
  await page.getByRole('button', { name: t('web.sign-out'), exact: true }).click();
  await page.getByText(t('web.device.locked', { count: 1 })).waitFor();
  await page.getByText(t('web.device.closed')).waitFor();
  await pageHolds(page, 'locked without a network', screen);
  await shot(page, 'offline-locked', screen);
  expect(await onDisk(page)).toMatchObject({ unsent: 1, taken: 0, open: false });
  await tab.getByText(t('web.device.closed')).waitFor();
  expect(await tab.locator('body').innerText()).not.toContain(child);
  await tab.close();
  await context.setOffline(false);
  await page.goto('/app/');
  await page.getByRole('searchbox').waitFor();
  await page.getByText(t('web.device.locked', { count: 1 })).waitFor();
  await pageHolds(page, 'sign-in with something locked', screen);
  // The server knows that he left.
  expect((await context.request.get('/api/session')).status()).toBe(401);
  const signIn = (appointment: string) => context.request.post('/api/session/demo', { data: { appointment } });
  await signIn(colleague);
  await page.goto('/app/device');
  await page.getByText(t('web.device.others', { count: 1 })).waitFor();
  expect(await page.locator('body').innerText()).not.toContain('Әжесімен');
  expect(await linesOf(context, id, 'contact')).toBe(1);
  await signIn(manager);
  // The server is in trouble just then: what lies locked is told, and the key is asked for again.
  await context.route('**/api/session/device-key', (route) => route.fulfill({ status: 503, body: '' }));
  await page.goto('/app/device');
  await page.getByText(t('web.device.no-key', { count: 1 })).waitFor();
  expect(await page.locator('body').innerText()).not.toContain('Әжесімен');
  await pageHolds(page, 'the key does not come', screen);
  await shot(page, 'offline-no-key', screen);
  expect(await linesOf(context, id, 'contact')).toBe(1);
  await context.unroute('**/api/session/device-key');
  await expect.poll(() => linesOf(context, id, 'contact'), { timeout: 60_000 }).toBe(2);
  await page.getByText(t('web.device.no-key', { count: 1 })).waitFor({ state: 'detached' });
  await expect.poll(async () => (await onDisk(page)).unsent).toBe(0);
}

/** He may not see the child any more: what was read goes from the device, what he wrote stays there, locked, and it is said. */
async function goneStory(context: BrowserContext, page: Page, screen: Screen, { id, child }: { id: string; child: string }): Promise<void> {
  const t = wordsOf(served, screen);
  await takeAlong(page, screen, child, false);
  await context.setOffline(true);
  await recordContact(page, screen, child, 'Ауылдан шығып кетті');
  const { rows } = await served.program.owner.query<{ person: string }>('select person from kernel.appointment where id = $1', [manager]);
  const office = await served.staff(colleague);
  await step(office, id, 'declare-conflict', { why: 'Туысы екен', person: rows[0]?.person });
  await office.close();
  await context.setOffline(false);
  await expect.poll(async () => (await onDisk(page)).taken, { timeout: 60_000 }).toBe(0);
  await page.goto('/app/device');
  await page.getByText(t('web.decide.gone'), { exact: true }).waitFor();
  const text = await page.locator('body').innerText();
  expect(text).not.toContain(child);
  expect(text).not.toContain('Ауылдан');
  await pageHolds(page, 'access gone', screen);
  await shot(page, 'offline-gone', screen);
  expect((await onDisk(page)).unsent).toBe(1);
}

describe('a day without a network', () => {
  test.each(both)('in $language at $width', visitStory, 300_000);

  test('the page for a concern opens without a network after one visit, and the worker keeps nothing of the API', async () => {
    const [screen] = both;
    if (screen === undefined) throw new Error('no screen');
    const t = wordsOf(served, screen);
    const context = await served.staff(appointmentId(`${district}/school`, 'school-worker', 1), device(screen));
    const page = await pageOf(context, screen);
    await page.goto('/app/');
    await page.locator('main h1').waitFor();
    await shellKept(page);
    // With a network the page comes from there, whatever an older worker has kept.
    expect((await context.request.get('/app/worker.js')).headers()['cache-control']).toBe('no-cache');
    await page.evaluate(`caches.keys().then(([name]) => caches.open(name)).then(async (kept) => { await kept.put('/app/', new Response('yesterday')); })`);
    await page.goto('/app/concern');
    await page.getByLabel(t('schools.worry.name')).waitFor();
    expect(await page.locator('body').innerText()).not.toContain('yesterday');
    await page.evaluate(`fetch('/app/').then(async (now) => (await caches.open((await caches.keys())[0])).put('/app/', now))`);
    await context.setOffline(true);
    await page.goto('/app/concern');
    await page.getByLabel(t('schools.worry.name')).waitFor();
    await pageHolds(page, 'concern opened without a network', screen);
    expect((await onDisk(page)).text).not.toContain('/api/');
    // The session has an end on the device too: then it is locked, and the clock that goes on does not open it.
    await context.setOffline(false);
    await page.goto('/app/concern');
    await page.getByLabel(t('schools.worry.name')).waitFor();
    await context.setOffline(true);
    await page.clock.install();
    await page.clock.setSystemTime(new Date(Date.now() + 13 * 3_600_000));
    await page.getByText(t('web.device.closed')).waitFor();
    expect(await onDisk(page)).toMatchObject({ open: false, taken: 0 });
    await page.waitForTimeout(twoTicks);
    expect(await page.getByText(t('web.device.closed')).count()).toBe(1);
    await page.reload();
    await page.getByText(t('web.device.closed')).waitFor();
    // The server's word does.
    await context.setOffline(false);
    await page.getByLabel(t('schools.worry.name')).waitFor();
    await context.close();
  });

  test('a concern that was refused goes out again as it is, or corrected, under its own key', async () => {
    const [screen] = both;
    if (screen === undefined) throw new Error('no screen');
    const t = wordsOf(served, screen);
    const context = await served.staff(appointmentId(`${district}/school`, 'school-worker', 1), device(screen));
    const page = await pageOf(context, screen);
    const keys: string[] = [];
    let refusals = 2;
    await context.route('**/api/schools/concern', async (route) => {
      keys.push(route.request().headers()['idempotency-key'] ?? '');
      if (refusals === 0) return route.continue();
      refusals -= 1;
      const problem = { type: 'urn:qorgan:problem:no-desk', title: t('problem.no-desk.title'), detail: t('problem.no-desk.detail'), status: 409, code: 'no-desk' };
      return route.fulfill({ status: 409, contentType: 'application/problem+json', body: JSON.stringify(problem) });
    });
    const words = (): ReturnType<Page['getByRole']> => page.getByRole('textbox', { name: t('schools.worry.words').slice(0, 10) });
    const worry = async (name: string): Promise<void> => {
      await page.goto('/app/concern');
      await page.getByLabel(t('schools.worry.name')).fill(name);
      await page.getByLabel(t('schools.signs.changed'), { exact: true }).check();
      await page.getByLabel(t('schools.source.drawing'), { exact: true }).check();
      await words().fill('Үндемейді');
      await page.getByRole('button', { name: t('schools.worry.send') }).click();
      await page.getByText(t('schools.worry.refused', { who: name })).waitFor();
    };
    const opened = async (name: string): Promise<number> =>
      (await served.program.owner.query<{ n: number }>(`select count(*)::int as n from kernel.proceeding where procedure = 'schools.concern' and label like $1`, [`${name}%`])).rows[0]?.n ?? 0;

    await worry('Нұрай');
    await pageHolds(page, 'concern refused', screen);
    await page.goto('/app/device');
    await page.getByText(t('web.decide.refused')).waitFor();
    await pageHolds(page, 'concern refused, to be decided', screen);
    await shot(page, 'offline-refused', screen);
    await page.getByRole('button', { name: t('web.decide.again'), exact: true }).click();
    await page.locator('.kept-note-sent', { hasText: 'Нұрай' }).waitFor();
    expect([keys.length, new Set(keys).size, await opened('Нұрай')]).toEqual([3, 1, 1]);

    keys.length = 0;
    refusals = 1;
    await worry('Дамир');
    await page.getByRole('button', { name: t('schools.worry.correct'), exact: true }).click();
    expect(await words().inputValue()).toBe('Үндемейді');
    await words().fill('Үндемейді, жылайды');
    await page.getByRole('button', { name: t('schools.worry.send'), exact: true }).click();
    await page.getByText(t('schools.worry.arrived'), { exact: true }).waitFor();
    expect([keys.length, new Set(keys).size, await opened('Дамир')]).toEqual([2, 1, 1]);
    await context.close();
  });
});

/** A child writes from a school's code on an old phone without JavaScript; an operator answers; the child reads it. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoOrganisations } from '#cap/agencies/demo/organisations.ts';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import { violationsOf, wcag } from './look.ts';
import { serve, type Served } from './serve.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const school = demoOrganisations().find((o) => o.kind === 'school')?.id ?? '';
const phone = { viewport: { width: 375, height: 667 }, javaScriptEnabled: false } as const;
const desk = { viewport: { width: 1280, height: 900 }, locale: 'ru' } as const;

/** Only pages with JavaScript can be looked at by axe. */
const noFaults = async (page: Page): Promise<void> => {
  expect((await violationsOf(page, wcag)).map((v) => `${v.id}: ${v.nodes[0]?.html ?? ''}`)).toEqual([]);
};
const wide = (page: Page): Promise<boolean> => page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

test('from the first words to the answer', async () => {
  // The child.
  const pocket = await served.browser.newContext({ ...phone, baseURL: served.address });
  const child = await pocket.newPage();
  await child.goto(`/s/${school}?lang=kk`);
  expect(await child.locator('html').getAttribute('lang')).toBe('kk');
  await child.locator('#text').fill('үйде әкем мені ұрады, енді қорқамын');
  await child.getByLabel('Маған жазып жауап беріңіздер').check();
  // Another language and back: nothing is lost.
  await child.getByRole('button', { name: 'Русский' }).click();
  expect(await child.locator('#text').inputValue()).toBe('үйде әкем мені ұрады, енді қорқамын');
  await child.getByRole('button', { name: 'Қазақша' }).click();
  await child.getByRole('button', { name: 'Жіберу' }).click();
  const number = await child.locator('.keep dd').first().innerText();
  const words = (await child.locator('.keep dd').last().innerText()).trim().split(/\s+/).join(' ');
  expect(number).toMatch(/^(\d{3}-){3}\d{3}$/);
  expect(words.split(' ')).toHaveLength(4);
  // Sent again by a reload: the same number.
  await child.reload();
  expect(await child.locator('.keep dd').first().innerText()).toBe(number);
  expect(await pocket.cookies()).toEqual([]);
  expect(child.url()).not.toContain(number);
  await pocket.close();

  // The operator, by keyboard.
  const office = await served.staff(appointmentId('contact-centre', 'operator', 1), desk);
  const operator = await office.newPage();
  await operator.goto('/app/desk');
  const row = operator.locator('.queue-row', { hasText: number });
  await row.waitFor();
  expect(await operator.locator('.queue-row').first().innerText()).toContain(number);
  await noFaults(operator);
  await operator.keyboard.press('j');
  await operator.keyboard.press('Enter');
  await operator.locator('.said').waitFor();
  expect(await operator.locator('.said').innerText()).toBe('үйде әкем мені ұрады, енді қорқамын');
  await operator.keyboard.press('c');
  await operator.locator('[data-reply]').waitFor();
  await operator.keyboard.press('r');
  await operator.keyboard.type('Мен осындамын. Сен дұрыс істедің.');
  await operator.keyboard.press('Control+Enter');
  await operator.locator('.message-operator').waitFor();
  await noFaults(operator);
  // Where it goes depends on how urgent it is, so that is asked first, and then the way goes on by itself.
  await operator.keyboard.press('Escape');
  await operator.keyboard.press('2');
  const panel = operator.locator('dialog[open]');
  await panel.getByLabel('Насилие или пренебрежение').check();
  await panel.getByRole('button', { name: 'Указать категорию и срочность' }).click();
  const summary = panel.getByLabel('Суть коротко');
  await summary.waitFor();
  await noFaults(operator);
  await panel.getByLabel('Возраст').fill('11');
  await summary.fill('Ребёнок сообщает о побоях дома, боится возвращаться.');
  await panel.getByRole('button', { name: 'Передать органу опеки' }).click();
  await panel.waitFor({ state: 'detached' });
  await operator.getByText('Помощь под наблюдением', { exact: true }).first().waitFor();
  await office.close();

  // The child, another day, another phone.
  const later = await served.browser.newContext({ ...phone, baseURL: served.address });
  const reader = await later.newPage();
  await reader.goto('/follow?lang=kk');
  await reader.locator('#number').fill(number.replaceAll('-', ''));
  await reader.locator('#code').fill(words.toUpperCase());
  await reader.getByRole('button', { name: 'Қарау' }).click();
  const talk = await reader.locator('.talk').innerText();
  expect(talk).toContain('Мен осындамын. Сен дұрыс істедің.');
  expect(talk).toContain('Көмектесе алатын мамандар');
  // Nothing of what was passed on stands here.
  expect(talk).not.toContain('Ребёнок сообщает');
  await reader.getByLabel('Тағы не айтқың келеді?').fill('рақмет');
  await reader.getByRole('button', { name: 'Жіберу' }).click();
  expect(await reader.locator('.talk').innerText()).toContain('рақмет');
  await later.close();
});

test('the public pages fit a narrow phone with large letters, and axe finds nothing', async () => {
  for (const [width, locale, colorScheme] of [[320, 'kk', 'light'], [375, 'ru', 'dark'], [1280, 'kk', 'dark']] as const) {
    const context = await served.browser.newContext({ viewport: { width, height: 640 }, locale, colorScheme, baseURL: served.address });
    const page = await context.newPage();
    for (const path of ['/', '/help', `/help?school=${school}`, '/follow', '/rights', '/what-next']) {
      await page.goto(path);
      await noFaults(page);
      expect(await wide(page), `${path} at ${width}`).toBe(false);
      await page.evaluate(`document.documentElement.style.fontSize = '200%'`);
      expect(await wide(page), `${path} at ${width} with large letters`).toBe(false);
    }
    await page.goto('/help');
    await page.locator('#text').fill(`менің тегім ${'Қ'.repeat(400)}`);
    await page.locator('button.go').click();
    await page.locator('button.plain').click();
    await page.locator('#text').fill('Ұ'.repeat(400));
    await page.locator('button.go').click();
    await noFaults(page);
    expect(await wide(page)).toBe(false);
    await context.close();
  }
});

test('a call is open at once, and the shift does not end with it in hand', async () => {
  const office = await served.staff(appointmentId('contact-centre', 'operator', 2), desk);
  const operator = await office.newPage();
  await operator.goto('/app/desk');
  await operator.getByRole('heading', { name: 'Очередь', exact: true }).waitFor();
  await operator.keyboard.press('p');
  await operator.locator('.told').waitFor();
  expect(await operator.locator('.told').innerText()).toMatch(/\d{3}-\d{3}-\d{3}-\d{3}/);
  await operator.getByRole('button', { name: 'Закончить смену' }).click();
  await operator.getByText('Смену пока не закончить').waitFor();
  await operator.getByRole('button', { name: 'Вернуть в очередь' }).click();
  await operator.locator('dialog[open]').getByRole('button', { name: 'Вернуть в очередь' }).click();
  await operator.locator('.queue-row', { hasText: 'Не прочитано' }).first().waitFor();
  await operator.getByRole('button', { name: 'Закончить смену' }).click();
  await operator.waitForURL(`${served.address}/`);
  expect((await office.request.get('/api/session')).status()).toBe(401);
  await office.close();
});

test('leaving quickly takes the page’s place in the history', async () => {
  const context = await served.browser.newContext({ viewport: { width: 375, height: 667 }, baseURL: served.address });
  // The neutral page stands outside; here it is answered on the spot.
  await context.route(/wikipedia\.org/, (route) => route.fulfill({ contentType: 'text/html', body: '<title>elsewhere</title>' }));
  const page = await context.newPage();
  await page.goto('/');
  await page.goto('/help?lang=kk');
  await page.locator('#text').fill('ешкім көрмесін');
  await page.getByRole('link', { name: 'Тез шығу' }).click();
  await page.waitForURL(/wikipedia/);
  await page.goBack();
  expect(new URL(page.url()).pathname).toBe('/');
  await context.close();
});

/** A school's list of pupils, saved by an old program: uploaded, its columns confirmed, tried, taken in, and the rows that could not be read fetched with the reasons. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoId } from '#cap/agencies/demo/ids.ts';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import type { ProceedingView } from '#kernel/contract.ts';
import { serve, type Served } from './serve.ts';
import { device, pageHolds, pageOf, screens, shot, take, wordsOf, type Screen } from './staff.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const specialist = appointmentId('enbekshikazakh/guardianship', 'guardianship-specialist', 1);
const [phone, , desk, russian] = screens;

const rows = ['Тегі;Аты;Туған күні;ЖСН;Сынып', 'Сынақов;Асан;03.04.2014;140403500011;5', 'Сынақова;Әсел;31.12.2015;;4', 'Сынақов;Үсен;31.02.2015;;4', '=1+1;Иван;01.02.2015;;4'].join('\r\n');

test('a list is taken in on a phone, and what could not be read is fetched at a desk', async () => {
  if (phone === undefined || desk === undefined || russian === undefined) throw new Error('no screens');
  const t = wordsOf(served, phone);
  const context = await served.staff(specialist, device(phone));
  const opened = (await take(context, '/api/children/list', { organisation: demoId('organisation enbekshikazakh/school'), about: '5-сынып оқушылары' })) as ProceedingView;
  const page = await pageOf(context, phone);
  await page.goto(`/app/proceedings/${opened.id}`);
  await page.getByText(t('children.list.nothing')).waitFor();
  await page.getByRole('button', { name: t('children.list.step.take-file') }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: t('children.list.upload') }).click();
  await panel.getByText(t('field.required')).waitFor();
  await panel.getByLabel(t('children.list.choose')).setInputFiles({ name: 'сурет.csv', mimeType: 'text/csv', buffer: Buffer.from([0xff, 0xd8, 0xff, 0, 0, 0, 0]) });
  await panel.getByRole('button', { name: t('children.list.upload') }).click();
  await panel.getByText(t('problem.children.list-kind.detail')).waitFor();
  await pageHolds(page, 'list refused', phone);
  await panel.getByLabel(t('children.list.choose')).setInputFiles({ name: 'оқушылар.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
  await panel.getByRole('button', { name: t('children.list.upload') }).click();
  await panel.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: t('children.list.step.map') }).click();
  await panel.getByText('Сынақов, Сынақова, Сынақов').waitFor();
  await pageHolds(page, 'list columns', phone);
  await shot(page, 'list-columns', phone);
  await panel.getByRole('button', { name: t('children.list.step.map') }).click();
  await page.getByRole('heading', { name: t('children.list.preview') }).waitFor({ timeout: 60_000 });
  await pageHolds(page, 'list tried', phone);
  await shot(page, 'list-tried', phone);
  await page.getByRole('button', { name: t('children.list.step.run') }).click();
  await panel.getByRole('button', { name: t('children.list.step.run') }).click();
  await page.getByRole('heading', { name: t('children.list.result') }).waitFor({ timeout: 60_000 });
  await pageHolds(page, 'list done', phone);
  await shot(page, 'list-done', phone);
  // Whoever searches sees whose list he is in.
  const find = async (at: Page, screen: Screen): Promise<void> => {
    const words = wordsOf(served, screen);
    await at.goto('/app/children');
    await at.getByRole('main').getByLabel(words('children.search.field')).fill('Сынақов Асан');
    await at.getByText(words('children.search.listed')).waitFor();
    await pageHolds(at, 'list found', screen);
    await shot(at, 'list-found', screen);
  };
  await find(page, phone);
  await context.close();

  for (const screen of [desk, russian]) {
    const words = wordsOf(served, screen);
    const colleague = await served.staff(specialist, { ...device(screen), acceptDownloads: true });
    const other = await pageOf(colleague, screen);
    await other.goto(`/app/proceedings/${opened.id}`);
    const link = other.getByRole('link', { name: words('children.list.failed-file') });
    const [download] = await Promise.all([other.waitForEvent('download'), link.click()]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toContain('"Сынақов";"Үсен";"31.02.2015"');
    expect(text).toContain(`"'=1+1"`);
    await pageHolds(other, 'list done', screen);
    await shot(other, 'list-done', screen);
    await find(other, screen);
    await colleague.close();
  }
});

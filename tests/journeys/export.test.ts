/** A head takes out her district's list on a phone; a specialist one case at a desk. The password is shown once, and opens the file. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import type { ExportList } from '#cap/exports/contract.ts';
import type { ProceedingView } from '#kernel/contract.ts';
import { unzip } from '../proofs/exports/winzip.ts';
import { serve, type Served } from './serve.ts';
import { device, pageHolds, pageOf, screens, shot, take, wordsOf, type Screen } from './staff.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const house = 'enbekshikazakh/guardianship';
const head = appointmentId(house, 'district-head', 1);
const specialist = appointmentId(house, 'guardianship-specialist', 1);
const [phone, , , desk] = screens as [Screen, Screen, Screen, Screen];

/** Fills the form in, reads the password, fetches the file. */
async function takeOut(page: Page, screen: Screen, name: string): Promise<string> {
  const t = wordsOf(served, screen);
  await page.getByRole('button', { name: t('web.exports.make') }).click();
  await page.getByText(t('field.required')).first().waitFor();
  await page.getByLabel(t('exports.purpose.court')).check();
  await page.getByRole('textbox').fill('№ 15 сұрау салу');
  await pageHolds(page, name, screen);
  await shot(page, name, screen);
  await page.getByRole('button', { name: t('web.exports.make') }).click();
  const panel = page.getByRole('dialog');
  const password = await panel.locator('.export-password').innerText();
  await pageHolds(page, `${name} password`, screen);
  await shot(page, `${name}-password`, screen);
  const [download] = await Promise.all([page.waitForEvent('download'), panel.getByRole('link', { name: t('web.exports.fetch') }).click()]);
  const path = await download.path();
  const [file] = unzip(readFileSync(path), password.trim());
  await panel.getByRole('button', { name: t('web.exports.written-down') }).click();
  await panel.waitFor({ state: 'detached' });
  await page.locator('.export-line').first().waitFor();
  expect(await page.locator('body').innerText()).not.toContain(password.trim());
  // The page tells the file that left from one in which a byte was changed.
  const { number } = ((await (await page.request.get('/api/exports')).json()) as ExportList).exports[0]!;
  const changed = `${path}.changed`;
  writeFileSync(changed, readFileSync(path).map((byte, i) => (i === 60 ? byte ^ 1 : byte)));
  const check = page.locator('.export-check');
  await check.locator('input').setInputFiles(changed);
  await check.getByText(t('web.exports.check-none', { name: basename(changed) })).waitFor();
  await check.locator('input').setInputFiles(path);
  await check.getByText(`№ ${number}`).waitFor();
  await pageHolds(page, `${name} made`, screen);
  await shot(page, `${name}-made`, screen);
  return file?.text ?? '';
}

test('a list and a case are taken out', async () => {
  const colleague = await served.staff(specialist, { ...device(desk), acceptDownloads: true });
  const opened = (await take(colleague, '/api/cases/protection', { children: [{ name: 'Айша', age: 7 }], category: 'neglect', danger: 'violence', summary: 'үйде жалғыз' })) as ProceedingView;
  const page = await pageOf(colleague, desk);
  await page.goto(`/app/proceedings/${opened.id}`);
  await page.getByRole('link', { name: wordsOf(served, desk)('web.exports.open') }).click();
  const text = await takeOut(page, desk, 'export-case');
  expect(text).toContain('үйде жалғыз');
  await colleague.close();

  const context = await served.staff(head, { ...device(phone), acceptDownloads: true });
  const other = await pageOf(context, phone);
  await other.goto('/app/exports');
  await other.getByLabel(wordsOf(served, phone)('web.exports.scope.district')).check();
  await other.getByLabel(wordsOf(served, phone)('web.exports.format.csv')).check();
  const list = await takeOut(other, phone, 'export-list');
  expect(list).toContain(opened.label);
  // The head sees what her house took out, and whose file it is.
  await other.getByText(wordsOf(served, phone)('web.exports.theirs')).first().waitFor();
  await context.close();
});

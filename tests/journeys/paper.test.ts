/** What leaves the screen: a notice on paper, a list as a workbook, deadlines in a calendar, the sheet for the next shift. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import type { ProceedingView } from '#kernel/contract.ts';
import { numberOf } from '#kernel/texts/number.ts';
import { wordsOf as pagesOf } from '../proofs/documents/pdf-text.ts';
import { unpacked } from '../proofs/exports/parts.ts';
import { unzip } from '../proofs/exports/winzip.ts';
import { serve, type Served } from './serve.ts';
import { device, pageHolds, pageOf, screens, shot, take, wordsOf, type Screen } from './staff.ts';

let served: Served;
let opened: ProceedingView;
const house = 'enbekshikazakh/guardianship';
const head = appointmentId(house, 'district-head', 1);
const specialist = appointmentId(house, 'guardianship-specialist', 1);
const [phone, , , desk] = screens as [Screen, Screen, Screen, Screen];
const both = [phone, desk];

beforeAll(async () => {
  served = await serve();
  const colleague = await served.staff(specialist);
  opened = (await take(colleague, '/api/cases/protection', { children: [{ name: 'Әйгерім', age: 7 }], category: 'neglect', danger: 'violence', summary: 'үйде жалғыз' })) as ProceedingView;
  await colleague.close();
});
afterAll(() => served.close());

test('a notice is put on paper in the language of whoever it goes to', async () => {
  for (const screen of both) {
    const t = wordsOf(served, screen);
    const context = await served.staff(specialist, device(screen));
    const page = await pageOf(context, screen);
    await page.goto(`/app/proceedings/${opened.id}`);
    const title = t('cases.protection.document.notice');
    for (const [language, spoken] of [['kk', 'Қазақша'], ['ru', 'Русский']] as const) {
      const link = page.getByRole('link', { name: t('web.documents.in', { title, language: spoken }) });
      const answer = await context.request.get((await link.getAttribute('href')) ?? '');
      expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf']);
      const [paper] = pagesOf(await answer.body());
      for (const word of ['Әйгерім', numberOf(opened.id), served.program.runtime.texts['cases.protection.document.notice']?.[language] ?? '?']) expect(paper).toContain(word);
      expect(paper).not.toContain('үйде жалғыз');
    }
    await pageHolds(page, 'paper-documents', screen);
    await shot(page, 'paper-documents', screen);
    await context.close();
  }
});

test('a list is taken out as a workbook from its own page', async () => {
  for (const screen of both) {
    const t = wordsOf(served, screen);
    const context = await served.staff(head, { ...device(screen), acceptDownloads: true });
    const page = await pageOf(context, screen);
    await page.goto('/app/list?scope=district');
    await page.getByRole('link', { name: t('web.exports.table') }).click();
    await page.getByLabel(t('exports.purpose.report')).check();
    await page.getByRole('textbox').fill('тоқсандық есеп');
    await pageHolds(page, 'paper-table', screen);
    await shot(page, 'paper-table', screen);
    await page.getByRole('button', { name: t('web.exports.make') }).click();
    const panel = page.getByRole('dialog');
    const password = (await panel.locator('.export-password').innerText()).trim();
    const [download] = await Promise.all([page.waitForEvent('download'), panel.getByRole('link', { name: t('web.exports.fetch') }).click()]);
    const [file] = unzip(readFileSync(await download.path()), password);
    expect(file?.name).toBe('list.xlsx');
    for (const word of [opened.label, t('exports.column.stage'), 'тоқсандық есеп']) expect(unpacked(file?.bytes ?? Buffer.alloc(0))).toContain(word);
    await context.close();
  }
});

test('deadlines come into a calendar, and leave it', async () => {
  for (const screen of both) {
    const t = wordsOf(served, screen);
    const context = await served.staff(opened.responsible.worker?.appointment ?? specialist, device(screen));
    const page = await pageOf(context, screen);
    await page.goto('/app/sessions');
    await page.getByRole('link', { name: t('web.calendar.open') }).click();
    await page.getByRole('button', { name: t('web.calendar.on') }).click();
    const panel = page.getByRole('dialog');
    const address = (await panel.locator('.secret').innerText()).trim();
    await pageHolds(page, 'paper-calendar-address', screen);
    await shot(page, 'paper-calendar-address', screen);
    await panel.getByRole('button', { name: t('web.panel.close') }).click();
    await page.getByRole('button', { name: t('web.calendar.renew') }).waitFor();
    await pageHolds(page, 'paper-calendar', screen);
    await shot(page, 'paper-calendar', screen);
    const read = async (): Promise<{ status: number; text: string }> => {
      const answer = await fetch(address);
      return { status: answer.status, text: (await answer.text()).replaceAll('\r\n ', '') };
    };
    const { status, text } = await read();
    expect([status, text.startsWith('BEGIN:VCALENDAR')]).toEqual([200, true]);
    expect(text).toContain(`№ ${numberOf(opened.id)}`);
    expect(text).not.toContain('Әйгерім');
    await page.getByRole('button', { name: t('web.calendar.off') }).click();
    await page.getByRole('button', { name: t('web.calendar.on') }).waitFor();
    expect((await read()).status).toBe(404);
    await context.close();
  }
});

test('a shift hands over on one sheet', async () => {
  for (const screen of both) {
    const t = wordsOf(served, screen);
    const context = await served.staff(head, device(screen));
    const page = await pageOf(context, screen);
    await page.goto('/app/hand-over');
    await page.getByRole('link', { name: opened.label }).first().waitFor();
    await page.getByText(t('web.hand-over.duty')).waitFor();
    await pageHolds(page, 'paper-hand-over', screen);
    await shot(page, 'paper-hand-over', screen);
    const paper = await page.pdf({ format: 'A4' });
    expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.emulateMedia({ media: 'print' });
    await shot(page, 'paper-hand-over-printed', screen);
    await context.close();
  }
});

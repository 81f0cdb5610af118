/** A case manager adds a photograph on a phone; a colleague fetches it at a desk. It is the picture, without the place where it was taken. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import type { ProceedingView } from '#kernel/contract.ts';
import { exif, jpeg, planted, segment } from '#kernel/files/pictures.fixture.ts';
import { serve, type Served } from './serve.ts';
import { device, pageHolds, pageOf, screens, shot, take, wordsOf } from './staff.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const specialist = appointmentId('enbekshikazakh/guardianship', 'guardianship-specialist', 1);

test('a photograph is added and fetched', async () => {
  const [phone, , , desk] = screens;
  if (phone === undefined || desk === undefined) throw new Error('no screens');
  const t = wordsOf(served, phone);
  const context = await served.staff(specialist, device(phone));
  const opened = (await take(context, '/api/cases/protection', { children: [{ name: 'Айша', age: 7 }], category: 'neglect', danger: 'violence', summary: 'үйде жалғыз' })) as ProceedingView;
  const page = await pageOf(context, phone);
  await page.goto(`/app/proceedings/${opened.id}`);
  await page.getByRole('button', { name: t('web.attach.open') }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: t('web.attach.send') }).click();
  await panel.getByText(t('field.required')).waitFor();
  await panel.getByLabel(t('web.attach.choose')).setInputFiles({ name: 'мәтін.docx', mimeType: 'application/zip', buffer: Buffer.from('PK\x03\x04') });
  await panel.getByRole('button', { name: t('web.attach.send') }).click();
  await panel.getByText(t('problem.file-kind.detail')).waitFor();
  await pageHolds(page, 'attach refused', phone);
  await shot(page, 'attach-refused', phone);
  const photograph = planted(jpeg, segment(0xe1, exif(6)));
  await panel.getByLabel(t('web.attach.choose')).setInputFiles({ name: 'үйге бару.jpg', mimeType: 'image/jpeg', buffer: photograph });
  await shot(page, 'attach', phone);
  await panel.getByRole('button', { name: t('web.attach.send') }).click();
  await panel.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'үйге бару.jpg' }).waitFor();
  await pageHolds(page, 'attached', phone);
  await shot(page, 'attached', phone);
  await context.close();

  const colleague = await served.staff(specialist, { ...device(desk), acceptDownloads: true });
  const other = await pageOf(colleague, desk);
  await other.goto(`/app/proceedings/${opened.id}`);
  const [download] = await Promise.all([other.waitForEvent('download'), other.getByRole('link', { name: 'үйге бару.jpg' }).click()]);
  expect(download.suggestedFilename()).toBe('үйге бару.jpg');
  const bytes = readFileSync(await download.path());
  expect(bytes.includes(Buffer.from('телефоны'))).toBe(false);
  // Drawn by a browser as it was held: higher than wide.
  const size = await other.evaluate<string>(`(async () => {
    const bytes = Uint8Array.from(atob('${bytes.toString('base64')}'), (c) => c.charCodeAt(0));
    const drawn = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }), { imageOrientation: 'from-image' });
    return drawn.width + ' ' + drawn.height;
  })()`);
  expect(size).toBe('8 16');
  await pageHolds(other, 'attached', desk);
  await shot(other, 'attached', desk);
  await colleague.close();
});

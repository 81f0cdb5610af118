/** A letter each morning, asked for under one's own sessions: an address, a code that came there, and the way out. */
import { afterAll, beforeAll, describe, test, expect } from 'vitest';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import { serve, type Served } from './serve.ts';
import { device, pageHolds, pageOf, screens, shot, wordsOf } from './staff.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

describe.each(screens.filter(({ language, width }) => (language === 'kk') === (width === 375)))('in $language at $width', (screen) => {
  test('by the keyboard alone', async () => {
    const t = wordsOf(served, screen);
    const to = `kyzmetker-${screen.language}@example.kz`;
    const context = await served.staff(appointmentId('talgar/guardianship', 'guardianship-specialist', 1), device(screen));
    const page = await pageOf(context, screen);
    await page.goto('/app/sessions');
    const field = page.getByLabel(t('web.digest.address'));
    await field.focus();
    await page.keyboard.type('kyzmetker');
    await page.keyboard.press('Enter');
    await page.locator('.account-form [aria-invalid="true"]').waitFor();
    await shot(page, 'digest-wrong', screen);
    await field.fill(to);
    await page.keyboard.press('Enter');
    await page.getByText(t('web.digest.sent', { address: to })).first().waitFor();
    await pageHolds(page, 'digest, code asked for', screen);
    await shot(page, 'digest-code', screen);
    const letter = served.letters.find((l) => l.to === to);
    await page.getByLabel(t('web.digest.code')).focus();
    await page.keyboard.type(/\b\d{6}\b/.exec(letter?.text ?? '')?.[0] ?? '');
    await page.keyboard.press('Enter');
    await page.getByText(t('web.digest.on', { address: to })).waitFor();
    await pageHolds(page, 'digest, on', screen);
    await shot(page, 'digest-on', screen);
    await page.getByRole('button', { name: t('web.digest.leave') }).press('Enter');
    await field.waitFor();
    expect((await served.program.owner.query('select 1 from kernel.digest where address is not null')).rowCount).toBe(0);
    await context.close();
  });
});

/** A head signs in as in earnest, invites a colleague, who comes in with the link; both see where they are signed in. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import { systemClock } from '#kernel/clock.ts';
import { codeAt } from '#kernel/signin/totp.ts';
import { Secret } from 'otpauth';
import { giveCredential, type Known } from '../setup/credential.ts';
import { nextHalfMinute, roomToType } from './half-minute.ts';
import { serve, type Served } from './serve.ts';
import { device, pageHolds, pageOf, screens, shot, wordsOf } from './staff.ts';

let served: Served;
beforeAll(async () => {
  served = await serve({ demo: false });
});
afterAll(() => served.close());

const password = 'жеті қаз ұшты аспанда';

async function fillIn(page: Page, t: (key: string) => string, known: { login: string; password: string }, code: string): Promise<void> {
  await page.getByLabel(t('web.sign-in.login'), { exact: true }).fill(known.login);
  await page.getByLabel(t('web.sign-in.password'), { exact: true }).fill(known.password);
  await page.getByLabel(t('web.code.label'), { exact: true }).fill(code);
}

describe.each(screens)('$language at $width', (screen) => {
  const t = (key: string, params = {}): string => wordsOf(served, screen)(key, params);
  const newContext = (): Promise<BrowserContext> => served.browser.newContext({ baseURL: served.address, ...device(screen) });

  test('from the door to the list of sessions', async () => {
    const n = screens.indexOf(screen) + 1;
    const known: Known = await giveCredential(served.program, appointmentId(n <= 2 ? 'enbekshikazakh/guardianship' : 'talgar/guardianship', 'district-head', n % 2 === 0 ? 2 : 1), undefined, systemClock);
    const office = await newContext();
    const head = await pageOf(office, screen);
    await head.goto('/app/people');
    await head.getByLabel(t('web.sign-in.login'), { exact: true }).waitFor();
    // Nothing of a demo is shown, and a password manager finds its fields.
    expect(await head.getByRole('searchbox').count()).toBe(0);
    expect(await head.locator('input').evaluateAll((all) => all.map((i) => i.getAttribute('autocomplete')))).toEqual(['username', 'current-password', 'one-time-code']);
    await pageHolds(head, 'sign-in', screen);
    await shot(head, 'sign-in', screen);

    await roomToType();
    await fillIn(head, t, { ...known, password: 'қате құпиясөз мұнда' }, known.code());
    await head.keyboard.press('Enter');
    await head.getByRole('alert').waitFor();
    expect(await head.getByRole('alert').innerText()).toContain(t('problem.sign-in-failed.title'));
    await pageHolds(head, 'sign-in refused', screen);
    await roomToType();
    await fillIn(head, t, known, known.code());
    await head.keyboard.press('Enter');
    // Where one wanted to go.
    await head.getByRole('heading', { name: t('web.people.title') }).waitFor();
    await pageHolds(head, 'people', screen);

    const name = `Жанар Омарова ${'ӘҒҚҢ'[n - 1] ?? ''}`;
    await head.getByLabel(t('web.people.name'), { exact: true }).fill(name);
    await head.getByLabel(t('role.case-manager'), { exact: true }).check();
    await head.getByRole('button', { name: t('web.people.invite-new') }).click();
    const panel = head.locator('dialog[open]');
    const link = await panel.locator('.secret').innerText();
    expect(link).toMatch(/\/app\/invitation#[\w-]{43}$/);
    await shot(head, 'invitation-link', screen);
    await panel.getByRole('button', { name: t('web.panel.close') }).click();
    await head.getByText(name).waitFor();
    await shot(head, 'people', screen);

    const desk = await newContext();
    const newcomer = await pageOf(desk, screen);
    await newcomer.goto(link);
    const secretText = newcomer.locator('.totp .secret');
    await secretText.waitFor();
    expect(newcomer.url()).not.toContain('#');
    await pageHolds(newcomer, 'invitation', screen);
    await shot(newcomer, 'invitation', screen);
    const secret = Buffer.from(Secret.fromBase32((await secretText.innerText()).replace(/\s/g, '')).buffer);
    await newcomer.getByLabel(t('web.sign-in.login'), { exact: true }).fill(`zhanar.${n}`);
    await newcomer.getByLabel(t('web.invitation.password'), { exact: true }).fill('passwordpassword');
    await roomToType();
    await newcomer.getByLabel(t('web.code.label'), { exact: true }).fill(codeAt(secret, systemClock()));
    await newcomer.getByRole('button', { name: t('web.invitation.send') }).click();
    await newcomer.getByText(t('field.password.common')).waitFor();
    await newcomer.getByLabel(t('web.invitation.password'), { exact: true }).fill(password);
    await roomToType();
    await newcomer.getByLabel(t('web.code.label'), { exact: true }).fill(codeAt(secret, systemClock()));
    await newcomer.getByRole('button', { name: t('web.invitation.send') }).click();
    await newcomer.getByRole('heading', { name: t('web.recovery.title') }).waitFor();
    expect(await newcomer.locator('.recovery li').count()).toBe(10);
    const [spare = ''] = await newcomer.locator('.recovery li').allInnerTexts();
    await pageHolds(newcomer, 'recovery codes', screen);
    await shot(newcomer, 'recovery', screen);
    await newcomer.getByRole('button', { name: t('web.recovery.kept') }).click();
    await newcomer.getByRole('link', { name }).click();
    await newcomer.getByRole('heading', { name: t('web.sessions.title') }).waitFor();

    // On a telephone as well, with the next code; the other one is ended from here.
    const pocket = await newContext();
    const phone = await pageOf(pocket, screen);
    await phone.goto('/app/');
    await phone.getByLabel(t('web.sign-in.login'), { exact: true }).waitFor();
    await nextHalfMinute();
    await fillIn(phone, t, { login: `zhanar.${n}`, password }, codeAt(secret, systemClock()));
    await phone.keyboard.press('Enter');
    await phone.locator('.shell-nav a').first().waitFor();
    await newcomer.reload();
    await newcomer.locator('.session-row').nth(1).waitFor();
    await pageHolds(newcomer, 'sessions', screen);
    await shot(newcomer, 'sessions', screen);
    await newcomer.locator('.session-row').nth(1).getByRole('button').click();
    await newcomer.getByRole('status').getByText(t('web.sessions.ended')).waitFor();
    expect((await pocket.request.get('/api/session')).status()).toBe(401);

    // The telephone may be in wrong hands: everything anew, with a code kept on paper.
    await newcomer.getByRole('button', { name: t('web.renew.open') }).click();
    const change = newcomer.locator('dialog[open]');
    await change.getByLabel(t('web.sign-in.password'), { exact: true }).fill(password);
    await change.getByRole('button', { name: t('web.code.lost') }).click();
    await change.getByLabel(t('web.code.recovery'), { exact: true }).fill(spare);
    await pageHolds(newcomer, 'change of password', screen);
    await shot(newcomer, 'change-password', screen);
    await change.getByRole('button', { name: t('web.renew.go') }).click();
    await newcomer.locator('.totp .secret').waitFor();
    expect(await newcomer.getByLabel(t('web.sign-in.login'), { exact: true }).inputValue()).toBe(`zhanar.${n}`);
    for (const context of [office, desk, pocket]) await context.close();
  });
});

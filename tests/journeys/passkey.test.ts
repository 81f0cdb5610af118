/** A passkey is made, signs in, proves it again, and is taken away; in a real browser with a device that answers by itself. */
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import { systemClock } from '#kernel/clock.ts';
import { giveCredential, type Known } from '../setup/credential.ts';
import { roomToType } from './half-minute.ts';
import { serve, type Served } from './serve.ts';
import { device, pageHolds, pageOf, shot, wordsOf, type Screen } from './staff.ts';

let served: Served;
let site: string;
beforeAll(async () => {
  served = await serve({ demo: false });
  // A passkey belongs to a name; an address of figures has none.
  site = served.address.replace('127.0.0.1', 'localhost');
});
afterAll(() => served.close());

const screen: Screen = { language: 'kk', width: 1280 };

async function authenticator(page: Page): Promise<{ cdp: CDPSession; id: string }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  return { cdp, id: authenticatorId };
}

test('from the first key to the last', async () => {
  const t = wordsOf(served, screen);
  const known: Known = await giveCredential(served.program, appointmentId('talgar/guardianship', 'district-head', 1), undefined, systemClock);
  const context = await served.browser.newContext({ baseURL: site, ...device(screen) });
  const page = await pageOf(context, screen);
  const { cdp, id } = await authenticator(page);
  await page.goto('/app/sessions');
  await page.getByLabel(t('web.sign-in.login'), { exact: true }).fill(known.login);
  await page.getByLabel(t('web.sign-in.password'), { exact: true }).fill(known.password);
  await roomToType();
  await page.getByLabel(t('web.code.label'), { exact: true }).fill(known.code());
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: t('web.passkey.add') }).click();
  await page.getByRole('button', { name: t('web.passkey.remove') }).waitFor();
  await pageHolds(page, 'passkeys', screen);
  await shot(page, 'passkeys', screen);
  expect((await cdp.send('WebAuthn.getCredentials', { authenticatorId: id })).credentials).toHaveLength(1);

  // Out, and in again with nothing typed.
  await page.getByRole('button', { name: t('web.sign-out') }).click();
  await page.getByRole('button', { name: t('web.passkey.enter') }).click();
  await page.locator('.shell-nav a').first().waitFor();
  const sessions = (await (await page.request.get('/api/session/list')).json()) as { way: string; current: boolean }[];
  expect(sessions.find((s) => s.current)?.way).toBe('passkey');

  // Later something sensitive: the key proves it.
  await served.program.owner.query(`update kernel.session set stepped_up_at = stepped_up_at - interval '1 hour' where person = $1`, [known.person]);
  await page.goto('/app/people');
  await page.getByLabel(t('web.people.name'), { exact: true }).fill('Ерлан Нұрғали');
  await page.getByLabel(t('role.case-manager'), { exact: true }).check();
  await page.getByRole('button', { name: t('web.people.invite-new') }).click();
  const panel = page.locator('dialog[open]');
  await panel.getByRole('button', { name: t('web.passkey.prove') }).click();
  await panel.locator('.secret').waitFor();
  expect(await panel.locator('.secret').innerText()).toContain('/app/invitation#');
  await panel.getByRole('button', { name: t('web.panel.close') }).click();

  // An answer that somebody overheard and sends again opens nothing.
  const answers: { url: string; body: string }[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/session/passkey')) answers.push({ url: request.url(), body: request.postData() ?? '' });
  });
  await page.getByRole('button', { name: t('web.sign-out') }).click();
  await page.getByRole('button', { name: t('web.passkey.enter') }).click();
  await page.locator('.shell-nav a').first().waitFor();
  const again = await page.request.post('/api/session/passkey', { data: answers[0]?.body, headers: { 'content-type': 'application/json' } });
  expect(again.status()).toBe(401);

  await page.goto('/app/sessions');
  await page.getByRole('button', { name: t('web.passkey.remove') }).click();
  await page.getByRole('button', { name: t('web.passkey.remove') }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: t('web.sign-out') }).click();
  await page.getByRole('button', { name: t('web.passkey.enter') }).click();
  await page.getByRole('alert').waitFor();
  expect((await page.request.get('/api/session')).status()).toBe(401);
  const { rows } = await served.program.owner.query<{ what: string }>('select what from kernel.security_event where person = $1 order by id', [known.person]);
  expect(rows.map((r) => r.what)).toEqual(expect.arrayContaining(['signed-in', 'passkey-added', 'stepped-up', 'passkey-removed']));
  await context.close();
});

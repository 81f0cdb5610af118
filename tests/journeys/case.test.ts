/**
 * A school worker reports; a specialist assigns by the keyboard alone; the case manager visits, asks a clinic, and closes;
 * the clinic answers and never sees the case; the head sees who carries what. In two languages, on a phone and at a desk.
 */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import { demoOrganisations } from '#cap/agencies/demo/organisations.ts';
import { addDays, almatyDate } from '#kernel/terms/almaty.ts';
import { systemClock } from '#kernel/clock.ts';
import type { WaitingPage } from '#kernel/contract.ts';
import { serve, type Served } from './serve.ts';
import { device, pageHolds, pageOf, read, screens, shot, step, tabTo, take, wordsOf, type Screen } from './staff.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const district = 'enbekshikazakh';
const clinic = demoOrganisations().find((o) => o.key === `${district}/clinic`)?.id ?? '';
const manager = appointmentId(`${district}/guardianship`, 'case-manager', 1);
const head = appointmentId(`${district}/guardianship`, 'district-head', 1);
const protection = 'cases.protection';

const rowOf = async (id: string): Promise<{ worker: string; worker_name: string; login: string }> => {
  const { rows } = await served.program.owner.query<{ worker: string; worker_name: string; login: string }>(
    'select p.worker, n.name as worker_name, n.login from kernel.proceeding p join kernel.appointment a on a.id = p.worker join kernel.person n on n.id = a.person where p.id = $1', [id]);
  if (rows[0] === undefined) throw new Error(`no proceeding ${id}`);
  return rows[0];
};
const caseOf = async (summary: string): Promise<string> => {
  const { rows } = await served.program.owner.query<{ proceeding: string }>(
    `select proceeding from kernel.record where kind = 'cases.protection/case' and body -> 'concern' ->> 'summary' = $1`, [summary]);
  if (rows[0] === undefined) throw new Error('the report opened no case');
  return rows[0].proceeding;
};
const nameOf = async (appointment: string): Promise<string> => (await served.program.runtime.directory(null)).appointment(appointment)?.name ?? '';

/** A school worker reports straight to guardianship. */
async function report(screen: Screen, child: string): Promise<string> {
  const summary = `${child} (${screen.language.toUpperCase()}, ${screen.width})`;
  const school = await served.staff(appointmentId(`${district}/school`, 'school-worker', 1));
  await take(school, '/api/cases/protection', {
    children: [{ name: child, age: 9, sex: 'male' }], category: 'neglect', danger: 'rights', summary,
  });
  await school.close();
  return caseOf(summary);
}

const told = (page: Page, text: string) => page.getByText(text).first().waitFor();

/** (a) Nothing but the keyboard, from the address to the case given to its manager. */
async function assignByKeyboard(screen: Screen, id: string): Promise<void> {
  const t = wordsOf(served, screen);
  const { worker_name: specialist } = await rowOf(id);
  const context = await served.browser.newContext({ baseURL: served.address, ...device(screen) });
  const page = await pageOf(context, screen);
  await page.goto('/app/');
  await page.getByRole('searchbox').waitFor();
  await pageHolds(page, 'sign-in', screen);
  await tabTo(page, page.getByRole('searchbox'));
  await page.keyboard.type(`${specialist} ${t('role.guardianship-specialist')}`);
  const person = page.locator('.person', { hasText: specialist }).first();
  await person.waitFor();
  await tabTo(page, person);
  await page.keyboard.press('Enter');
  await page.locator('.day-row').first().waitFor();
  await pageHolds(page, 'my day', screen);
  await shot(page, 'day', screen);
  await page.keyboard.press('j');
  expect(await page.locator(':focus').innerText()).toContain(t(`${protection}.step.assign`));
  await page.keyboard.press('Enter');
  const picker = page.locator('dialog[open]').getByRole('combobox');
  await picker.waitFor();
  await pageHolds(page, 'assign', screen);
  await tabTo(page, picker);
  const name = await nameOf(manager);
  await page.keyboard.type(name);
  await page.locator('[role=option]').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  await told(page, t(`${protection}.stage.visiting`));
  expect((await rowOf(id)).worker).toBe(manager);
  await context.close();
}

/** (b) The visit in the browser: the child seen alone, in his own words, safe with a plan. */
async function visit(page: Page, screen: Screen, id: string): Promise<void> {
  const t = wordsOf(served, screen);
  await page.goto(`/app/proceedings/${id}`);
  await page.getByRole('button', { name: t(`${protection}.step.visit`), exact: true }).click();
  const panel = page.locator('dialog[open]');
  await panel.getByLabel(t('cases.input.where')).first().fill('Есік');
  await panel.getByLabel(t('cases.contact.alone'), { exact: true }).check();
  await panel.getByLabel(t('cases.input.child-words')).fill('Үйде апаммен жақсымын');
  await panel.getByLabel(t('cases.input.seen')).fill('Үй жылы, тамақ бар');
  await panel.getByLabel(t('cases.safety.safe-with-plan'), { exact: true }).check();
  await panel.getByLabel(t('cases.input.safety-plan')).fill('Апасы күн сайын хабарласады');
  await pageHolds(page, 'visit', screen);
  await panel.getByRole('button', { name: t(`${protection}.step.visit`), exact: true }).click();
  await panel.waitFor({ state: 'detached' });
  await told(page, t(`${protection}.stage.assessing`));
  await page.getByText('Үйде апаммен жақсымын').first().waitFor();
  await pageHolds(page, 'case', screen);
  await shot(page, 'case', screen);
}

async function workTheMiddle(context: BrowserContext, id: string): Promise<string> {
  const today = almatyDate(systemClock());
  await step(context, id, 'siblings', { none: true });
  await step(context, id, 'assess', { domains: [{ domain: 'health', level: 'needs-help', words: 'Тісі ауырады' }], summary: 'Дәрігердің көмегі керек' });
  await step(context, id, 'plan', { measures: [{ what: 'Дәрігерге көрсету', body: 'health', by: addDays(today, 7) }], childView: 'Дәрігерге барғым келеді', goal: 'Бала сау' });
  await step(context, id, 'refer', {
    kind: 'medical', need: 'health', organisation: clinic, question: 'Баланы қарап, емін айтыңыздар', share: ['age', 'concern'],
    basis: { kind: 'consent', by: 'Анасы', age: 9 },
  });
  const { rows } = await served.program.owner.query<{ id: string }>(
    `select p.id from kernel.link l join kernel.proceeding p on p.id = l.target where l.source = $1 and p.procedure = 'referrals.clinic'`, [id]);
  return rows[0]?.id ?? '';
}

/** (c) The clinic takes it, answers it, and cannot open what it came from. */
async function answerAtClinic(screen: Screen, id: string, referral: string): Promise<void> {
  const t = wordsOf(served, screen);
  const context = await served.staff((await rowOf(referral)).worker, device(screen));
  const page = await pageOf(context, screen);
  await page.goto('/app/');
  await page.locator('.day-row', { hasText: t('referrals.clinic') }).first().waitFor();
  await page.goto(`/app/proceedings/${referral}`);
  await page.getByRole('button', { name: t('referrals.clinic.step.accept'), exact: true }).click();
  const panel = page.locator('dialog[open]');
  await panel.getByRole('button', { name: t('referrals.clinic.step.accept'), exact: true }).click();
  await panel.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: t('referrals.clinic.step.answer'), exact: true }).click();
  await panel.getByLabel(t('referrals.result.helped'), { exact: true }).check();
  await panel.getByLabel(t('referrals.input.summary')).fill('Тісі емделді');
  await pageHolds(page, 'answer', screen);
  await panel.getByRole('button', { name: t('referrals.clinic.step.answer'), exact: true }).click();
  await panel.waitFor({ state: 'detached' });
  await pageHolds(page, 'referral', screen);
  await shot(page, 'referral', screen);
  // The case it came from is as if it were not there.
  expect((await context.request.get(`/api/proceedings/${id}`)).status()).toBe(404);
  await page.goto(`/app/proceedings/${id}`);
  await told(page, t('problem.not-found.title'));
  expect(await page.locator('body').innerText()).not.toContain('апаммен');
  await context.close();
}

/** Closing, in the browser again. */
async function close(page: Page, screen: Screen, id: string): Promise<void> {
  const t = wordsOf(served, screen);
  await page.goto(`/app/proceedings/${id}?step=close`);
  const panel = page.locator('dialog[open]');
  await panel.getByLabel(t('cases.closing.helped'), { exact: true }).check();
  await panel.getByLabel(t('cases.input.closing-summary')).fill('Бала емделді, үйі қауіпсіз');
  await panel.getByLabel(t('cases.input.open-referrals')).fill('Полиция бөлек хабарлайды');
  await pageHolds(page, 'close', screen);
  await panel.getByRole('button', { name: t(`${protection}.step.close`), exact: true }).click();
  await panel.waitFor({ state: 'detached' });
  await told(page, t('web.proceeding.is-closed'));
  await pageHolds(page, 'closed', screen);
  await shot(page, 'closed', screen);
}

describe.each(screens)('a case from a report to an outcome, $language, $width px', (screen) => {
  test('is assigned by the keyboard, visited, referred, answered and closed', async () => {
    const t = wordsOf(served, screen);
    const id = await report(screen, `Бала ${screens.indexOf(screen) + 1}`);
    await assignByKeyboard(screen, id);

    const office = await served.staff(manager, device(screen));
    const page = await pageOf(office, screen);
    await visit(page, screen, id);
    const referral = await workTheMiddle(office, id);

    // What waits for the clinic is the manager's as well: whom to call.
    const { items } = (await (await office.request.get('/api/my-day/waiting')).json()) as WaitingPage;
    expect(items.map((i) => [i.proceeding, i.from.proceeding])).toContainEqual([referral, id]);
    await page.goto('/app/');
    const waiting = page.locator('.waiting-row', { hasText: t('referrals.clinic') }).first();
    await waiting.waitFor();
    expect(await waiting.locator('a[href^="tel:"]').count()).toBe(1);
    await pageHolds(page, 'my day, waiting', screen);
    await shot(page, 'waiting', screen);

    await answerAtClinic(screen, id, referral);
    await step(office, id, 'measure-done', { measure: '1', state: 'done', note: 'Емделді' });
    await close(page, screen, id);
    expect(await read(office, id)).toMatchObject({ final: true, outcome: 'helped' });
    await office.close();
  });
});

/** (d) The head: who carries how much, and who is on duty. */
describe.each(screens)('the head of a district, $language, $width px', (screen) => {
  test('sees the team, the list behind a figure, and the roster', async () => {
    const t = wordsOf(served, screen);
    const id = await report(screen, `Топ ${screens.indexOf(screen) + 1}`);
    const { worker, worker_name: specialist } = await rowOf(id);
    const office = await served.staff(head, device(screen));
    const page = await pageOf(office, screen);
    await page.goto('/app/');
    await page.getByRole('link', { name: t('web.nav.team'), exact: true }).click();
    const row = page.locator('.team tr', { hasText: specialist }).first();
    await row.waitFor();
    // Also who has nothing.
    expect(await page.locator('.team').first().innerText()).toContain(await nameOf(head));
    await pageHolds(page, 'team', screen);
    await shot(page, 'team', screen);
    await row.locator('.team-figure').first().click();
    await page.waitForURL(new RegExp(`worker=${worker}`));
    await told(page, t('web.list.of.all', { name: specialist }));
    await page.locator(`a[href$="/proceedings/${id}"]`).waitFor();
    await pageHolds(page, 'list of one', screen);
    await page.getByRole('link', { name: t('agencies.roster.title'), exact: true }).click();
    await page.locator('table.roster').first().waitFor();
    await pageHolds(page, 'roster', screen);
    await shot(page, 'roster', screen);
    await office.close();
  });
});

/**
 * From any page by the keyboard (on a telephone by a button): a page, a task, a child of the register, a number; what happened
 * meanwhile; two at one form; and how many inputs an ordinary appeal by phone and a task of the day take.
 */
import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import type { NoticePage } from '#kernel/contract.ts';
import { serve, type Served } from './serve.ts';
import { device, focused, pageHolds, pageOf, read, shot, step, take, wordsOf, type Screen } from './staff.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const district = 'enbekshikazakh';
const specialist = appointmentId(`${district}/guardianship`, 'guardianship-specialist', 1);
const head = appointmentId(`${district}/guardianship`, 'district-head', 1);
const shown: readonly (Screen & { family: string; given: string })[] = [
  { language: 'kk', width: 375, family: 'Мұқаева', given: 'Ақбота' },
  { language: 'ru', width: 1280, family: 'Жолдыбаева', given: 'Балжан' },
];

/** A case about a child of this name, worked by the specialist. */
async function open(office: BrowserContext, family: string, given: string): Promise<{ id: string; child: string }> {
  const answer = await take(office, '/api/cases/protection', { children: [{ name: given, age: 9, sex: 'female', not: [] }], category: 'neglect', danger: 'rights', summary: family });
  const view = await read(office, answer.id);
  await step(office, view.id, 'identify', { names: [{ kind: 'document', family, given }], born: '2017-04-03', not: [] });
  await served.program.owner.query('update kernel.proceeding set worker = $2 where id = $1', [view.id, specialist]);
  return { id: view.id, child: view.subject.id };
}
const looks = async (): Promise<number> =>
  (await served.program.owner.query<{ n: number }>(`select count(*)::int as n from kernel.look where what = 'search' and appointment = $1`, [specialist])).rows[0]?.n ?? 0;

describe.each(shown)('everywhere, $language, $width px', ({ family, given, ...screen }) => {
  test('goes to a page, a task and a child, and asks the register only when told to', async () => {
    const t = wordsOf(served, screen);
    const office = await served.staff(specialist, device(screen));
    const { id, child } = await open(office, family, given);
    const page = await pageOf(office, screen);
    await page.goto('/app/list');
    await page.locator('.shell-nav').waitFor();
    const field = page.getByRole('combobox', { name: t('web.everywhere.field') });
    const call = async (): Promise<void> => {
      if (screen.width === 375) await page.getByRole('button', { name: t('web.everywhere.open'), exact: true }).tap();
      else await page.keyboard.press('Control+KeyK');
      await field.waitFor();
      expect(await focused(page).getAttribute('role')).toBe('combobox');
    };
    await call();
    await page.locator('.everywhere-option').first().waitFor();
    await pageHolds(page, 'everywhere, empty', screen);
    await shot(page, 'everywhere', screen);
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });

    await call();
    await page.keyboard.type(t('web.nav.day'));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/app\/?$/);

    // A task of the day, by the child's name: it needs no register, and opens its form.
    await call();
    await page.keyboard.type(given);
    const task = page.getByRole('group', { name: t('web.nav.day') }).getByRole('option', { name: new RegExp(given) }).first();
    await task.waitFor();
    expect(await task.getAttribute('aria-selected')).toBe('true');
    const before = await looks();
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/app/proceedings/${id}`));
    expect(await looks()).toBe(before);
    await page.getByRole('dialog').waitFor();
    // The first closes the list of its first question, where it is open already.
    const closed = async (): Promise<number> => {
      await page.keyboard.press('Escape');
      return page.getByRole('dialog').count();
    };
    await expect.poll(closed, { interval: 500 }).toBe(0);

    // The child himself: the last of the list, and one look.
    await call();
    await page.keyboard.type(family);
    await page.getByRole('option', { name: t('web.everywhere.seek', { text: family }) }).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: t('web.everywhere.children') }).getByRole('option', { name: new RegExp(family) }).first().waitFor();
    await pageHolds(page, 'everywhere, found', screen);
    await shot(page, 'everywhere-found', screen);
    expect(await looks()).toBe(before + 1);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/app/children/${child}`);
    expect(decodeURIComponent(page.url())).not.toContain(family);
    await office.close();
  });

  test('offers nothing that the role may not do, and tells the keys', async () => {
    const t = wordsOf(served, screen);
    const office = await served.staff(appointmentId(`${district}/police`, 'police-head', 1), device(screen));
    const page = await pageOf(office, screen);
    await page.goto('/app/');
    await page.locator('.shell-nav').waitFor();
    await page.keyboard.press('Control+KeyK');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type(family);
    await page.getByText(t('web.pick.none')).waitFor();
    expect(await page.locator('.everywhere-option').count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByRole('combobox').waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: t('web.keys.title') }).waitFor();
    await pageHolds(page, 'keys', screen);
    await shot(page, 'keys', screen);
    await office.close();
  });

  test('the first steps are there in the demo, lead into the product, and stay away once hidden', async () => {
    const t = wordsOf(served, screen);
    const office = await served.staff(specialist, device(screen));
    const page = await pageOf(office, screen);
    await page.goto('/app/');
    const tour = page.locator('.tour');
    await tour.getByText(t('web.tour.title')).click();
    expect(await tour.locator('li').count()).toBe(5);
    await pageHolds(page, 'first steps', screen);
    await shot(page, 'tour', screen);
    const href = await tour.getByRole('link').first().getAttribute('href');
    await tour.getByRole('link').first().click();
    await page.waitForURL(`**${href ?? ''}`);
    // The day stays in sight until the other page is there.
    await tour.waitFor({ state: 'detached' });
    await page.goBack();
    await tour.getByText(t('web.tour.title')).click();
    await tour.getByRole('button', { name: t('web.tour.close') }).click();
    await tour.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('heading', { name: t('web.day.title') }).waitFor();
    expect(await tour.count()).toBe(0);
    await office.close();
  });

  test('the bell says what came, and what was read stays read', async () => {
    const t = wordsOf(served, screen);
    const office = await served.staff(specialist, device(screen));
    const { id } = await open(office, family, given);
    const page = await pageOf(office, screen);
    await page.goto('/app/');
    const bell = page.getByRole('button', { name: new RegExp(t('web.notices.title')) });
    await page.locator('.bell-count').waitFor();
    await bell.click();
    const panel = page.getByRole('dialog', { name: t('web.notices.title') });
    await panel.locator('.notice-new').first().waitFor();
    await pageHolds(page, 'notices', screen);
    await shot(page, 'notices', screen);
    await panel.locator(`a[href*="${id}"]`).first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/app/proceedings/${id}`);
    const unread = async (): Promise<readonly string[]> =>
      ((await (await office.request.get('/api/notices')).json()) as NoticePage).items.flatMap((n) => (n.read || n.proceeding?.id !== id ? [] : [n.kind]));
    await expect.poll(unread).not.toContain('came');
    await bell.click();
    await panel.getByRole('button', { name: t('web.notices.read-all') }).click();
    await page.locator('.bell-count').waitFor({ state: 'detached' });
    await office.close();
  });

  test('two at one form hear of each other, and the second sees both', async () => {
    const t = wordsOf(served, screen);
    const office = await served.staff(specialist, device(screen));
    const above = await served.staff(head, device(screen));
    const { id } = await open(office, family, given);
    const [mine, theirs] = [await pageOf(office, screen), await pageOf(above, screen)];
    await mine.goto(`/app/proceedings/${id}?step=note`);
    await mine.getByRole('dialog').getByRole('textbox').first().fill('менің жазғаным');
    await theirs.goto(`/app/proceedings/${id}?step=note`);
    const beside = (page: Page) => page.getByRole('dialog').getByText(t('web.writers.safe'));
    await beside(theirs).waitFor();
    await beside(mine).waitFor();
    await pageHolds(mine, 'two at one form', screen);
    await shot(mine, 'two-writers', screen);
    await theirs.getByRole('dialog').getByRole('textbox').first().fill('басшының жазғаны');
    await theirs.keyboard.press('Control+Enter');
    await theirs.getByRole('dialog').waitFor({ state: 'detached' });
    // What the other wrote is shown, what I wrote is kept, and I decide.
    await mine.getByText(t('web.stale.title')).waitFor();
    await mine.getByRole('dialog').getByText('басшының жазғаны').waitFor();
    expect(await mine.getByRole('dialog').getByRole('textbox').first().inputValue()).toBe('менің жазғаным');
    await shot(mine, 'two-both', screen);
    await mine.getByRole('button', { name: t('web.stale.go-on') }).click();
    await mine.getByRole('dialog').getByRole('textbox').first().focus();
    await mine.keyboard.press('Control+Enter');
    await mine.getByRole('dialog').waitFor({ state: 'detached' });
    await mine.getByText('менің жазғаным').first().waitFor();
    await Promise.all([office.close(), above.close()]);
  });
});

describe('speed of work, by the keyboard alone', () => {
  const screen: Screen = { language: 'ru', width: 1280 };
  /** Counts what hands do: a key, or a stretch of typing. */
  const counting = (page: Page) => {
    let inputs = 0;
    return {
      press: async (key: string): Promise<void> => {
        inputs += 1;
        await page.keyboard.press(key);
      },
      type: async (text: string): Promise<void> => {
        inputs += 1;
        await page.keyboard.type(text);
      },
      inputs: () => inputs,
    };
  };

  test('after a talk by phone an ordinary appeal is done in 12 inputs at most', async () => {
    const t = wordsOf(served, screen);
    const office = await served.staff(appointmentId('contact-centre', 'operator', 2), device(screen));
    const page = await pageOf(office, screen);
    await page.goto('/app/desk');
    await page.locator('.desk').waitFor();
    const hands = counting(page);
    await hands.press('p');
    await page.locator('.told').waitFor();
    // The urgency comes first by itself, and the answer after it.
    await hands.press('1');
    const panel = page.locator('dialog[open]');
    await panel.locator('select').first().waitFor();
    await expect.poll(() => focused(page).evaluate((e) => e.tagName)).toBe('SELECT');
    // Asked for information: the last of the list.
    await hands.press('End');
    await hands.press('Tab');
    await hands.press('ArrowUp');
    await expect.poll(() => panel.getByRole('radio', { name: t('helpline.urgency.consultation') }).isChecked()).toBe(true);
    await hands.press('Control+Enter');
    await panel.getByLabel(t('helpline.input.answer')).waitFor();
    await expect.poll(() => focused(page).evaluate((e) => e.tagName)).toBe('TEXTAREA');
    await hands.type('Рассказано, куда обратиться.');
    await hands.press('Control+Enter');
    await panel.waitFor({ state: 'detached' });
    await page.getByText(t('helpline.appeal.stage.closed')).first().waitFor();
    expect(hands.inputs()).toBeLessThanOrEqual(12);
    await office.close();
  });

  test('a task of the day that asks nothing is two actions from done', async () => {
    const t = wordsOf(served, screen);
    const office = await served.staff(appointmentId('contact-centre', 'operator', 1), device(screen));
    const made = await fetch(`${served.address}/api/helpline/appeals`, {
      method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() }, body: JSON.stringify({ channel: 'web', text: 'сұрағым бар' }),
    });
    expect(made.status).toBe(201);
    await served.program.owner.query('update kernel.proceeding set worker = $1 where label = $2', [appointmentId('contact-centre', 'operator', 1), ((await made.json()) as { number: string }).number]);
    const page = await pageOf(office, screen);
    await page.goto('/app/');
    const row = page.getByRole('link', { name: new RegExp(t('helpline.appeal.step.claim')) }).first();
    await row.focus();
    const hands = counting(page);
    await hands.press('Enter');
    const button = page.getByRole('dialog').getByRole('button', { name: t('helpline.appeal.step.claim') });
    await button.waitFor();
    await expect.poll(() => button.evaluate((e) => e === document.activeElement)).toBe(true);
    await hands.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(hands.inputs()).toBe(2);
    await office.close();
  });
});

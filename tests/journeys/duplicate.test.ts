/** Two records of one child: found while he is written again, asked of the desk, compared, and found to be two after all. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import { serve, type Served } from './serve.ts';
import { device, pageHolds, pageOf, screens, shot, step, take, wordsOf, type Screen } from './staff.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const specialist = appointmentId('enbekshikazakh/guardianship', 'guardianship-specialist', 1);
const one = async <T>(sql: string, ...values: unknown[]): Promise<T | undefined> => (await served.program.owner.query<{ value: T }>(sql, values)).rows[0]?.value;

async function writeAgain(page: Page, case_: string, t: ReturnType<typeof wordsOf>): Promise<void> {
  await page.goto(`/app/proceedings/${case_}?step=identify`);
  const form = page.locator('dialog[open]');
  const names = form.getByRole('group', { name: t('children.input.names') }).first();
  await names.getByRole('button', { name: t('web.form.add') }).first().click();
  await names.getByText(t('children.name-kind.document'), { exact: true }).click();
  // Surname, given name, patronymic: their labels hold one another.
  const parts = names.getByRole('textbox');
  await parts.nth(0).fill('Жакупов');
  await parts.nth(1).fill('Нурсултан');
  await form.locator('input[type=date]').first().fill('2014-04-03');
  await form.getByRole('button', { name: t('cases.protection.step.identify'), exact: true }).click();
  await form.getByText(t('problem.children-near.title')).waitFor();
}

test('two records of one child become one, and two again', async () => {
  const desk = await served.staff(specialist);
  const opened = async (): Promise<string> => (await take(desk, '/api/cases/protection', { children: [{}], category: 'neglect', danger: 'rights', summary: 'үйде жалғыз' })).id;
  const first = await opened();
  await step(desk, first, 'identify', {
    names: [{ kind: 'document', family: 'Жақупов', given: 'Нұрсұлтан' }], born: '2014-04-03', sex: 'male',
    relations: [{ kind: 'mother', name: 'Жақыпова Айгүл' }, { kind: 'father', name: 'Жақыпов Серік' }],
  });
  const second = await opened();
  await desk.close();

  for (const screen of screens) {
    const context = await served.staff(specialist, device(screen));
    const page = await pageOf(context, screen);
    const t = wordsOf(served, screen);
    await writeAgain(page, second, t);
    await pageHolds(page, 'a near child', screen);
    await shot(page, 'near', screen);
    if (screen === screens.at(-1)) {
      await page.locator('dialog[open]').getByRole('button', { name: t('children.near.same') }).click();
      await page.locator('dialog[open]').waitFor({ state: 'detached' });
    }
    await context.close();
  }
  const pair = 'select r.proceeding as value from children.pair r join kernel.proceeding p on p.subject in (r.one, r.other) where p.id = $1 limit 1';
  await expect.poll(() => one<string>(pair, second), { timeout: 20_000 }).toBeDefined();
  const asked = (await one<string>(pair, second)) ?? '';
  // As a pass would have weighed it.
  await served.program.owner.query(`update children.likeness l set weight = 14, model = 'journey', reasons = $2 from children.pair r where r.proceeding = $1 and l.one = r.one and l.other = r.other`,
    [asked, JSON.stringify([{ field: 'born', level: 'same', weight: 9 }, { field: 'given', level: 'same, one in 256', weight: 6 }, { field: 'family', level: 'near, one unusual', weight: 2 }, { field: 'parents', level: 'none', weight: -2 }])]);

  const look = async (screen: Screen, done: (page: Page, t: ReturnType<typeof wordsOf>) => Promise<void>): Promise<void> => {
    const context = await served.staff(specialist, device(screen));
    const page = await pageOf(context, screen);
    const t = wordsOf(served, screen);
    await page.goto(`/app/proceedings/${asked}`);
    await page.getByRole('heading', { name: t('children.pair.question') }).waitFor();
    await done(page, t);
    await context.close();
  };
  for (const screen of screens) {
    await look(screen, async (page, t) => {
      await page.getByText('Жақыпова Айгүл').waitFor();
      await page.getByText(t('children.pair.joined')).waitFor();
      await pageHolds(page, 'a pair', screen);
      await shot(page, 'pair', screen);
    });
  }
  const last: Screen = { language: 'kk', width: 375 };
  await look(last, async (page, t) => {
    await page.getByRole('button', { name: t('children.duplicate.step.different'), exact: true }).click();
    await page.locator('dialog[open]').getByRole('button', { name: t('children.duplicate.step.different'), exact: true }).click();
    await page.getByText(t('children.duplicate.stage.different')).first().waitFor();
    await page.getByText(t('children.pair.joined')).waitFor({ state: 'detached' });
  });
  expect(await one('select count(*)::int as value from children.same_child where ended_at is null')).toBe(0);
});

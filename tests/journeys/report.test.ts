/** A teacher reports, and again; the case takes both; the worker looks at the second; the teacher reads what was agreed. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import { serve, type Served } from './serve.ts';
import { device, pageHolds, pageOf, screens, shot, step, take, wordsOf, type Screen } from './staff.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const district = 'enbekshikazakh';
const teacher = appointmentId(`${district}/school`, 'school-worker', 2);
const manager = appointmentId(`${district}/guardianship`, 'case-manager', 1);

const one = async <T>(sql: string, ...values: unknown[]): Promise<T> => {
  const { rows } = await served.program.owner.query<{ value: T }>(sql, values);
  if (rows[0] === undefined) throw new Error(`nothing for ${sql}`);
  return rows[0].value;
};
const nameOf = async (appointment: string) => (await served.program.runtime.directory(null)).appointment(appointment)?.name ?? '';
const workerOf = (id: string) => one<string>('select worker as value from kernel.proceeding where id = $1', id);
const told = (page: Page, text: string) => page.getByText(text).first().waitFor();

async function story(screen: Screen): Promise<void> {
  const t = wordsOf(served, screen);
  const name = `Мирас ${screen.language.toUpperCase()}${screen.width}`;
  const nameOfTeacher = await nameOf(teacher);
  const summary = `${name}: күнде аш келеді`;
  const report = (more: object) => ({ category: 'neglect', danger: 'rights', summary, ...more });
  const school = await served.staff(teacher, device(screen));
  await take(school, '/api/cases/protection', report({ children: [{ name, age: 8 }] }));
  const id = await one<string>(`select proceeding as value from kernel.record where kind = 'cases.protection/case' and body -> 'concern' ->> 'summary' = $1`, summary);
  const child = await one<string>('select subject as value from kernel.proceeding where id = $1', id);
  const again = `${name}: тағы аш келді, қолында көгерген жері бар`;
  await take(school, '/api/cases/protection', report({ children: [{ child, name, age: 8 }], category: 'physical', summary: again }));

  const desk = await served.staff(await workerOf(id));
  await step(desk, id, 'assign', { worker: manager });
  await step(desk, id, 'identify', { born: '2018-03-01' });
  await desk.close();
  const worker = await served.staff(manager, device(screen));
  const page = await pageOf(worker, screen);
  await page.goto(`/app/proceedings/${id}`);
  await told(page, again);
  await told(page, t('cases.panel.not-weighed'));
  expect(await page.locator('body').innerText()).not.toContain(nameOfTeacher);
  await pageHolds(page, 'case with a second report', screen);
  await shot(page, 'second-report', screen);
  await page.getByRole('button', { name: t('cases.protection.step.weigh-report'), exact: true }).click();
  const panel = page.locator('dialog[open]');
  await panel.getByLabel(t('cases.input.weighed')).fill('Бүгін үйіне барамыз');
  await panel.getByRole('button', { name: t('cases.protection.step.weigh-report'), exact: true }).click();
  await panel.waitFor({ state: 'detached' });
  await told(page, 'Бүгін үйіне барамыз');
  await step(worker, id, 'visit', { where: 'Есік', contact: 'alone', words: 'жақсы', seen: 'тоңазытқыш бос', safety: 'safe' });
  await worker.close();

  const own = await pageOf(school, screen);
  await own.goto('/app/cases/reports');
  await told(own, t('cases.tell.professional.checked'));
  expect(await own.locator('li', { hasText: name }).count()).toBe(2);
  await pageHolds(own, 'my reports', screen);
  await shot(own, 'my-reports', screen);
  await own.getByRole('link', { name: new RegExp(name) }).first().click();
  await told(own, t('cases.reports.said'));
  expect(await own.locator('body').innerText()).not.toContain('тоңазытқыш');
  await pageHolds(own, 'my report', screen);
  await shot(own, 'my-report', screen);
  await school.close();
}

describe('a teacher who reports', () => {
  test.each(screens)('hears what was agreed, in $language at $width', story);
});

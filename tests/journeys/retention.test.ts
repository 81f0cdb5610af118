/** A child's file is old enough: a region's head looks the list through, the Committee approves, and whoever opens the file reads that it was erased. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '#kernel/clock.ts';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import { listDue } from '#cap/retention/tick.ts';
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
const staffOf = async (role: string): Promise<string> =>
  one<string>(`select id as value from kernel.appointment where role = $1 and ($1 <> 'region-head' or region = (select region from kernel.appointment where id = $2)) order by id limit 1`, role, manager);

/** A case that was closed a generation ago. */
async function oldCase(name: string): Promise<{ id: string; subject: string }> {
  const school = await served.staff(teacher);
  await take(school, '/api/cases/protection', { children: [{ name, age: 8 }], category: 'neglect', danger: 'rights', summary: name });
  await school.close();
  const id = await one<string>(`select proceeding as value from kernel.record where kind = 'cases.protection/case' and body -> 'concern' ->> 'summary' = $1`, name);
  const subject = await one<string>('select subject as value from kernel.proceeding where id = $1', id);
  const desk = await served.staff(await one<string>('select worker as value from kernel.proceeding where id = $1', id));
  await step(desk, id, 'assign', { worker: manager });
  await desk.close();
  const worker = await served.staff(manager);
  await step(worker, id, 'visit', { where: 'Есік', contact: 'alone', words: 'жақсы', seen: 'таза', safety: 'safe' });
  await step(worker, id, 'siblings', { none: true });
  await step(worker, id, 'close', { outcome: 'helped', summary: 'жақсы' });
  await worker.close();
  await served.program.owner.query(`update kernel.proceeding set final = true, outcome = coalesce(outcome, 'answered'), stage = case when final then stage else 'closed' end, closed_at = '1998-05-20', due = null, due_term = null where subject = $1`, [subject]);
  return { id, subject };
}

/** Opens a page of somebody's on each screen. */
async function onEach(appointment: string, path: string, look: (page: Page, screen: Screen, t: ReturnType<typeof wordsOf>) => Promise<void>): Promise<void> {
  for (const screen of screens.filter((x) => (x.language === 'kk') === (x.width === 375))) {
    const context = await served.staff(appointment, device(screen));
    const page = await pageOf(context, screen);
    await page.goto(path);
    await look(page, screen, wordsOf(served, screen));
    await context.close();
  }
}

test('an old file is erased by two, and says so', async () => {
  const { id, subject } = await oldCase('Сәкен');
  await listDue({ ...served.program.runtime, clock: systemClock }, served.program.clockToken);
  const list = await one<string>(`select proceeding as value from retention.item where subject = $1`, subject);
  const head = await staffOf('region-head');
  await onEach(head, `/app/proceedings/${list}`, async (page, screen, t) => {
    await page.getByText(t('retention.list.how')).waitFor();
    await pageHolds(page, 'list of what is due', screen);
    await shot(page, 'retention-list', screen);
    if (screen.language !== 'ru') return;
    await page.getByRole('button', { name: t('retention.erasure.step.check'), exact: true }).click();
    await page.locator('dialog[open]').getByRole('button', { name: t('retention.erasure.step.check'), exact: true }).click();
    await page.getByText(t('retention.erasure.stage.checked')).first().waitFor();
  });
  const committee = await served.staff(await staffOf('committee-duty'));
  await step(committee, list, 'approve', {});
  await committee.close();
  await expect.poll(() => one<boolean>('select wrapped is null as value from kernel.subject_key where subject = $1', subject), { timeout: 20_000 }).toBe(true);
  await onEach(manager, `/app/proceedings/${id}`, async (page, screen, t) => {
    await page.getByText(t('web.proceeding.erased')).waitFor();
    await page.getByText(t('kernel.step.erase')).first().waitFor();
    await pageHolds(page, 'erased file', screen);
    await shot(page, 'erased', screen);
  });
});

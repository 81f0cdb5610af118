/** A child is found at night in another district: the file is opened in an emergency, read, reviewed by the head, and seen by the commissioner. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import type { ProceedingView } from '#kernel/contract.ts';
import { reviewAccess } from '#cap/oversight/rounds.ts';
import { serve, type Served } from './serve.ts';
import { device, pageHolds, pageOf, shot, step, take, wordsOf, type Screen } from './staff.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const home = appointmentId('enbekshikazakh/guardianship', 'guardianship-specialist', 1);
const screens: readonly Screen[] = [{ language: 'kk', width: 375 }, { language: 'ru', width: 1280 }];
const told = (page: Page, text: string) => page.getByText(text).first().waitFor();
const workerOf = async (sql: string, value: string): Promise<{ id: string; worker: string }> => {
  const { rows } = await served.program.owner.query<{ id: string; worker: string }>(sql, [value]);
  if (rows[0] === undefined) throw new Error(`nothing for ${sql}`);
  return rows[0];
};

async function story(screen: Screen): Promise<void> {
  const t = wordsOf(served, screen);
  // Slips are forgiven: the name of one screen must not be near to that of another.
  const name = screen.language === 'kk' ? 'Аружанкөк' : 'Бейімбетақ';
  const desk = await served.staff(home);
  const file = (await take(desk, '/api/cases/protection', { children: [{ name, age: 9 }], category: 'neglect', danger: 'rights', summary: 'үйде жалғыз қалады' })) as ProceedingView;
  await step(desk, file.id, 'identify', { names: [{ kind: 'document', family: 'Сынақтегі', given: name }] });

  // Found by the search, known elsewhere: the link leads to the form, and the child is chosen there.
  const { rows } = await served.program.owner.query<{ id: string }>(
    `select a.id from kernel.appointment a, kernel.appointment h where h.id = $1 and a.role = 'case-manager' and a.district <> h.district order by a.id`, [home]);
  const night = await served.staff(rows[screen.width === 375 ? 0 : 1]?.id ?? '', device(screen));
  const page = await pageOf(night, screen);
  await page.goto('/app/children');
  await page.getByRole('searchbox').fill(name);
  await page.getByRole('link', { name: t('oversight.glass.open') }).click();
  await told(page, t('web.pick.known-child'));
  await pageHolds(page, 'break-glass form', screen);
  await shot(page, 'break-glass-form', screen);
  await page.getByLabel(t('oversight.purpose.missing')).check();
  await page.getByLabel(t('oversight.input.reason')).fill('Бала түнде автовокзалда табылды, мекенжайы керек');
  await page.getByRole('button', { name: t('web.start.send') }).click();
  await told(page, t('oversight.break-glass.class.act'));
  await pageHolds(page, 'break-glass act', screen);
  await shot(page, 'break-glass-act', screen);
  await page.goto(`/app/proceedings/${file.id}`);
  await told(page, 'үйде жалғыз қалады');
  await page.getByRole('note').waitFor();
  expect(await page.locator('.proceeding-steps button').count()).toBe(0);
  await pageHolds(page, 'file under break-glass', screen);
  await shot(page, 'break-glass-file', screen);
  await night.close();

  const act = await workerOf(`select b.proceeding as id, p.worker from kernel.break_glass b join kernel.proceeding p on p.id = b.proceeding where b.subject = $1`, file.subject.id);
  const head = await served.staff(act.worker, device(screen));
  const review = await pageOf(head, screen);
  await review.goto(`/app/proceedings/${act.id}`);
  await review.getByRole('button', { name: t('oversight.looks.show') }).click();
  await told(review, t('oversight.looks.by-glass'));
  await pageHolds(review, 'break-glass review', screen);
  await shot(review, 'break-glass-review', screen);
  await review.getByRole('button', { name: t('oversight.break-glass.step.justified'), exact: true }).click();
  const panel = review.locator('dialog[open]');
  await panel.getByLabel(t('oversight.input.why')).fill('Бала қауіпте болған');
  await panel.getByRole('button', { name: t('oversight.break-glass.step.justified'), exact: true }).click();
  await panel.waitFor({ state: 'detached' });
  await told(review, t('oversight.break-glass.outcome.justified'));
  await head.close();

  const notice = await workerOf(`select p.id, p.worker from kernel.link l join kernel.proceeding p on p.id = l.target where l.source = $1 and l.name = 'notice'`, act.id);
  // Of that region, or where the child is: who looked is told to the commissioner of the child's region.
  const { rows: commissioners } = await served.program.owner.query<{ id: string }>(
    `select a.id from kernel.appointment a join kernel.proceeding p on p.region = a.region where a.role = 'commissioner' and p.id = $1 order by a.id`, [file.id]);
  const told_ = await served.staff(notice.worker, device(screen));
  const seen = await pageOf(told_, screen);
  await seen.goto(`/app/proceedings/${notice.id}`);
  await told(seen, t('oversight.notice.step.noted'));
  await pageHolds(seen, 'notice', screen);
  await shot(seen, 'break-glass-notice', screen);
  await told_.close();
  const commissioner = await served.staff(commissioners[0]?.id ?? '', device(screen));
  const looks = await pageOf(commissioner, screen);
  await looks.goto(`/app/oversight/looks/${file.subject.id}`);
  await looks.getByLabel(t('oversight.looks.purpose.complaint')).check();
  await looks.getByRole('button', { name: t('oversight.looks.show') }).click();
  await told(looks, t('oversight.looks.what.proceeding'));
  await pageHolds(looks, 'who looked', screen);
  await shot(looks, 'who-looked', screen);
  await commissioner.close();
  await desk.close();
}

describe('a file opened in an emergency', () => {
  test.each(screens)('is asked for, read, reviewed and looked over, in $language at $width', story);

  test('and a head confirms who goes on working', async () => {
    const screen: Screen = { language: 'kk', width: 375 };
    const t = wordsOf(served, screen);
    // As if something had been here before this half-year.
    await served.program.owner.query(`update kernel.proceeding set opened_at = '2020-01-01' where procedure = 'oversight.notice'`);
    expect(await reviewAccess({ ...served.program.runtime, clock: () => new Date().toISOString() }, served.program.clockToken)).toBeGreaterThan(0);
    const { rows } = await served.program.owner.query<{ id: string; worker: string }>(
      `select p.id, p.worker from kernel.proceeding p join kernel.appointment a on a.organisation = p.subject where p.procedure = 'oversight.access-review' and a.id = $1`, [home]);
    const head = await served.staff(rows[0]?.worker ?? '', device(screen));
    const page = await pageOf(head, screen);
    await page.goto(`/app/proceedings/${rows[0]?.id ?? ''}`);
    await told(page, t('oversight.people.own'));
    await pageHolds(page, 'access review', screen);
    await shot(page, 'access-review', screen);
    await page.getByRole('button', { name: t('oversight.access-review.step.confirm'), exact: true }).click();
    const panel = page.locator('dialog[open]');
    await panel.getByRole('checkbox').first().waitFor();
    for (const box of await panel.getByRole('checkbox').all()) await box.check();
    await pageHolds(page, 'access review panel', screen);
    await panel.getByRole('button', { name: t('oversight.access-review.step.confirm'), exact: true }).click();
    await panel.waitFor({ state: 'detached' });
    await told(page, t('oversight.people.kept'));
    await head.close();
  });
});

/** A fourteen-year-old stole: caution, checks, the commission, help; and on his eighteenth birthday the record ends by itself. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { demoOrganisations } from '#cap/agencies/demo/organisations.ts';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import { addDays, almatyDate } from '#kernel/terms/almaty.ts';
import { serve, type Served } from './serve.ts';
import { device, pageHolds, pageOf, read, screens, shot, step, take, valueOf, wordsOf, workerOf, type Screen } from './staff.ts';

// Each story moves the program's clock by years: each has a program of its own.
let served: Served;
beforeEach(async () => {
  served = await serve();
});
afterEach(() => served.close());

const district = 'enbekshikazakh';
const school = demoOrganisations().find((o) => o.key === `${district}/school`)?.id ?? '';
const names: Readonly<Record<string, string>> = { kk: 'Айдар Сейітқали', ru: 'Тимур Жаксыбеков' };

const linked = (id: string, procedure: string) =>
  valueOf(served, 'select p.id as value from kernel.link l join kernel.proceeding p on p.id in (l.source, l.target) where $1 in (l.source, l.target) and p.procedure = $2', id, procedure);
const now = () => served.program.owner.query<{ value: Date }>('select max(at) as value from kernel.entry').then(({ rows }) => rows[0]?.value.toISOString() ?? '');

async function ended(id: string): Promise<string> {
  for (let i = 0; i < 60; i += 1) {
    const { rows } = await served.program.owner.query<{ outcome: string | null }>('select outcome from kernel.proceeding where id = $1', [id]);
    if (rows[0]?.outcome != null) return rows[0].outcome;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`${id} did not end`);
}

async function story(screen: Screen): Promise<void> {
  const t = wordsOf(served, screen);
  const name = names[screen.language] ?? '';
  const first = appointmentId(`${district}/police`, 'police-inspector', 1);
  const at = async <T>(appointment: string, work: (context: BrowserContext, page: Page) => Promise<T>): Promise<T> => {
    const context = await served.staff(appointment, device(screen));
    const done = await work(context, await pageOf(context, screen));
    await context.close();
    return done;
  };

  // Handed over at home; the child is on record by it, and guardianship is told.
  const today = almatyDate(new Date().toISOString());
  const born = addDays(`${Number(today.slice(0, 4)) - 14}-01-15`, 0);
  const caution = await at(first, async (context, page) => {
    const begun = await take(context, '/api/prevention/caution', {
      child: { name, sex: 'male' }, born, who: 'child', what: t('prevention.ground.under-age'), explained: t('prevention.present.representative'), signed: true,
    });
    await page.goto(`/app/proceedings/${begun.id}`);
    await page.getByText(t('prevention.caution.stage.in-force')).first().waitFor();
    await pageHolds(page, 'caution', screen);
    await shot(page, 'record-caution', screen);
    return begun.id;
  });
  const record = await linked(caution, 'prevention.record');
  const accounting = await linked(record, 'cases.medico-social');
  const inspector = await workerOf(served, caution);
  await at(inspector, (context) => step(context, caution, 'copy', { to: t('role.prosecutor') }));

  // Two weeks on his day says what is due, and the check is one choice.
  served.later(14);
  await at(inspector, async (_, page) => {
    await page.goto('/app');
    await page.getByText(name.split(' ')[0] ?? '').first().waitFor();
    await pageHolds(page, 'day of an inspector', screen);
    await shot(page, 'record-day', screen);
    await page.goto(`/app/proceedings/${caution}`);
    await page.getByRole('button', { name: t('prevention.caution.step.check'), exact: true }).first().click();
    const panel = page.locator('dialog[open]');
    await panel.getByLabel(t('prevention.found.kept'), { exact: true }).check();
    await pageHolds(page, 'check', screen);
    await shot(page, 'record-check', screen);
    await panel.getByRole('button', { name: t('prevention.caution.step.check'), exact: true }).click();
    await panel.waitFor({ state: 'detached' });
  });
  served.later(14);
  await at(inspector, (context) => step(context, caution, 'check', { found: 'kept' }));
  served.later(2.1);
  expect(await ended(caution)).toBe('expired');

  // It did not end there: the record is extended, and the commission is asked.
  const keeper = await workerOf(served, record);
  await at(keeper, async (context, page) => {
    await step(context, record, 'extend', { until: addDays(almatyDate(await now()), 300), why: t('prevention.found.concern') });
    await step(context, record, 'refer', { summary: t('commission.reason.offence') });
    await page.goto(`/app/proceedings/${record}`);
    await page.getByText(t('prevention.record.stage.on-record')).first().waitFor();
    await pageHolds(page, 'record', screen);
    await shot(page, 'record', screen);
    await page.getByRole('link', { name: t('web.proceeding.child') }).click();
    // The caution and the record, told together.
    await page.locator('.moment-of', { hasText: t('prevention.caution') }).first().waitFor();
    await page.locator('.moment-of', { hasText: t('prevention.record') }).first().waitFor();
    await pageHolds(page, 'the part of the police', screen);
    await shot(page, 'child-part-police', screen);
  });
  const matter = await linked(record, 'commission.matter');
  const day = addDays(almatyDate(await now()), 2);
  const secretary = await workerOf(served, matter);
  await at(secretary, async (context, page) => {
    await step(context, matter, 'put-on-agenda', { date: day, time: '10:00', where: t('commission.sitting') });
    await page.goto(`/app/proceedings/${matter}`);
    await page.getByText(t('commission.matter.stage.on-agenda')).first().waitFor();
    await pageHolds(page, 'matter', screen);
    await shot(page, 'commission-matter', screen);
  });
  const sitting = await linked(matter, 'commission.sitting');
  const chairing = await workerOf(served, sitting);
  served.later(2);
  await at(chairing, (context) => step(context, sitting, 'begin', {}));

  // A member reads the file now, and not afterwards.
  const member = appointmentId(`${district}/commission`, 'commission-member', 2);
  await at(member, async (_, page) => {
    await page.goto('/app/commission/readings');
    await page.getByRole('link', { name: new RegExp(name) }).first().click();
    await page.getByText(t('commission.reading.stage.open')).first().waitFor();
    await pageHolds(page, 'file of the day', screen);
    await shot(page, 'commission-file', screen);
  });
  await at(secretary, (context) =>
    step(context, matter, 'decide', {
      words: t('commission.input.tasks'), childHeard: true, representative: true,
      tasks: [{ body: 'school', organisation: school, what: t('prevention.input.study'), by: addDays(day, 14) }],
    }));
  await at(chairing, (context) => step(context, sitting, 'end', {}));
  await at(member, async (_, page) => {
    await page.goto('/app/commission/readings');
    await page.getByText(t('commission.readings.none')).waitFor();
    await pageHolds(page, 'no file of the day', screen);
  });
  await at(appointmentId(`${district}/commission`, 'commission-chair', 1), async (context, page) => {
    await step(context, sitting, 'sign', {});
    await page.goto(`/app/proceedings/${sitting}`);
    await page.getByText(t('commission.minutes.votes', { for: 5, against: 0 })).first().waitFor();
    await pageHolds(page, 'minutes', screen);
    await shot(page, 'commission-minutes', screen);
  });
  const task = await linked(matter, 'commission.task-school');
  await at(await workerOf(served, task), async (context, page) => {
    await page.goto(`/app/proceedings/${task}`);
    await page.getByText(t('commission.task-school.stage.set')).first().waitFor();
    await pageHolds(page, 'task', screen);
    await shot(page, 'commission-task', screen);
    // The school's part of the child's story, and nothing of the police or the commission's file.
    const { subject } = await read(context, task);
    await page.getByRole('link', { name: t('web.proceeding.child') }).click();
    await page.locator('.moment').first().waitFor();
    expect(page.url()).toContain(`/children/${subject.id}`);
    await pageHolds(page, 'the part of a school', screen);
    await shot(page, 'child-part-school', screen);
    const told = await page.locator('main').innerText();
    for (const procedure of ['prevention.record', 'prevention.caution', 'commission.matter', 'cases.medico-social']) expect(told).not.toContain(t(procedure));
    await page.goto(`/app/proceedings/${task}`);
    await step(context, task, 'done', { words: t('commission.state.done') });
  });
  await at(secretary, (context) => step(context, matter, 'close', { why: t('commission.state.done') }));
  expect(await ended(matter)).toBe('carried-out');

  // Guardianship works with the child meanwhile, by the police's notice.
  const manager = appointmentId(`${district}/guardianship`, 'case-manager', 1);
  await at(await workerOf(served, accounting), (context) => step(context, accounting, 'assign', { worker: manager }));
  await at(manager, async (context, page) => {
    await step(context, accounting, 'visit', { where: t('prevention.input.school'), contact: 'alone', words: t('prevention.found.kept'), seen: t('prevention.found.kept'), safety: 'safe' });
    await page.goto(`/app/proceedings/${accounting}`);
    await page.getByText(t('cases.medico-social.stage.assessing')).first().waitFor();
    await pageHolds(page, 'accounting', screen);
    await shot(page, 'record-accounting', screen);
    const { subject } = await read(context, accounting);
    await page.goto(`/app/children/${subject.id}`);
    await page.locator('.moment').first().waitFor();
    await pageHolds(page, 'the child of a record', screen);
    await shot(page, 'child-of-record', screen);
  });

  // Years go by. On the birthday nobody has to remember: the record is over, and the page says by what.
  const adult = `${Number(born.slice(0, 4)) + 18}${born.slice(4)}`;
  // In the morning of that day.
  served.later((Date.parse(`${adult}T03:00:00.000Z`) - Date.parse(await now())) / 86_400_000);
  expect(await ended(record)).toBe('reached-18');
  await at(keeper, async (context, page) => {
    const view = await read(context, record);
    expect(view.deadlines.filter((d) => d.key === 'majority').map((d) => d.state)).toEqual(['met']);
    await page.goto(`/app/proceedings/${record}`);
    await page.getByText(t('prevention.record.outcome.reached-18')).first().waitFor();
    await pageHolds(page, 'record that ended', screen);
    await shot(page, 'record-ended', screen);
  });
}

describe('from a theft to leaving the record at eighteen', () => {
  test.each(screens.filter((s) => (s.language === 'kk') === (s.width === 375)))('in $language at $width', story);
});

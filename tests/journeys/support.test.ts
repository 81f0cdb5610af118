/** A pupil stays away: support is proposed, agreed with him and his mother, reviewed, overcome; another family refuses, and it is over without them. The head approves the year's plan. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoOrganisations } from '#cap/agencies/demo/organisations.ts';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import { addDays, almatyDate } from '#kernel/terms/almaty.ts';
import { serve, type Served } from './serve.ts';
import { device, inPanel, pageHolds, pageOf, read, screens, shot, step, take, valueOf, wordsOf, workerOf, type Screen } from './staff.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const house = 'enbekshikazakh/school';
const support = 'schools.pedagogical-support';
const teacher = appointmentId(house, 'school-worker', 1);


async function story(screen: Screen): Promise<void> {
  const t = wordsOf(served, screen);
  const name = screen.language === 'kk' ? 'Мақсат Әбілдин' : 'Рамазан Утегенов';
  const first = await served.staff(teacher, device(screen));
  const form = await pageOf(first, screen);
  await form.goto(`/app/start/${support}`);
  await form.getByLabel(t('schools.input.name')).fill(name);
  await form.getByLabel(t('schools.input.className')).fill('8 Б');
  await form.getByLabel(t('schools.grounds.absent'), { exact: true }).check();
  await form.getByLabel(t('schools.grounds.substances'), { exact: true }).check();
  await form.getByLabel(t('schools.input.absences')).fill('6');
  await form.getByLabel(t('schools.input.summary')).fill('Алты күн келмеді, дәретханада вейп шекті');
  await pageHolds(form, 'propose support', screen);
  await shot(form, 'support-propose', screen);
  await form.getByRole('button', { name: t('web.start.send') }).click();
  await form.waitForURL(/\/app\/proceedings\//);
  const id = form.url().split('/').at(-1)?.split('?')[0] ?? '';
  await first.close();

  const desk = await workerOf(served, id);
  const today = almatyDate(await valueOf(served, 'select opened_at::text as value from kernel.proceeding where id = $1', id).then((at) => new Date(at).toISOString()));
  const context = await served.staff(desk, device(screen));
  const page = await pageOf(context, screen);
  await page.goto(`/app/proceedings/${id}`);
  await inPanel(page, t(`${support}.step.agree`), async (panel) => {
    await panel.getByLabel(t('schools.input.date')).fill(today);
    await panel.getByLabel(t('schools.input.childSays')).fill('Сабақта ештеңе түсінбеймін, содан кетіп қаламын');
    await panel.getByLabel(t('schools.input.represented')).fill('Анасы, келісті');
    await panel.getByLabel(t('schools.input.decided')).fill('Математикадан көмек, үйірме');
    await panel.getByLabel(t('schools.input.measure')).selectOption('lessons');
    await panel.getByLabel(t('schools.input.who')).fill('Математика мұғалімі');
    await panel.getByLabel(t('schools.input.by')).fill(addDays(today, 14));
    await pageHolds(page, 'agree support', screen);
    await shot(page, 'support-agree', screen);
  });
  await page.getByText(t(`${support}.stage.supported`)).first().waitFor();
  await pageHolds(page, 'support', screen);
  await shot(page, 'support', screen);
  await context.close();

  served.later(25);
  const later = await served.staff(desk, device(screen));
  await step(later, id, 'review', { childSays: 'Енді түсінемін', found: 'Бір ай үзбей келді' });
  await step(later, id, 'end', { outcome: 'overcome', done: 'Сабаққа келеді, вейпті тастады' });
  const last = await pageOf(later, screen);
  await last.goto(`/app/proceedings/${id}`);
  await last.getByText(t(`${support}.outcome.overcome`)).first().waitFor();
  await pageHolds(last, 'support that ended', screen);
  await shot(last, 'support-ended', screen);

  // Another family does not want it.
  const begun = await take(later, '/api/schools/pedagogical-support', { name: screen.language === 'kk' ? 'Гүлсезім Торғаева' : 'Инкар Мусина', className: '9 А', age: 15, grounds: ['offence'], summary: 'Дүкеннен ұрлады' });
  const other = await served.staff(await workerOf(served, begun.id), device(screen));
  const asked = await pageOf(other, screen);
  await asked.goto(`/app/proceedings/${begun.id}`);
  await inPanel(asked, t(`${support}.step.refuse`), async (panel) => {
    await panel.getByLabel(t('schools.refusedBy.representatives'), { exact: true }).check();
    await panel.getByLabel(t('schools.input.reason')).fill('Өзіміз шешеміз');
    await pageHolds(asked, 'refuse support', screen);
    await shot(asked, 'support-refuse', screen);
  });
  await asked.getByText(t(`${support}.outcome.refused`)).first().waitFor();
  await pageHolds(asked, 'support refused', screen);
  await shot(asked, 'support-refused', screen);
  expect(await valueOf(served, `select count(*)::text as value from kernel.fact where name = 'schools.support-refused' and proceeding = $1`, begun.id)).toBe('1');
  expect((await read(other, begun.id)).final).toBe(true);
  await other.close();
  await later.close();
}

describe('pedagogical support', () => {
  test.each(screens.filter((s) => (s.language === 'kk') === (s.width === 375)))('in $language at $width', story);
});

test('the head approves the year’s plan, and says when awareness was held', async () => {
  const [screen] = screens;
  if (screen === undefined) throw new Error('no screen');
  const t = wordsOf(served, screen);
  const plan = 'schools.prevention-plan';
  const head = await served.staff(appointmentId(house, 'school-head', 1), device(screen));
  const begun = await take(head, '/api/schools/prevention-plan', { school: demoOrganisations().find((o) => o.key === house)?.id });
  const page = await pageOf(head, screen);
  await page.goto(`/app/proceedings/${begun.id}`);
  const today = almatyDate(await valueOf(served, 'select opened_at::text as value from kernel.proceeding where id = $1', begun.id).then((at) => new Date(at).toISOString()));
  await inPanel(page, t(`${plan}.step.approve`), async (panel) => {
    await panel.getByLabel(t('schools.input.task')).fill('Апта сайын он минуттық қауіпсіздік сабағы');
    await panel.getByLabel(t('schools.input.who')).fill('Сынып жетекшілері');
    await panel.getByLabel(t('schools.input.by')).fill(addDays(today, 150));
    await pageHolds(page, 'approve the plan', screen);
    await shot(page, 'plan-approve', screen);
  });
  await page.getByText(t(`${plan}.stage.running`)).first().waitFor();
  await step(head, begun.id, 'awareness', { held: today, audience: ['pupils', 'parents'], about: 'Жәбірлеуге қалай қарсы тұру керек', reached: 420 });
  await page.reload();
  await page.getByText(t('schools.audience.pupils')).first().waitFor();
  await pageHolds(page, 'the plan', screen);
  await shot(page, 'plan', screen);
  await head.close();
});

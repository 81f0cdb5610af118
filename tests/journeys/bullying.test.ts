/** A witness writes through the school's code; the school records, plans, and asks; it comes back; on the ninetieth day it is over. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoOrganisations } from '#cap/agencies/demo/organisations.ts';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import { addDays, almatyDate } from '#kernel/terms/almaty.ts';
import { serve, type Served } from './serve.ts';
import { device, inPanel, pageHolds, pageOf, read, screens, shot, step, take, valueOf, wordsOf, workerOf, writesTo111, type Screen } from './staff.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const district = 'enbekshikazakh';
const school = demoOrganisations().find((o) => o.key === `${district}/school`)?.id ?? '';
const bullying = 'schools.bullying';


/** 111 sends it to the school from which it came. */
async function routed(number: string, summary: string): Promise<string> {
  const appeal = await valueOf(served, 'select id as value from kernel.proceeding where label = $1', number);
  const office = await served.staff(appointmentId('contact-centre', 'operator', 1));
  await step(office, appeal, 'claim', {});
  await step(office, appeal, 'grade', { category: 'bullying', urgency: 'violence' });
  const place = await valueOf(served, 'select coalesce(district, $2) as value from kernel.proceeding where id = $1', appeal, demoOrganisations().find((o) => o.id === school)?.district ?? '');
  await step(office, appeal, 'route-agency', { need: 'school-bullying-protocol', district: place, summary, child: { name: 'Әсем', age: 12 } });
  await office.close();
  return valueOf(served, `select l.target as value from kernel.link l where l.source = $1 and l.name = 'bullying'`, appeal);
}

async function story(screen: Screen): Promise<void> {
  const t = wordsOf(served, screen);
  const kept = await writesTo111(served, `/s/${school}`, 'сыныбымда бір қызды күнде мазақтап итереді, мұғалімдер көрмейді');
  const id = await routed(kept.number, `Сыныптасын күнде мазақтап, итереді (${screen.language}, ${screen.width})`);
  const desk = await workerOf(served, id);

  const open = async () => {
    const context = await served.staff(desk, device(screen));
    const page = await pageOf(context, screen);
    await page.goto(`/app/proceedings/${id}`);
    return { context, page };
  };
  const first = await open();
  await inPanel(first.page, t(`${bullying}.step.record`), async (panel) => {
    await panel.getByLabel(t('schools.kinds.words'), { exact: true }).check();
    await panel.getByLabel(t('schools.kinds.blows'), { exact: true }).check();
    await panel.getByLabel(t('schools.times.more'), { exact: true }).check();
    await panel.getByLabel(t('schools.input.name')).first().fill('Әсем Серікова');
    await pageHolds(first.page, 'record bullying', screen);
    await shot(first.page, 'bullying-record', screen);
  });
  await first.page.getByText(t(`${bullying}.stage.recorded`)).first().waitFor();
  await step(first.context, id, 'tell', { side: 'hurt', how: 'Телефон арқылы' });
  await step(first.context, id, 'psychologist', { side: 'hurt', agreed: 'Күн сайын кездеседі' });
  const council = async (context: typeof first.context): Promise<void> => {
    const today = almatyDate((await read(context, id)).deadlines.map((d) => d.startedAt).sort().at(-1) ?? '');
    await step(context, id, 'council', { date: today, childHeard: true, decided: 'Қолдау мен бақылау', plan: [{ measure: 'adult-nearby', who: 'Сынып жетекшісі', by: addDays(today, 7) }] });
  };
  await council(first.context);
  await first.page.reload();
  await first.page.getByText(t(`${bullying}.stage.supported`)).first().waitFor();
  await pageHolds(first.page, 'bullying', screen);
  await shot(first.page, 'bullying', screen);
  await first.context.close();

  // Two weeks on: it came back, and the council meets again.
  served.later(14);
  const second = await open();
  await inPanel(second.page, t(`${bullying}.step.look`), async (panel) => {
    const yes = t('web.form.yes');
    for (const asked of ['seenAlone', 'again']) await panel.locator('fieldset', { hasText: t(`schools.input.${asked}`) }).getByLabel(yes, { exact: true }).check();
    await panel.getByLabel(t('schools.input.words')).fill('Кеше тағы итерді');
    await pageHolds(second.page, 'look at bullying', screen);
    await shot(second.page, 'bullying-look', screen);
  });
  await second.page.getByText(t(`${bullying}.stage.recorded`)).first().waitFor();
  await council(second.context);
  await second.context.close();

  for (const days of [14, 16, 60]) {
    served.later(days);
    const context = await served.staff(desk);
    await step(context, id, 'look', { seenAlone: true, again: false, words: 'Енді ешкім тимейді' });
    await context.close();
  }
  const last = await open();
  await last.page.getByText(t(`${bullying}.outcome.stopped`)).first().waitFor();
  await pageHolds(last.page, 'bullying that stopped', screen);
  await shot(last.page, 'bullying-stopped', screen);
  await last.context.close();

  // What comes again is shown to the head, on one page.
  const teacher = await served.staff(appointmentId(`${district}/school`, 'school-worker', 1));
  for (const hurt of ['Нұрсұлтан Жақыпов', 'Джакупов Нурсултан']) {
    const begun = await take(teacher, '/api/schools/bullying', { summary: 'мазақтайды' });
    await step(teacher, begun.id, 'record', { kinds: ['words'], times: 'more', hurt: { name: hurt, className: '6 Б' }, others: [{ name: 'Данияр Сәрсенов', className: '6 Б' }] });
  }
  await teacher.close();
  const head = await served.staff(appointmentId(`${district}/school`, 'school-head', 1), device(screen));
  const repeats = await pageOf(head, screen);
  await repeats.goto('/app/schools/repeats');
  await repeats.getByText(t('schools.repeats.pair')).first().waitFor();
  await pageHolds(repeats, 'repeats', screen);
  await shot(repeats, 'bullying-repeats', screen);
  await head.close();

  // The witness reads that it is over, and nothing of whom or how.
  const answer = await fetch(`${served.address}/api/helpline/appeals/lookup`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ number: kept.number, code: kept.words }) });
  const { state, messages } = (await answer.json()) as { state: string; messages: { text: string }[] };
  expect(state).toBe('closed');
  expect(JSON.stringify(messages)).not.toContain('Әсем');
}

describe('bullying, from a witness to the ninetieth day with a relapse', () => {
  test.each(screens.filter((s) => (s.language === 'kk') === (s.width === 375)))('in $language at $width', story);
});

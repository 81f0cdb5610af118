/** A mother writes that her son was put off a bus in the frost; the inspector hears the carrier; the driver is fined; she reads it. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BusRecords } from '#cap/incidents/contract.ts';
import { demoOrganisations } from '#cap/agencies/demo/organisations.ts';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import { almatyDate } from '#kernel/terms/almaty.ts';
import { serve, type Served } from './serve.ts';
import { device, inPanel, pageHolds, pageOf, read, screens, shot, step, valueOf, wordsOf, workerOf, writesTo111, type Screen } from './staff.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const bus = 'incidents.bus-expulsion';
const place = demoOrganisations().find((o) => o.key === 'enbekshikazakh/school')?.district ?? '';


async function routed(number: string): Promise<string> {
  const appeal = await valueOf(served, 'select id as value from kernel.proceeding where label = $1', number);
  const office = await served.staff(appointmentId('contact-centre', 'operator', 1));
  await step(office, appeal, 'claim', {});
  await step(office, appeal, 'grade', { category: 'public-transport', urgency: 'rights' });
  await step(office, appeal, 'route-incident', { kind: 'bus-expulsion', district: place, summary: 'Жүргізуші тоғыз жасар баланы аязда түсіріп кетті' });
  await office.close();
  return valueOf(served, `select p.id as value from kernel.link l join kernel.proceeding p on p.id in (l.source, l.target) where $1 in (l.source, l.target) and p.procedure = $2`, appeal, bus);
}

async function story(screen: Screen): Promise<void> {
  const t = wordsOf(served, screen);
  const kept = await writesTo111(served, '/help', `жүргізуші баламды аязда автобустан түсіріп кетті, ол тоғызда (${screen.language}, ${screen.width})`);
  const id = await routed(kept.number);
  const inspector = await workerOf(served, id);
  const open = async (): Promise<{ context: BrowserContext; page: Page }> => {
    const context = await served.staff(inspector, device(screen));
    const page = await pageOf(context, screen);
    await page.goto(`/app/proceedings/${id}`);
    return { context, page };
  };
  const { context, page } = await open();
  await page.getByText(t(`${bus}.stage.received`)).first().waitFor();
  const today = almatyDate(new Date().toISOString());

  // The child first: home, and not hurt.
  await step(context, id, 'child-checked', { whereabouts: 'home', injured: false, confirmedBy: t('incidents.accompanied.parent') });
  await page.reload();
  await inPanel(page, t(`${bus}.step.take`), async (panel) => {
    await panel.getByLabel(t('incidents.input.date')).first().fill(today);
    await panel.getByLabel(t('incidents.input.route')).fill('12');
    await panel.getByLabel(t('incidents.accompanied.alone'), { exact: true }).check();
    await panel.getByLabel(t('incidents.input.age')).fill('9');
    await pageHolds(page, 'take a bus incident', screen);
    await shot(page, 'bus-take', screen);
  });
  await page.getByText(t(`${bus}.stage.checking`)).first().waitFor();
  // Nobody is fined unheard.
  expect((await read(context, id)).steps.map((s) => s.name)).not.toContain('decide');
  await step(context, id, 'ask-carrier', { question: t('incidents.input.reason') });
  await step(context, id, 'carrier-answered', { answer: t('incidents.admits.yes'), admits: 'yes' });
  await page.reload();
  await inPanel(page, t(`${bus}.step.decide`), async (panel) => {
    await panel.getByLabel(t('incidents.decision.driver-fined'), { exact: true }).check();
    await panel.getByLabel(t('incidents.input.why')).fill(t('incidents.admits.yes'));
    await panel.getByLabel(t('incidents.input.article')).fill(t('incidents.articleStanding.unknown'));
    await pageHolds(page, 'decide on a bus', screen);
    await shot(page, 'bus-decide', screen);
  });
  await page.getByText(t(`${bus}.stage.remedying`)).first().waitFor();
  // Five MRP by the index of the year: 5 times 4,325 ₸ in 2026 (domain.md §2, §3.5).
  const decided = (await read(context, id)).records as unknown as BusRecords;
  const year = today.slice(0, 4);
  expect(decided.decision?.fine).toEqual({ mrp: 5, tenge: year === '2026' ? 21_625 : null, year, standing: 'unknown' });
  await page.reload();
  await pageHolds(page, 'fined', screen);
  await shot(page, 'bus-fined', screen);
  await step(context, id, 'remedied', { what: t('incidents.decision.driver-fined'), document: '№ 17' });
  await page.reload();
  await page.getByText(t(`${bus}.outcome.driver-fined`)).first().waitFor();
  await pageHolds(page, 'bus closed', screen);
  await context.close();

  // What she reads: that it is over and how to go on, and nothing of the driver.
  const later = await served.browser.newContext({ viewport: { width: 375, height: 667 }, javaScriptEnabled: false, baseURL: served.address });
  const reader = await later.newPage();
  await reader.goto('/follow?lang=kk');
  await reader.locator('#number').fill(kept.number);
  await reader.locator('#code').fill(kept.words);
  await reader.getByRole('button', { name: 'Қарау' }).click();
  const talk = await reader.locator('.talk').innerText();
  expect(talk.length).toBeGreaterThan(0);
  expect(talk).not.toMatch(/№ 17|айыппұл/i);
  await later.close();
}

describe('from a bus in the frost to the driver’s fine', () => {
  test.each(screens.filter((s) => (s.language === 'kk') === (s.width === 375)))('in $language at $width', story);
});

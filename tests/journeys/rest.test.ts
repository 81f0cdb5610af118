/** After a grave talk its operator rests: the desk says until when, offers nothing new, and one button ends it. The lead finds the debrief on her day. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import { districts } from '#cap/agencies/demo/places.ts';
import { serve, type Served } from './serve.ts';
import { device, pageHolds, pageOf, screens, shot, step, wordsOf } from './staff.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

async function appeal(text: string): Promise<string> {
  const answer = await fetch(`${served.address}/api/helpline/appeals`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ channel: 'web', text }),
  });
  const { number } = (await answer.json()) as { number: string };
  const { rows } = await served.program.owner.query<{ id: string }>('select proceeding as id from helpline.appeal where number = $1', [number]);
  return rows[0]?.id ?? '';
}

describe.each(screens.map((screen, i) => ({ ...screen, n: i + 1 })))('in $language at $width', ({ n, ...screen }) => {
  test('the pause, and what the lead finds', async () => {
    const t = wordsOf(served, screen);
    const grave = await appeal('маған көмек керек');
    const next = await appeal('үйірме туралы сұрақ');
    const context = await served.staff(appointmentId('contact-centre', 'operator', n), device(screen));
    await step(context, grave, 'claim', {});
    await step(context, grave, 'grade', { category: 'suicide-risk', urgency: 'danger' });
    await step(context, grave, 'route-case', { district: districts[0]?.code ?? '', children: [{ age: 14 }], summary: 'Көмек керек' });

    const page = await pageOf(context, screen);
    await page.goto(`/app/desk?at=${next}`);
    const rest = page.locator('.rest');
    await rest.waitFor();
    expect(await rest.locator('.rest-clock').innerText()).toMatch(/^1[0-5]:\d\d$/);
    await page.locator('.said').waitFor();
    expect(await page.locator('[data-claim]').count()).toBe(0);
    expect(await page.getByText(t('helpline.desk.phone')).count()).toBe(0);
    await pageHolds(page, 'desk in a pause', screen);
    await shot(page, 'desk-rest', screen);

    await rest.getByRole('link').click();
    await page.getByText(t('helpline.debrief.step.decline')).first().waitFor();
    await pageHolds(page, 'debrief of the operator', screen);
    await shot(page, 'debrief-operator', screen);
    await page.goBack();

    await rest.getByRole('button', { name: t('helpline.debrief.step.end-pause') }).click();
    await rest.waitFor({ state: 'detached' });
    await page.locator('[data-claim]').click();
    await page.locator('[data-reply]').waitFor();
    await context.close();

    const { rows } = await served.program.owner.query<{ worker: string; label: string }>(
      `select worker, label from kernel.proceeding where procedure = 'helpline.debrief' order by id desc limit 1`);
    const lead = await served.staff(rows[0]?.worker ?? '', device(screen));
    const day = await pageOf(lead, screen);
    await day.goto('/app/');
    const row = day.locator('.day-row', { hasText: rows[0]?.label ?? '' }).first();
    await row.waitFor();
    await pageHolds(day, 'day of the lead', screen);
    await shot(day, 'debrief-day', screen);
    await row.locator('.day-step a').click();
    await day.getByLabel(t('helpline.input.agreed')).fill('Ертең демалады');
    await pageHolds(day, 'debrief of the lead', screen);
    await shot(day, 'debrief-lead', screen);
    await lead.close();
  });
});

import { afterAll, beforeAll, it } from 'vitest';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import { plusMillis } from '#kernel/clock.ts';
import { serve, type Served } from './serve.ts';
import { device, pageHolds, pageOf, shot, take, screens } from './staff.ts';

let served: Served;
beforeAll(async () => { served = await serve(); });
afterAll(() => served.close());

it('pictures', async () => {
  const manager = appointmentId('talgar/guardianship', 'case-manager', 1);
  const desk = await served.staff(appointmentId('talgar/guardianship', 'guardianship-specialist', 1));
  for (const [n, danger] of [['Айша', 'violence'], ['Дана', 'rights'], ['Тимур', 'rights']]) {
    const v = (await take(desk, '/api/cases/protection', { children: [{ name: n, age: 7 }], category: 'neglect', danger, summary: 'үйде жалғыз' })) as { id: string };
    await served.program.owner.query(`update kernel.proceeding set worker = $2, role = 'case-manager' where id = $1`, [v.id, manager]);
  }
  const now = new Date().toISOString();
  for (const screen of screens) {
    const police = await served.staff(appointmentId('talgar/police', 'police-head', 1), device(screen));
    const page = await pageOf(police, screen);
    await page.goto(`${served.address}/app/agencies/roster`);
    page.on('console', (m) => console.log(m.text())); page.on('pageerror', (e) => console.log(String(e)));
    
    await page.locator('.roster').first().waitFor({ timeout: 5000 });
    await shot(page, 'roster', screen);
    await pageHolds(page, 'roster', screen);
    await page.locator('.roster-line .button').nth(2).click();
    await page.locator('dialog .form').waitFor();
    await page.waitForTimeout(500);
    await shot(page, 'roster-change', screen);
    await page.screenshot({ path: `shots/journey-roster-change-end-${screen.width}-${screen.language}.png` });
    await page.locator('.roster-removal').scrollIntoViewIfNeeded();
    await page.screenshot({ path: `shots/journey-roster-change-end-${screen.width}-${screen.language}.png` });
    await pageHolds(page, 'roster-change', screen);
    await police.close();

    const head = await served.staff(appointmentId('talgar/guardianship', 'district-head', 1), device(screen));
    const p = await pageOf(head, screen);
    await p.goto(`${served.address}/app/agencies/staff/${manager}`);
    await p.locator('#away').waitFor();
    await p.waitForTimeout(400);
    await p.locator('#leaving ~ div button').click();
    await shot(p, 'person', screen);
    await pageHolds(p, 'person', screen);
    const view = (await (await head.request.get(`/api/agencies/staff/${manager}`)).json()) as { version: number };
    const answer = await head.request.post(`/api/agencies/staff/${manager}/away`, { data: { from: now, until: plusMillis(now, 20 * 86_400_000), substitute: appointmentId('talgar/guardianship', 'case-manager', 2) }, headers: { 'idempotency-key': crypto.randomUUID(), 'if-match': `"${view.version}"` } });
    if (!answer.ok()) throw new Error(await answer.text());
    await p.reload();
    await p.locator('#away').waitFor();
    await p.waitForTimeout(400);
    await shot(p, 'person-away', screen);
    await p.goto(`${served.address}/app/team`);
    await p.locator('.team').first().waitFor();
    await shot(p, 'team-away', screen);
    await pageHolds(p, 'team-away', screen);
    await head.close();
    const two = await served.staff(appointmentId('talgar/guardianship', 'case-manager', 2), device(screen));
    const q = await pageOf(two, screen);
    await q.goto(`${served.address}/app/`);
    await q.locator('.day-row').first().waitFor();
    await shot(q, 'day-substitute', screen);
    await pageHolds(q, 'day-substitute', screen);
    await two.close();
  }
});

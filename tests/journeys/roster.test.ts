/** A head's week: a duty is changed while another head changed it too, one is taken back, somebody goes on leave, somebody leaves. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RosterView } from '#cap/agencies/contract.ts';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import { systemClock } from '#kernel/clock.ts';
import type { ProceedingView } from '#kernel/contract.ts';
import { addDays, almatyDate, startOfDay } from '#kernel/terms/almaty.ts';
import { serve, type Served } from './serve.ts';
import { device, pageHolds, pageOf, screens, shot, tabTo, take, wordsOf } from './staff.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const desks = ['talgar', 'enbekshikazakh', 'sayram', 'saryagash'];

describe.each(screens.map((screen, n) => ({ ...screen, desk: desks[n] ?? '' })))('$language at $width', ({ desk, ...screen }) => {
  it('keeps the roster of the police, and sees who changed it', async () => {
    const t = wordsOf(served, screen);
    const context = await served.staff(appointmentId(`${desk}/police`, 'police-head', 1), device(screen));
    const page = await pageOf(context, screen);
    await page.goto('/app/agencies/roster');
    const change = page.getByRole('button', { name: t('agencies.roster.change-it') });
    await change.first().waitFor();
    await shot(page, 'roster', screen);
    await pageHolds(page, 'roster', screen);

    // The last of the week, by keyboard; meanwhile the other head writes another number.
    await change.last().focus();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog');
    await panel.waitFor();
    // The very week of the page: from midnight, seven days.
    const today = almatyDate(systemClock());
    const week = new URLSearchParams({ from: startOfDay(today), to: startOfDay(addDays(today, 7)) });
    const view = (await (await context.request.get(`/api/agencies/rosters?${week.toString()}`)).json()) as RosterView;
    const line = view.roles[0]?.lines.at(-1);
    if (line === undefined) throw new Error('an empty roster');
    const second = await served.staff(appointmentId(`${desk}/police`, 'police-head', 2), device(screen));
    const theirs = await second.request.post(`/api/agencies/rosters/${line.id}/change`, {
      data: { appointment: line.who.appointment, starts: line.starts, ends: line.ends, phone: '8 701 222 33 44' },
      headers: { 'idempotency-key': randomUUID(), 'if-match': `"${line.version}"` },
    });
    expect(theirs.status(), await theirs.text()).toBe(200);
    const phone = panel.getByLabel(t('agencies.duty.phone'));
    await phone.fill('8 701 555 66 77');
    const save = panel.getByRole('button', { name: t('agencies.roster.save') });
    await tabTo(page, save);
    await page.keyboard.press('Enter');
    await panel.getByText(t('problem.agencies.line-changed.title')).waitFor();
    await panel.getByText('+7 701 222 33 44').waitFor();
    expect(await phone.inputValue()).toBe('8 701 555 66 77');
    await shot(page, 'roster-conflict', screen);
    await pageHolds(page, 'roster-conflict', screen);
    await save.click();
    await panel.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: '+7 701 555 66 77' }).waitFor();

    // Taken back: what nobody will answer is said first, and shows at once.
    await change.last().click();
    await panel.getByText(t('agencies.roster.then-nobody', { when: '' }).slice(0, 12)).waitFor();
    await shot(page, 'roster-change', screen);
    await panel.getByRole('button', { name: t('agencies.roster.remove-of', { name: line.who.name }) }).click();
    await panel.waitFor({ state: 'detached' });
    await page.getByText(t('agencies.roster.nobody'), { exact: true }).first().waitFor();
    await second.close();
    await context.close();
  });

  it('somebody goes on leave, and his colleague finds his work; then he leaves for good', async () => {
    const t = wordsOf(served, screen);
    const [gone, stays] = [1, 2].map((n) => appointmentId(`${desk}/guardianship`, 'case-manager', n));
    const specialist = await served.staff(appointmentId(`${desk}/guardianship`, 'guardianship-specialist', 1));
    const opened = (await take(specialist, '/api/cases/protection', { children: [{ name: 'Айша', age: 7 }], category: 'neglect', danger: 'violence', summary: 'үйде жалғыз' })) as ProceedingView;
    await served.program.owner.query(`update kernel.proceeding set worker = $2, role = 'case-manager' where id = $1`, [opened.id, gone]);
    const head = await served.staff(appointmentId(`${desk}/guardianship`, 'district-head', 1), device(screen));
    const page = await pageOf(head, screen);
    await page.goto(`/app/agencies/staff/${gone ?? ''}`);
    const substitute = page.getByLabel(t('agencies.away.substitute'));
    await substitute.selectOption(stays ?? '');
    await page.getByRole('button', { name: t('agencies.away.send') }).click();
    await page.getByRole('button', { name: t('agencies.away.end') }).waitFor();
    await pageHolds(page, 'person-away', screen);
    await page.goto('/app/team');
    await page.getByRole('link', { name: t('web.team.manage') }).first().waitFor();
    await shot(page, 'team-away', screen);
    await pageHolds(page, 'team-away', screen);

    const colleague = await served.staff(stays ?? '', device(screen));
    const day = await pageOf(colleague, screen);
    await day.goto('/app/');
    await day.getByText(t('web.day.of', { name: '' }).trim().slice(0, 10)).first().waitFor();
    await shot(day, 'day-substitute', screen);
    await pageHolds(day, 'day-substitute', screen);

    await page.goto(`/app/agencies/staff/${gone ?? ''}`);
    await page.getByRole('button', { name: t('agencies.end.open') }).click();
    await page.getByLabel(t('agencies.end.reason.left')).check();
    await shot(page, 'person-leaving', screen);
    await pageHolds(page, 'person-leaving', screen);
    await page.getByRole('button', { name: t('agencies.end.send', { name: '' }).replace(': ', '').trim() }).click();
    await page.getByText(t('agencies.end.handed', { count: 1 })).waitFor();
    const { rows } = await served.program.owner.query<{ worker: string }>('select worker from kernel.proceeding where id = $1', [opened.id]);
    expect(rows).toEqual([{ worker: stays }]);
    for (const one of [head, colleague, specialist]) await one.close();
  });
});

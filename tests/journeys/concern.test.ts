/** A teacher is worried about a child: by phone, the network gone, and it arrives once; a colleague reads it, and guardianship has it. */
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoOrganisations } from '#cap/agencies/demo/organisations.ts';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import { jpeg } from '#kernel/files/pictures.fixture.ts';
import { serve, type Served } from './serve.ts';
import { device, pageHolds, pageOf, read, screens, shot, step, take, wordsOf, type Screen } from './staff.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const house = 'enbekshikazakh/school';
const teacher = appointmentId(house, 'teacher', 1);
const psychologist = appointmentId(house, 'school-worker', 1);
const school = demoOrganisations().find((o) => o.key === house)?.id ?? '';
const concern = 'schools.concern';

const concerns = async (label: string): Promise<readonly { id: string; worker: string; organisation: string }[]> =>
  (await served.program.owner.query<{ id: string; worker: string; organisation: string }>(`select id, worker, organisation from kernel.proceeding where procedure = $1 and label like $2 order by opened_at`, [concern, `${label}%`])).rows;

/** What this browser holds on the disk, as whoever copies the files would read it. */
const onDevice = (page: Page): Promise<string> => page.evaluate<string>(`(async () => {
  const db = await new Promise((yes, no) => { const r = indexedDB.open('qorgan'); r.onsuccess = () => yes(r.result); r.onerror = () => no(r.error); });
  const rows = await new Promise((yes) => { const r = db.transaction('unsent').objectStore('unsent').getAll(); r.onsuccess = () => yes(r.result); });
  const open = await new Promise((yes) => { const r = db.transaction('device').objectStore('device').get('open'); r.onsuccess = () => yes(r.result); });
  db.close();
  const text = (b) => new TextDecoder().decode(b);
  return JSON.stringify({ rows: rows.map((r) => ({ ...r, value: text(r.value.content), bytes: r.bytes && text(r.bytes.content) })), extractable: open.key.extractable });
})()`);

/** Fills the page as a thumb does. Answers how often it pressed and how many letters it typed. */
async function fill(page: Page, t: (key: string) => string, child: { name: string; className: string; sign: string; words: string }): Promise<{ presses: number; letters: number }> {
  const count = { presses: 0, letters: 0 };
  const type = async (label: string, text: string): Promise<void> => {
    await page.getByRole('textbox', { name: new RegExp(`^${label.slice(0, 12).replace(/[()]/g, '.')}`) }).fill(text);
    count.presses += 1;
    count.letters += text.length;
  };
  const tick = async (label: string): Promise<void> => {
    await page.getByLabel(label, { exact: true }).check();
    count.presses += 1;
  };
  await type(t('schools.worry.name'), child.name);
  await type(t('schools.input.className'), child.className);
  await tick(t(`schools.signs.${child.sign}`));
  await tick(t('schools.source.drawing'));
  await type(t('schools.worry.words'), child.words);
  return count;
}

/** A slow thumb: a press with the look for it, and a letter, in milliseconds. */
const press = 3_000;
const letter = 350;

async function story(screen: Screen): Promise<void> {
  const t = wordsOf(served, screen);
  const context: BrowserContext = await served.staff(teacher, device(screen));
  const page = await pageOf(context, screen);
  await page.goto('/app/concern');
  await page.getByLabel(t('schools.worry.name')).waitFor();

  // Nothing is sent that says nothing.
  await page.getByRole('button', { name: t('schools.worry.send') }).click();
  await page.getByText(t('web.form.error.required')).first().waitFor();
  await pageHolds(page, 'concern', screen);
  await shot(page, 'concern-empty', screen);

  const phone: CDPSession = await context.newCDPSession(page);
  await phone.send('Network.enable');
  const network = (offline: boolean) => phone.send('Network.emulateNetworkConditions', { offline, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  await network(true);
  await context.setOffline(true);
  const name = screen.language === 'kk' ? 'Ерасыл Тілеуқабылов' : 'Аяжан Сейдахметова';
  const words = screen.language === 'kk' ? 'суретінде бейіт салған' : 'нарисовала могилу';
  const { presses, letters } = await fill(page, t, { name, className: '5 В', sign: 'wants-to-die', words });
  await page.getByLabel(t('schools.worry.picture')).setInputFiles({ name: 'сурет.jpg', mimeType: 'image/jpeg', buffer: jpeg });
  await shot(page, 'concern', screen);
  await page.getByRole('button', { name: t('schools.worry.send') }).click();
  // Two presses to open the page, one to send, two for the photo.
  expect((presses + 5) * press + letters * letter).toBeLessThanOrEqual(60_000);

  await page.getByText(t('schools.worry.not-sent'), { exact: true }).waitFor();
  await pageHolds(page, 'concern kept', screen);
  await shot(page, 'concern-kept', screen);
  const lies = await onDevice(page);
  expect(lies).toContain(teacher);
  expect(lies).toContain('"extractable":false');
  for (const secret of [name, words, 'wants-to-die', 'сурет']) expect(lies).not.toContain(secret);
  const label = name.split(' ')[0] ?? '';
  expect(await concerns(label)).toEqual([]);

  // Pressed again and again, and the network comes back in the middle of it.
  await page.getByRole('button', { name: t('schools.worry.send-now') }).click();
  await network(false);
  await context.setOffline(false);
  await page.getByText(t('schools.worry.arrived'), { exact: true }).waitFor();
  await pageHolds(page, 'concern arrived', screen);
  await shot(page, 'concern-arrived', screen);
  expect(JSON.parse(await onDevice(page))).toMatchObject({ rows: [] });
  await page.reload();
  const [arrived, ...more] = await concerns(label);
  if (arrived === undefined) throw new Error('it did not arrive');
  expect(more).toEqual([]);
  expect(arrived).toMatchObject({ organisation: school });
  // Somebody else than the teacher has it.
  expect(arrived.worker).not.toBe(teacher);

  const desk = await served.staff(arrived.worker, device(screen));
  const other = await pageOf(desk, screen);
  await other.goto('/app/');
  await other.getByText(`${label} `, { exact: false }).first().waitFor();
  await other.goto(`/app/proceedings/${arrived.id}`);
  await other.getByText(words).first().waitFor();
  await other.getByRole('link', { name: 'сурет.jpg' }).waitFor();
  await pageHolds(other, 'concern at the psychologist’s', screen);
  await shot(other, 'concern-read', screen);
  await step(desk, arrived.id, 'read', {});
  const { rows } = await served.program.owner.query<{ procedure: string; danger: number }>(
    `select p.procedure, p.danger from kernel.link l join kernel.proceeding p on p.id = l.target where l.source = $1`, [arrived.id]);
  expect(rows).toEqual([{ procedure: 'cases.protection', danger: 3 }]);
  await step(desk, arrived.id, 'close', { outcome: 'with-guardianship', done: 'Кейс-менеджер қабылдады' });
  expect((await read(desk, arrived.id)).final).toBe(true);
  await desk.close();

  // What became of it: the stage and the answer, and nothing of what others wrote nor of the picture.
  await page.goto('/app/schools/mine');
  await page.getByText(t('schools.state.closed')).first().waitFor();
  await pageHolds(page, 'answers to a teacher', screen);
  await shot(page, 'concern-mine', screen);
  const own = await read(context, arrived.id);
  expect([Object.keys(own.records), own.steps, own.attach]).toEqual([['answer'], [], null]);
  expect(own.story.filter((line) => line.input !== null)).toEqual([]);
  await page.getByRole('link', { name: new RegExp(label) }).first().click();
  await page.getByText(t(`${concern}.stage.closed`)).first().waitFor();
  await pageHolds(page, 'a teacher’s own concern', screen);
  await context.close();
}

describe('a teacher’s concern, without a network', () => {
  test.each(screens.filter((s) => (s.language === 'kk') === (s.width === 375)))('in $language at $width', story);

  test('about the school’s own staff: it arrived, past the school, and there is no link to what nobody here can open', async () => {
    const [screen] = screens;
    if (screen === undefined) throw new Error('no screen');
    const t = wordsOf(served, screen);
    const context = await served.staff(teacher, device(screen));
    const page = await pageOf(context, screen);
    await page.goto('/app/concern');
    await page.getByLabel(t('schools.worry.name')).waitFor();
    await fill(page, t, { name: 'Мадина Оспанова', className: '4 Б', sign: 'hurt-by-staff', words: 'мұғалім ұрған' });
    await page.getByRole('button', { name: t('schools.worry.send') }).click();
    await page.getByText(t('schools.worry.arrived-past')).waitFor();
    expect(await page.getByRole('link', { name: t('schools.worry.open') }).count()).toBe(0);
    await pageHolds(page, 'concern past the school', screen);
    await context.close();
  });

  test('waits for its author: another on the same device sees that something waits, and not what', async () => {
    const [screen] = screens;
    if (screen === undefined) throw new Error('no screen');
    const t = wordsOf(served, screen);
    const context = await served.staff(teacher, device(screen));
    const page = await pageOf(context, screen);
    await page.goto('/app/concern');
    await page.getByLabel(t('schools.worry.name')).waitFor();
    await context.route('**/api/schools/concern', (route) => route.abort());
    await fill(page, t, { name: 'Бекзат Оразов', className: '3 А', sign: 'changed', words: 'үндемейді' });
    await page.getByRole('button', { name: t('schools.worry.send') }).click();
    await page.getByText(t('schools.worry.not-sent'), { exact: true }).waitFor();
    const signIn = (appointment: string) => context.request.post('/api/session/demo', { data: { appointment } });
    await signIn(appointmentId(house, 'school-head', 1));
    await context.unroute('**/api/schools/concern');
    // The page of the teacher is open still, and sends: as him the server does not take it any more, and it waits.
    const refused = page.waitForResponse((answer) => answer.url().endsWith('/api/schools/concern') && answer.status() === 409);
    await page.getByRole('button', { name: t('schools.worry.send-now') }).click();
    await refused;
    await page.getByText(t('schools.worry.not-sent'), { exact: true }).waitFor();
    expect(await concerns('Бекзат')).toEqual([]);
    await page.goto('/app/concern');
    await page.getByText(t('schools.worry.others', { count: 1 })).waitFor();
    expect(await page.locator('body').innerText()).not.toContain('Бекзат');
    await pageHolds(page, 'concern of somebody else', screen);
    expect(await concerns('Бекзат')).toEqual([]);
    await signIn(teacher);
    await page.goto('/app/concern');
    await page.getByText(t('schools.worry.arrived'), { exact: true }).waitFor();
    expect(await concerns('Бекзат')).toHaveLength(1);
    await context.close();
  });
});

describe('a class’s questionnaires', () => {
  test('lie unread for a day and no longer; what they say is told the same moment', async () => {
    const [screen] = screens;
    if (screen === undefined) throw new Error('no screen');
    const t = wordsOf(served, screen);
    const context = await served.staff(psychologist, device(screen));
    const begun = await take(context, '/api/schools/questionnaire', { kind: 'questionnaire', className: '7 А', written: '2026-11-02', count: 5 });
    const { rows } = await served.program.owner.query<{ worker: string }>('select worker from kernel.proceeding where id = $1', [begun.id]);
    await context.close();
    const reader = await served.staff(rows[0]?.worker ?? '', device(screen));
    const page = await pageOf(reader, screen);
    await page.goto(`/app/proceedings/${begun.id}`);
    await page.getByRole('button', { name: t('schools.questionnaire.step.read'), exact: true }).first().click();
    const panel = page.locator('dialog[open]');
    await panel.getByLabel(t('schools.input.quiet')).fill('4');
    await panel.getByRole('button', { name: t('web.form.add') }).first().click();
    await panel.getByLabel(t('schools.input.name')).fill('Мөлдір Асқарова');
    await panel.getByLabel(t('schools.signs.hurt-at-home'), { exact: true }).check();
    await panel.getByLabel(t('schools.input.paper-words')).fill('үйде ұрады деп жазған');
    await pageHolds(page, 'questionnaire read', screen);
    await shot(page, 'questionnaire-read', screen);
    await panel.getByRole('button', { name: t('schools.questionnaire.step.read'), exact: true }).click();
    await page.getByText(t('schools.questionnaire.outcome.read')).first().waitFor();
    await pageHolds(page, 'questionnaire', screen);
    await shot(page, 'questionnaire', screen);
    const [found] = await concerns('Мөлдір');
    expect(found).toBeDefined();
    await reader.close();
  });
});

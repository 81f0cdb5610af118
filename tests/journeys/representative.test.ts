/** A mother asks about her child; the desk checks her papers and tells her what is agreed; a suspicion hides it, and nobody is told why. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import { districts } from '#cap/agencies/demo/places.ts';
import { say } from '#kernel/texts/text.ts';
import { publicTexts } from '#cap/representatives/ui/public/texts.ts';
import { serve, type Served } from './serve.ts';
import { device, pageHolds, pageOf, screens, shot, step, take, wordsOf, type Screen } from './staff.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const key = 'enbekshikazakh';
const district = districts.find((d) => d.key === key)?.code ?? '';
const specialist = appointmentId(`${key}/guardianship`, 'guardianship-specialist', 1);
const one = async (sql: string, ...values: unknown[]): Promise<string> => {
  const { rows } = await served.program.owner.query<{ value: string }>(sql, values);
  if (rows[0] === undefined) throw new Error(`nothing for ${sql}`);
  return rows[0].value;
};

/** The page of whoever asks: no script is needed, so on a phone there is none. */
const visitor = async (screen: Screen, more: BrowserContextOptions = {}): Promise<Page> =>
  (await served.browser.newContext({ ...device(screen), baseURL: served.address, ...more })).newPage();

async function story(screen: Screen): Promise<void> {
  const t = wordsOf(served, screen);
  const p = (name: string, params = {}): string => say(publicTexts, screen.language, name, params);
  // Not near to each other: the register would ask whether they are one.
  const name = ['Дана Әділ', 'Гүлім Бекен', 'Зере Мұқаш', 'Ботагөз Шыныбек'][screens.indexOf(screen)] ?? '';

  const looking = await visitor(screen);
  await looking.goto(`/representatives?lang=${screen.language}`);
  await pageHolds(looking, 'request', screen);
  await shot(looking, 'representative-form', screen);
  await looking.getByRole('button', { name: p('form.send') }).click();
  await looking.getByText(p('error.title')).waitFor();
  await pageHolds(looking, 'request with errors', screen);
  await shot(looking, 'representative-errors', screen);
  await looking.context().close();

  const mother = await visitor(screen, { javaScriptEnabled: screen.width !== 375 });
  await mother.goto(`/representatives?lang=${screen.language}`);
  await mother.getByLabel(p('form.name'), { exact: true }).fill('Сәуле Сынақ');
  await mother.getByLabel(p('form.relation.mother')).check();
  await mother.getByLabel(p('form.child-name')).fill(name);
  await mother.getByLabel(p('form.district')).selectOption(district);
  await mother.getByLabel(p('form.asks')).fill('Балама қандай көмек беріліп жатыр?');
  await mother.getByRole('button', { name: p('form.send') }).click();
  const number = await mother.locator('.keep dd').first().innerText();
  const words = (await mother.locator('.keep dd').last().innerText()).trim().split(/\s+/).join(' ');
  await shot(mother, 'representative-done', screen);
  await mother.context().close();
  const follow = async (shown: string): Promise<string> => {
    const page = await visitor(screen);
    await page.goto(`/representatives/follow?lang=${screen.language}`);
    await page.locator('#number').fill(number);
    await page.locator('#code').fill(words);
    await page.getByRole('button', { name: p('follow.look') }).click();
    await page.getByRole('heading', { name: p('state.title', { number }) }).waitFor();
    await pageHolds(page, shown, screen);
    await shot(page, shown, screen);
    const text = await page.locator('main').innerText();
    await page.context().close();
    return text;
  };
  expect(await follow('representative-waiting')).toContain(number);

  // The desk: a case of the child where nobody of the family is complained of.
  const desk = await served.staff(specialist, device(screen));
  await take(desk, '/api/cases/protection', { children: [{ name, age: 8 }], category: 'education', danger: 'rights', summary: `${name}: сабаққа бармайды` });
  const child = await one(`select child as value from children.child_name where given = $1`, name);
  const owned = await one(`select id as value from kernel.proceeding where subject = $1 and procedure = 'cases.protection'`, child);
  const id = await one('select proceeding as value from representatives.receipt where number = $1', number);
  const page = await pageOf(desk, screen);
  await page.goto(`/app/proceedings/${id}`);
  await page.getByText('Балама қандай көмек беріліп жатыр?').first().waitFor();
  await pageHolds(page, 'a request at the desk', screen);
  await shot(page, 'representative-desk', screen);
  await step(desk, id, 'verify', { identity: 'жеке куәлік', relation: 'mother', ground: 'туу туралы куәлік', child, household: 'with-child' });
  await page.reload();

  const release = async (text: string): Promise<void> => {
    await page.getByRole('button', { name: t('representatives.request.step.release'), exact: true }).first().click();
    const panel = page.locator('dialog[open]');
    await panel.getByLabel(t('representatives.kind.help')).check();
    await panel.getByLabel(t('representatives.input.words')).fill(text);
    await panel.getByRole('button', { name: t('representatives.request.step.release'), exact: true }).click();
  };
  await release('Психолог аптасына бір рет, сәрсенбіде');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  await page.getByText('Психолог аптасына бір рет, сәрсенбіде').first().waitFor();
  await pageHolds(page, 'an answered request', screen);
  await shot(page, 'representative-answered', screen);
  expect(await follow('representative-told')).toContain('Психолог аптасына бір рет, сәрсенбіде');

  await step(desk, owned, 'name-accused', { words: 'анасы', relation: 'mother', household: true, why: 'баланың айтқаны' });
  expect(await follow('representative-neutral')).toContain(p('state.none'));
  await release('Тағы бірдеңе');
  await page.getByText(t('problem.representatives-barred.title')).first().waitFor();
  await pageHolds(page, 'a release that is refused', screen);
  await shot(page, 'representative-barred', screen);
  await desk.close();
}

describe('a representative who asks', () => {
  test.each(screens)('is told what was chosen for her, and one text else, in $language at $width', story);
});

/**
 * A specialist looks for a child from anywhere by Ctrl+K, typing as people do, and goes to him by the keyboard; sees the family
 * drawn and listed, ends a guardianship, adds a sister out of the register. In two languages, on a phone and at a desk.
 */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import type { ChildCard } from '#cap/children/contract.ts';
import { serve, type Served } from './serve.ts';
import { device, focused, pageHolds, pageOf, read, screens, shot, step, take, wordsOf, type Screen } from './staff.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const district = 'enbekshikazakh';
const specialist = appointmentId(`${district}/guardianship`, 'guardianship-specialist', 1);
const protection = 'cases.protection';

interface Case {
  readonly id: string;
  readonly child: string;
}
/** A case about a child of this name, worked by the specialist herself. */
async function open(office: BrowserContext, family: string, given: string): Promise<Case> {
  const answer = await take(office, '/api/cases/protection', { children: [{ name: given, age: 9, sex: 'female', not: [] }], category: 'neglect', danger: 'rights', summary: `${family} ${given}` });
  const view = await read(office, answer.id);
  await step(office, view.id, 'identify', { names: [{ kind: 'document', family, given, patronymic: 'Серікқызы' }], born: '2017-04-03', not: [] });
  return { id: view.id, child: view.subject.id };
}
const long = `Қожахметұлы-${'Бейімбет'.repeat(12)}`;
const relatives = (sister: string, baby: string) => [
  { kind: 'grandparent', name: 'Рысалды Әлімова', phone: '+77010000011', household: true },
  { kind: 'grandparent', name: long },
  { kind: 'mother', name: 'Айнұр Сейітова', died: true, diedOn: '2023-02-14' },
  { kind: 'father', name: 'Серік Сейітов' },
  { kind: 'aunt-uncle', name: 'Гүлнар Әлімова' },
  { kind: 'guardian', name: 'Бағила Әлімова', guardian: true, from: '2023-03-01', household: true, householdFrom: '2023-03-02', phone: '+77010000012' },
  { kind: 'guardian', name: 'Марат Сейітов', guardian: true, from: '2020-01-01', until: '2023-02-28' },
  { kind: 'sibling', child: sister, household: true },
  { kind: 'sibling', name: 'Ерлан Сейітов' },
  { kind: 'sibling', name: 'Ернар Сейітов' },
  { kind: 'sibling', child: baby },
  { kind: 'partner-of-parent', name: 'Данияр' },
];

const looks = async (): Promise<number> =>
  (await served.program.owner.query<{ n: number }>(`select count(*)::int as n from kernel.look where what = 'search' and appointment = $1`, [specialist])).rows[0]?.n ?? 0;

/** Types it as people do, and waits for the answer to the whole of it. */
async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text, { delay: 25 });
  await page.locator('.child-found[aria-busy=false]').waitFor({ state: 'attached' });
}

describe.each(screens)('search and family, $language, $width px', (screen: Screen) => {
  test('finds a child as one types, by the keyboard, with a look for each answer and no name in an address', async () => {
    const t = wordsOf(served, screen);
    const office = await served.staff(specialist, device(screen));
    // Names of the screens before are still there, and slips are forgiven: these are not near to each other.
    const family = ['Мұқаева', 'Жолдыбаева', 'Есқалиева', 'Шынтемірова'][screens.indexOf(screen)] ?? '';
    const { child } = await open(office, family, 'Ақбота');
    const page = await pageOf(office, screen);
    const asked: string[] = [];
    page.on('request', (r) => {
      if (r.url().endsWith('/api/children/search')) asked.push(r.postData() ?? '');
    });
    await page.goto('/app/');
    await page.locator('.shell-nav').waitFor();
    await page.keyboard.press('Control+KeyK');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type(t('children.search.title'));
    await page.keyboard.press('Enter');
    await page.waitForURL('**/app/children');
    const field = page.getByRole('searchbox');
    await field.waitFor();
    expect(await focused(page).getAttribute('type')).toBe('search');
    await pageHolds(page, 'search, empty', screen);
    const before = await looks();

    await type(page, `${family} Ақбота`);
    const found = page.locator('.found', { hasText: family }).first();
    await found.waitFor();
    expect(await page.getByRole('status').first().innerText()).not.toBe('');
    // Typed without a pause: one question for the whole of it. What was asked is what was written down.
    expect(asked.length).toBeLessThanOrEqual(2);
    expect(await looks()).toBe(before + asked.length);
    expect(decodeURIComponent(page.url())).not.toContain(family);
    await pageHolds(page, 'search', screen);
    await shot(page, 'search', screen);

    // News from elsewhere ask nothing again.
    await open(office, 'Басқаева', 'Дана');
    await page.waitForTimeout(300);
    expect(asked.length).toBeLessThanOrEqual(2);

    await page.keyboard.press('ArrowDown');
    expect(await focused(page).innerText()).toContain(family);
    await page.keyboard.press('ArrowUp');
    expect(await focused(page).getAttribute('type')).toBe('search');
    await page.keyboard.press('Escape');
    expect(await field.inputValue()).toBe('');
    await type(page, 'Жоқтегі Жоқесім');
    await page.getByText(t('children.search.nobody-what')).waitFor();
    await pageHolds(page, 'search, nobody', screen);
    await shot(page, 'search-nobody', screen);
    await page.keyboard.press('Escape');
    await type(page, `${family} Ақбота`);
    await found.waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/app/children/${child}`);
    await office.close();
  });

  test('sees the family drawn and listed, ends a guardianship, and adds a sister whom the register knows', async () => {
    const t = wordsOf(served, screen);
    const office = await served.staff(specialist, device(screen));
    const family = ['Сейітова', 'Қонысбаева', 'Тұрлыханова', 'Бердіғалиева'][screens.indexOf(screen)] ?? '';
    const [aru, sister, baby] = [await open(office, family, 'Ару'), await open(office, family, 'Аружан'), await open(office, family, 'Айсұлу')];
    const page = await pageOf(office, screen);
    await page.goto(`/app/children/${aru.child}`);
    await page.getByText(t('children.page.no-family')).waitFor();
    await step(office, aru.id, 'identify', { relations: relatives(sister.child, baby.child) });
    await page.goto(`/app/children/${aru.child}`);
    await page.locator('.family-box').first().waitFor();
    // All but the guardian of before stand in the drawing, and all in the list.
    expect(await page.locator('.family-box').count()).toBe(relatives('', '').length);
    expect(await page.locator('.family-relative').count()).toBe(relatives('', '').length);
    const guardian = page.locator('.family-relative', { hasText: 'Бағила Әлімова' });
    expect(await guardian.innerText()).toContain(t('children.input.is-representative'));
    await pageHolds(page, 'family', screen);
    await shot(page, 'family', screen);

    await guardian.getByRole('link', { name: t('children.family.change') }).click();
    const panel = page.locator('dialog[open]');
    await panel.getByText('Бағила Әлімова').first().waitFor();
    await panel.getByLabel(t('children.relation-change.ended'), { exact: true }).check();
    await panel.getByLabel(t('children.input.until')).fill('2026-01-31');
    await pageHolds(page, 'change-relative', screen);
    await shot(page, 'change-relative', screen);
    await panel.getByRole('button', { name: t(`${protection}.step.change-relative`), exact: true }).click();
    await panel.waitFor({ state: 'detached' });

    // A sister out of the register: the same search within the form.
    await page.goto(`/app/proceedings/${sister.id}?step=add-relative`);
    await panel.getByLabel(t('children.input.relation-kind')).selectOption({ label: t('children.relation-kind.sibling') });
    const picker = panel.getByRole('combobox', { name: t('children.input.other-child') });
    await picker.fill(`${family} Айсұлу`);
    // A select has options as well.
    const picks = panel.locator('.combobox-pick');
    await picks.first().waitFor();
    expect(await picks.last().innerText()).toBe(t('web.pick.none-of-these'));
    await pageHolds(page, 'add-relative', screen);
    await shot(page, 'add-relative', screen);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await panel.getByText(/Айсұлу/).first().waitFor();
    await panel.getByRole('button', { name: t(`${protection}.step.add-relative`), exact: true }).click();
    await panel.waitFor({ state: 'detached' });

    const card = async (of: Case): Promise<ChildCard> => (await (await office.request.get(`/api/children/${of.child}`)).json()) as ChildCard;
    expect((await card(aru)).relations.find((r) => r.name === 'Бағила Әлімова')?.until).toBe('2026-01-31');
    expect((await card(sister)).relations.map((r) => [r.kind, r.other])).toEqual(expect.arrayContaining([['sibling', baby.child], ['sibling', aru.child]]));
    await page.goto(`/app/children/${aru.child}`);
    await page.locator('.family-group', { hasText: t('children.family.before') }).waitFor();
    await pageHolds(page, 'family, later', screen);
    await page.emulateMedia({ media: 'print' });
    await shot(page, 'family-print', screen);
    await office.close();
  });
});

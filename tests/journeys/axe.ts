/** Every page of the staff and of the public, in two languages, on a phone and at a desk, by day and in the dark: nothing raw, nothing too wide, nothing for axe. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { roles, type Role } from '#kernel/access/roles.ts';
import type { DayPage, StartView } from '#kernel/contract.ts';
import { takeNarrativesIn } from '../../apps/server/demo-day.ts';
import { serve, type Served } from './serve.ts';
import { darkHolds, device, pageHolds, pageOf, type Screen } from './staff.ts';

const publicPages = ['/', '/help', '/follow', '/rights', '/what-next'];
const lists = ['/api/my-day?limit=50', ...['desk', 'district', 'region', 'country'].map((scope) => `/api/proceedings?scope=${scope}&limit=50`)];
/** Some sixty pages, each looked at by axe. */
const longest = 1_500_000;
/** Where a demo's narratives happen: the people there have something on their pages. */
const busy = '194000000';

/** Somebody of the role, where the narratives are rather than elsewhere. */
async function oneOf(served: Served, role: Role): Promise<string | undefined> {
  const all = (await served.program.runtime.directory(null)).data.appointments.filter((a) => a.role === role);
  const { rows } = await served.program.owner.query<{ worker: string }>('select distinct worker from kernel.proceeding where worker = any ($1)', [all.map((a) => a.id)]);
  return rows[0]?.worker ?? (all.find((a) => a.district === busy) ?? all[0])?.id;
}

/** The page itself, not its skeleton. */
async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  for (const skeleton of await page.locator('.skeleton').all()) await skeleton.waitFor({ state: 'detached' });
}

/** A page is opened once and looked at in every width: what changes with the width is only its layout. */
async function holdsInWidths(page: Page, name: string, language: Screen['language']): Promise<void> {
  for (const width of [1280, 375] as const) {
    await page.setViewportSize({ width, height: 900 });
    await pageHolds(page, name, { language, width });
    await darkHolds(page, name, { language, width });
  }
}

/** What this person can open: places of the menu, forms to begin with, and proceedings; each kind of page once per screen. */
async function addressesOf(page: Page, seen: Set<string>): Promise<string[]> {
  await page.goto('/app/');
  await page.locator('.shell-nav a').first().waitFor();
  await settled(page);
  const get = async <T>(path: string): Promise<T> => (await (await page.request.get(path)).json()) as T;
  const menu = await page.locator('.shell-nav a').evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? ''));
  const starts = (await get<StartView[]>('/api/procedures')).map((s) => `/app/start/${s.procedure}`);
  const found: { kind: string; address: string }[] = [...menu, ...starts].map((address) => ({ kind: address, address }));
  for (const list of lists) {
    for (const item of (await get<DayPage>(list)).items) {
      const address = `/app/proceedings/${item.proceeding}`;
      found.push({ kind: `${item.procedure} ${item.stage}`, address });
      if (item.step !== null) found.push({ kind: `${item.procedure} panel`, address: `${address}?step=${item.step.name}` });
    }
  }
  return found.flatMap(({ kind, address }) => {
    if (seen.has(kind)) return [];
    seen.add(kind);
    return [address];
  });
}

/** The tests of one language, on a program of their own: two languages can be looked at beside each other. */
export function looksAtEveryPage(language: Screen['language']): void {
  let served: Served;
  beforeAll(async () => {
    served = await serve();
    await takeNarrativesIn(served.program.runtime, served.program.database.ownerUrl);
  });
  afterAll(() => served.close());

  const screen: Screen = { language, width: 1280 };

  test('the pages of the staff', async () => {
    const seen = new Set<string>(['/app', '/app/']);
    for (const role of Object.keys(roles) as Role[]) {
      const appointment = await oneOf(served, role);
      if (appointment === undefined) continue;
      const context = await served.staff(appointment, device(screen));
      const page = await pageOf(context, screen);
      const addresses = await addressesOf(page, seen);
      await holdsInWidths(page, `${role} my day`, language);
      for (const address of addresses) {
        await page.goto(address);
        await settled(page);
        await holdsInWidths(page, `${role} ${address}`, language);
      }
      await context.close();
    }
    // The menu, the forms and the proceedings were really walked.
    expect([...seen].filter((kind) => kind.startsWith('/app/')).length).toBeGreaterThan(8);
    expect([...seen].filter((kind) => !kind.startsWith('/app')).length).toBeGreaterThan(6);
  }, longest);

  test('the pages of the public, and signing in', async () => {
    const context = await served.browser.newContext({ baseURL: served.address, ...device(screen) });
    const page = await pageOf(context, screen);
    for (const path of publicPages) {
      await page.goto(`${path}?lang=${language}`);
      await holdsInWidths(page, path, language);
    }
    await page.goto('/app/');
    await page.getByRole('searchbox').waitFor();
    await holdsInWidths(page, 'sign-in', language);
    await context.close();
  });
}

/** What journeys of the staff share: a page in a language and a width, the words on it, and the API for the tedious middle. */
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Language, ProceedingView, Receipt } from '#kernel/contract.ts';
import { say } from '#kernel/texts/text.ts';
import { kernelTexts } from '#kernel/texts/texts.ts';
import { webTexts } from '../../apps/web/texts.ts';
import { violationsOf, wcag } from './look.ts';
import type { Served } from './serve.ts';

export interface Screen {
  readonly language: Language;
  readonly width: 375 | 1280;
}
export const screens: readonly Screen[] = [
  { language: 'kk', width: 375 },
  { language: 'ru', width: 375 },
  { language: 'kk', width: 1280 },
  { language: 'ru', width: 1280 },
];

const shots = join(import.meta.dirname, '../../shots');

/** The staff application's language is kept on the device, so a device is what speaks it. */
export const device = ({ language, width }: Screen): BrowserContextOptions => ({
  viewport: { width, height: width === 375 ? 812 : 900 },
  locale: language,
  hasTouch: width === 375,
});

/** A page of a context, in the screen's language. */
export async function pageOf(context: BrowserContext, { language }: Screen): Promise<Page> {
  await context.addInitScript((l) => localStorage.setItem('qorgan.language', l), language);
  return context.newPage();
}

/** Every text of the program, in the screen's language. */
export const wordsOf = (served: Served, { language }: Screen) => {
  const texts = { ...served.program.runtime.texts, ...kernelTexts, ...webTexts };
  return (key: string, params: Record<string, string | number> = {}): string => say(texts, language, key, params);
};

/** What holds of every page of the staff: nothing raw on it, it fits the width, and axe finds nothing. */
export async function pageHolds(page: Page, name: string, { language, width }: Screen): Promise<void> {
  const what = `${name} ${language} ${width}`;
  const text = await page.locator('body').innerText();
  const raw = text.match(/\b(?:cases|helpline|referrals|representatives|children|agencies|incidents|oversight|schools|prevention|commission|web|kernel|role|term|problem)\.[a-z][\w.-]+|\b[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}|undefined|\[object/g);
  expect(raw, `${what}: raw keys or ids`).toBe(null);
  // A word of a list as the program writes it, where a word of the reader's language should stand.
  const codes = text.match(/(?:^|· |: )[a-z]{2,}(?:-[a-z]+)*(?= ·|:? |$)/gm);
  expect(codes?.filter((code) => !/^\W*(?:https?|www)/.test(code)) ?? [], `${what}: untranslated values`).toEqual([]);
  const over = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  expect(over, `${what}: wider than the screen`).toBeLessThanOrEqual(0);
  // A panel that is still fading in has the contrast of a moment; what counts is how it stands.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const violations = await violationsOf(page, wcag);
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' | ')}`), what).toEqual([]);
}

/** The same page in the dark: of all that axe looks at, only the contrast is another one. */
export async function darkHolds(page: Page, name: string, { language, width }: Screen): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const violations = await violationsOf(page, { type: 'rule', values: ['color-contrast'] });
  expect(violations.flatMap((v) => v.nodes.map((n) => `${n.html} ${n.failureSummary ?? ''}`)), `${name} ${language} ${width}, dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

export async function shot(page: Page, name: string, { language, width }: Screen): Promise<void> {
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `journey-${name}-${width}-${language}.png`), fullPage: true });
}

/** Takes a step, or starts, as the person of the context. Throws with the server's own words. */
export async function take(context: BrowserContext, address: string, input: unknown, sequence?: number): Promise<ProceedingView | Receipt> {
  const answer = await context.request.post(address, {
    data: input,
    headers: { 'idempotency-key': randomUUID(), ...(sequence === undefined ? {} : { 'if-match': `"${sequence}"` }) },
  });
  if (!answer.ok()) throw new Error(`${address}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as ProceedingView | Receipt;
}

export const read = async (context: BrowserContext, id: string): Promise<ProceedingView> =>
  (await (await context.request.get(`/api/proceedings/${id}`)).json()) as ProceedingView;

/** Takes a step on the proceeding as it stands now. */
export async function step(context: BrowserContext, id: string, name: string, input: unknown): Promise<void> {
  const view = await read(context, id);
  const offered = view.steps.find((s) => s.name === name);
  if (offered === undefined) throw new Error(`${name} is not offered at ${view.stage}: ${view.steps.map((s) => s.name).join(', ')}`);
  await take(context, offered.href, input, view.sequence);
}

/** Opens the step's panel, fills it, sends it. */
export async function inPanel(page: Page, name: string, fill: (panel: Locator) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
  const panel = page.locator('dialog[open]');
  await fill(panel);
  await panel.getByRole('button', { name, exact: true }).click();
  await panel.waitFor({ state: 'detached' });
}

/** The `value` of the one row that is there, asked as the owner: what a journey needs to know and nobody on a screen tells. */
export async function valueOf(served: Served, sql: string, ...values: unknown[]): Promise<string> {
  const { rows } = await served.program.owner.query<{ value: string }>(sql, values);
  if (rows[0] === undefined) throw new Error(`nothing for ${sql}`);
  return rows[0].value;
}
export const workerOf = (served: Served, id: string): Promise<string> => valueOf(served, 'select worker as value from kernel.proceeding where id = $1', id);

/** From a public page, without JavaScript, in Kazakh: number and words are what is kept of it. */
export async function writesTo111(served: Served, path: string, words: string): Promise<{ readonly number: string; readonly words: string }> {
  const pocket = await served.browser.newContext({ viewport: { width: 375, height: 667 }, javaScriptEnabled: false, baseURL: served.address });
  const page = await pocket.newPage();
  await page.goto(`${path}?lang=kk`);
  await page.locator('#text').fill(words);
  await page.getByLabel('Маған жазып жауап беріңіздер').check();
  await page.getByRole('button', { name: 'Жіберу' }).click();
  const kept = { number: await page.locator('.keep dd').first().innerText(), words: (await page.locator('.keep dd').last().innerText()).trim().split(/\s+/).join(' ') };
  await pocket.close();
  return kept;
}

/** Where the keyboard is, told by name. */
export const focused = (page: Page): Locator => page.locator(':focus');

/** Presses Tab until the focus is where the test says; fails rather than going round for ever. */
export async function tabTo(page: Page, there: Locator, most = 80): Promise<void> {
  for (let i = 0; i < most; i += 1) {
    if (await there.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the keyboard does not get there');
}

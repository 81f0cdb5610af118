import { launch } from '/work/main/tests/setup/browser.ts';
import { AxeBuilder } from '/work/main/node_modules/@axe-core/playwright/dist/index.mjs';
import { mkdirSync } from 'node:fs';
const base = process.argv[2] ?? 'http://localhost:4611';
const out = '/work/main/shots'; mkdirSync(out, { recursive: true });
const browser = await launch();
const only = process.argv[3];
for (const width of [375, 1280]) for (const scheme of ['light', 'dark'] as const) for (const lang of ['kk', 'ru']) {
  const ctx = await browser.newContext({ viewport: { width, height: width === 375 ? 740 : 900 }, colorScheme: scheme, javaScriptEnabled: true, locale: lang });
  const page = await ctx.newPage();
  const shot = async (name: string) => {
    if (only && !name.includes(only)) return;
    await page.screenshot({ path: `${out}/${name}-${width}-${lang}-${scheme}.png`, fullPage: true });
    const r = await new AxeBuilder({ page }).withTags(['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']).analyze();
    for (const v of r.violations) console.log(name, width, lang, scheme, v.id, v.nodes.map(n => n.html.slice(0, 120)).slice(0, 3));
  };
  for (const [name, path] of [['home', '/'], ['rights', '/rights'], ['next', '/what-next'], ['follow', '/follow']] as const) { await page.goto(`${base}${path}?lang=${lang}`); await shot(name); }
  await page.goto(`${base}/help?lang=${lang}`); await shot('help');
  await page.click('button.go'); await shot('help-empty');
  await page.fill('#text', lang === 'kk' ? 'Үйде мені ұрады, қорқамын' : 'нас дома бьют. меня и ещё троих из класса');
  await page.click('button.go'); await shot('done');
  await page.click('button.plain'); await shot('talk');
  await page.fill('#text', '🧒🏽 שלום <b>' + 'ұ'.repeat(400)); await page.click('button.go'); await shot('talk-long');
  await page.goto(`${base}/follow?lang=${lang}`); await page.fill('#number', '1'); await page.fill('#code', 'жоқ'); await page.click('button.go'); await shot('follow-wrong');
  await ctx.close();
}
await browser.close();

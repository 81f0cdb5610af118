/** What axe finds on a page. Its program is given to a page once, however often one looks: that is most of what a look costs. */
import axe, { type Result, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

export const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Only violations, without what passed. */
export async function violationsOf(page: Page, runOnly: NonNullable<RunOptions['runOnly']>): Promise<readonly Result[]> {
  if (!(await page.evaluate<boolean>('typeof window.axe?.run === "function"'))) await page.evaluate(axe.source);
  return page.evaluate<Result[], RunOptions>(
    async (options) => (await (window as unknown as { axe: typeof axe }).axe.run(document, options)).violations,
    { runOnly, resultTypes: ['violations'] },
  );
}

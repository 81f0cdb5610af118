/** What the pages of a representative share. */
import { html, type Html } from '#design/public/html.ts';
import { callUs, dangerNow } from '#design/public/layout.ts';
import type { Words } from './texts.ts';

export const paths = { form: '/representatives', follow: '/representatives/follow' } as const;
/** After the tab's own words. */
export const house = 'Қорған';

export const shell = (t: Words): Html => html`${dangerNow(t)}
${callUs(t)}`;

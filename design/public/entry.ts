/** The form that asks for a number and four words, on every public page where one comes back to what he sent. */
import { html, type Html } from './html.ts';
import type { Language } from '#kernel/contract.ts';

export interface EntryView {
  readonly language: Language;
  readonly demo: boolean;
  readonly number: string;
  readonly code: string;
  /** They were looked for and not found, or were wrong too often. */
  readonly trouble: 'wrong' | 'wait' | null;
}

type EntryText = `follow.${'title' | 'number' | 'number-hint' | 'code' | 'code-hint' | 'look' | 'wrong' | 'wrong-what' | 'wait' | 'wait-what'}`;

/** Heading, what went wrong, and the form, which posts to `action`; its id is `follow`. */
export const entryForm = (view: EntryView, action: string, t: (id: EntryText) => string): Html => html`
<h1>${t('follow.title')}</h1>
${view.trouble === null ? null : html`<div class="wrong" role="alert"><h2>${t(`follow.${view.trouble}`)}</h2><p>${t(`follow.${view.trouble}-what`)}</p></div>`}
<form id="follow" action="${action}" method="post" autocomplete="off">
<input type="hidden" name="current" value="${view.language}">
<input type="hidden" name="at" value="entry">
<label for="number">${t('follow.number')}</label>
<p class="hint" id="number-hint">${t('follow.number-hint')}</p>
<input type="text" id="number" name="number" value="${view.number}" inputmode="numeric" autocomplete="off" aria-describedby="number-hint">
<label for="code">${t('follow.code')}</label>
<p class="hint" id="code-hint">${t('follow.code-hint')}</p>
<input type="text" id="code" name="code" value="${view.code}" autocomplete="off" autocapitalize="none" autocorrect="off" spellcheck="false" aria-describedby="code-hint">
<button class="go" type="submit">${t('follow.look')}</button>
</form>`;

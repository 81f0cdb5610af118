/** The page where a child writes, and the page that gives the number and the four words. */
import type { Language } from '#kernel/contract.ts';
import { html, type Html } from '#design/public/html.ts';
import { callUs, dangerNow, layout } from '#design/public/layout.ts';
import { learnButtons } from './learn.ts';
import { wordsIn, type PageText } from './texts.ts';

/** What was typed so far; kept through errors and changes of language. */
export interface Draft {
  readonly text: string;
  readonly answer: 'write' | 'none' | null;
  readonly who: 'child' | 'third-party' | null;
  readonly where: string;
  readonly contact: string;
}
export const emptyDraft: Draft = { text: '', answer: null, who: null, where: '', contact: '' };

export interface HelpView {
  readonly language: Language;
  readonly demo: boolean;
  /** Hidden in the form, so that sending twice is sending once. */
  readonly key: string;
  readonly school: { readonly id: string; readonly name: string } | null;
  readonly draft: Draft;
  readonly error: Extract<PageText, `error.${string}`> | null;
}

export function helpPage(view: HelpView): string {
  const { language, draft, school, error } = view;
  const t = wordsIn(language);
  const radio = (name: string, value: string, chosen: string | null, text: string): Html =>
    html`<label class="choice"><input type="radio" name="${name}" value="${value}"${chosen === value ? html` checked` : null}> ${text}</label>`;
  const title = t(school === null ? 'help.title-web' : 'help.title');
  return layout({
    language,
    t,
    demo: view.demo,
    tab: t('help.tab'),
    languages: { form: 'help' },
    body: html`
${error === null ? null : html`<div class="wrong" role="alert"><h2>${t('error.title')}</h2><p id="error">${t(error)}</p></div>`}
<form id="help" action="/help" method="post" autocomplete="off" accept-charset="utf-8">
<input type="hidden" name="key" value="${view.key}">
<input type="hidden" name="current" value="${language}">
${school === null ? null : html`<input type="hidden" name="school" value="${school.id}">`}
<h1><label for="text">${title}</label></h1>
<p class="hint" id="hint">${t('help.hint')} ${t('help.no-name')}</p>
<textarea class="big" id="text" name="text" rows="7" dir="auto" autocomplete="off" aria-describedby="hint${error === null ? '' : ' error'}"${error === 'error.empty' ? html` aria-invalid="true"` : null}>
${draft.text}</textarea>
${
  school === null
    ? html`<fieldset><legend>${t('help.who')}</legend>${radio('who', 'child', draft.who, t('help.who.child'))}${radio('who', 'third-party', draft.who, t('help.who.third-party'))}</fieldset>`
    : null
}
<fieldset><legend>${t('help.answer')}</legend>${radio('answer', 'write', draft.answer, t('help.answer.write'))}${radio('answer', 'none', draft.answer, t('help.answer.none'))}</fieldset>
<details${draft.where === '' && draft.contact === '' ? null : html` open`}><summary>${t('help.more')}</summary>
<label for="where">${t('help.where')}</label>
<textarea id="where" name="where" rows="2" dir="auto" autocomplete="off">
${draft.where}</textarea>
<label for="contact">${t('help.contact')}</label>
<textarea id="contact" name="contact" rows="1" dir="auto" autocomplete="off">
${draft.contact}</textarea>
</details>
<button class="go" type="submit">${t('help.send')}</button>
${learnButtons(t)}
</form>
${dangerNow(t)}
${callUs(t)}
<p class="soft">${school === null ? null : t('help.school', { school: school.name })} ${t('help.nothing-kept')}</p>
`,
  });
}

export interface DoneView {
  readonly language: Language;
  readonly demo: boolean;
  readonly number: string;
  readonly code: string;
  /** `2 минут`: how soon it is usually read. */
  readonly length: string;
  /** He asked not to be contacted. */
  readonly silent: boolean;
}

export function donePage(view: DoneView): string {
  const { language } = view;
  const t = wordsIn(language);
  return layout({
    language,
    t,
    demo: view.demo,
    tab: t('done.tab'),
    languages: { form: 'done' },
    body: html`
<h1>${t('done.title')}</h1>
<p>${t('done.thanks')}</p>
<dl class="keep"><dt>${t('done.number')}</dt><dd>${view.number}</dd>
<dt>${t('done.words')}</dt><dd>${view.code.split(' ').map((word) => html`<span>${word}</span> `)}</dd></dl>
<p>${t('done.remember')}</p>
<h2>${t('done.next')}</h2>
<ol><li>${t('done.next.1', { length: view.length })}</li><li>${t(view.silent ? 'done.next.2-silent' : 'done.next.2')}</li><li>${t('done.next.3')}</li></ol>
<form id="done" action="/follow" method="post" autocomplete="off">
<input type="hidden" name="current" value="${language}">
<input type="hidden" name="number" value="${view.number}">
<input type="hidden" name="code" value="${view.code}">
<button class="plain" type="submit">${t('done.look')}</button>
${learnButtons(t)}
</form>
${dangerNow(t)}
`,
  });
}

/** The page where a representative asks, and the page that gives the number and the four words. */
import type { Language } from '#kernel/contract.ts';
import { html, type Html } from '#design/public/html.ts';
import { layout } from '#design/public/layout.ts';
import { relations, type Relation } from '../../inputs.ts';
import { house, paths, shell } from './shared.ts';
import { wordsIn, type PageText } from './texts.ts';

/** What was typed so far; kept through errors and changes of language. */
export interface Draft {
  readonly name: string;
  readonly relation: Relation | null;
  readonly childName: string;
  readonly childBorn: string;
  readonly district: string;
  readonly asks: string;
  readonly contact: string;
}
export const emptyDraft: Draft = { name: '', relation: null, childName: '', childBorn: '', district: '', asks: '', contact: '' };

/** Fields that must be there, in the order of the page, with what they are called. */
export const required = [['name', 'form.name'], ['relation', 'form.relation'], ['childName', 'form.child-name'], ['district', 'form.district'], ['asks', 'form.asks']] as const;
export type Required = (typeof required)[number][0];

export interface FormView {
  readonly language: Language;
  readonly demo: boolean;
  /** Hidden in the form, so that sending twice is sending once. */
  readonly key: string;
  readonly draft: Draft;
  readonly regions: readonly { readonly name: string; readonly districts: readonly { readonly code: string; readonly name: string }[] }[];
  readonly missing: readonly Required[];
  readonly error: Extract<PageText, `error.${string}`> | null;
}

export function formPage(view: FormView): string {
  const { language, draft, error } = view;
  const t = wordsIn(language);
  const wrong = (name: Required): Html | null => (view.missing.includes(name) ? html` aria-invalid="true" aria-describedby="error"` : null);
  const line = (id: string, name: keyof Draft, text: PageText, bad: Html | null = null): Html =>
    html`<label for="${id}">${t(text)}</label>
<input type="text" id="${id}" name="${name}" value="${draft[name] ?? ''}" dir="auto" autocomplete="off"${bad}>`;
  return layout({
    language,
    t,
    demo: view.demo,
    house,
    tab: t('form.tab'),
    languages: { form: 'ask' },
    body: html`
${
  error === null
    ? null
    : html`<div class="wrong" role="alert"><h2>${t('error.title')}</h2><p id="error">${t(error)}${view.missing.map((name, i) => html`${i === 0 ? ' ' : ', '}<a href="#${name}">${t(required.find(([n]) => n === name)?.[1] ?? 'form.name')}</a>`)}</p></div>`
}
<h1>${t('form.title')}</h1>
<p>${t('form.lead')}</p>
<p>${t('form.same')}</p>
<form id="ask" action="${paths.form}" method="post" autocomplete="off" accept-charset="utf-8">
<input type="hidden" name="key" value="${view.key}">
<input type="hidden" name="current" value="${language}">
${line('name', 'name', 'form.name', wrong('name'))}
<fieldset id="relation"${wrong('relation')}><legend>${t('form.relation')}</legend>${relations.map(
      (r) => html`<label class="choice"><input type="radio" name="relation" value="${r}"${draft.relation === r ? html` checked` : null}> ${t(`form.relation.${r}`)}</label>`,
    )}</fieldset>
${line('childName', 'childName', 'form.child-name', wrong('childName'))}
${line('childBorn', 'childBorn', 'form.child-born')}
<label for="district">${t('form.district')}</label>
<select id="district" name="district" autocomplete="off"${wrong('district')}>
<option value="">${t('form.choose')}</option>
${view.regions.map(
      (r) => html`<optgroup label="${r.name}">${r.districts.map((d) => html`<option value="${d.code}"${draft.district === d.code ? html` selected` : null}>${d.name}</option>`)}</optgroup>
`,
    )}</select>
<label for="asks">${t('form.asks')}</label>
<textarea id="asks" name="asks" rows="4" dir="auto" autocomplete="off"${wrong('asks')}>
${draft.asks}</textarea>
${line('contact', 'contact', 'form.contact')}
<p class="hint">${t('form.papers')}</p>
<button class="go" type="submit">${t('form.send')}</button>
</form>
<p><a class="plain" href="${paths.follow}?lang=${language}">${t('form.have')}</a></p>
${shell(t)}
`,
  });
}

export interface DoneView {
  readonly language: Language;
  readonly demo: boolean;
  readonly number: string;
  readonly code: string;
  readonly office: string;
  /** By when it is answered, in words: `до 16 декабря`. */
  readonly by: string;
}

export function donePage(view: DoneView): string {
  const { language } = view;
  const t = wordsIn(language);
  return layout({
    language,
    t,
    demo: view.demo,
    house,
    tab: t('done.tab'),
    languages: { form: 'done' },
    body: html`
<h1>${t('done.title')}</h1>
<dl class="keep"><dt>${t('done.number')}</dt><dd>${view.number}</dd>
<dt>${t('done.words')}</dt><dd>${view.code.split(' ').map((word) => html`<span>${word}</span> `)}</dd></dl>
<p>${t('done.remember')}</p>
<h2>${t('done.next')}</h2>
<ol><li>${t('done.papers', { office: view.office })}</li><li>${t('done.answer', { by: view.by })}</li></ol>
<form id="done" action="${paths.follow}" method="post" autocomplete="off">
<input type="hidden" name="current" value="${language}">
<input type="hidden" name="number" value="${view.number}">
<input type="hidden" name="code" value="${view.code}">
<button class="plain" type="submit">${t('done.look')}</button>
</form>
${shell(t)}
`,
  });
}

/** Number and four words, and behind them: where it stands, the talk, a few lines more, taking it back. */
import type { Instant } from '#kernel/clock.ts';
import type { Language } from '#kernel/contract.ts';
import { formatMoment } from '#kernel/texts/format.ts';
import type { AppealState } from '../../contract.ts';
import { entryForm, type EntryView } from '#design/public/entry.ts';
import { html, lines, type Html } from '#design/public/html.ts';
import { callUs, dangerNow, layout } from '#design/public/layout.ts';
import { learnButtons } from './learn.ts';
import { wordsIn, type PageText } from './texts.ts';

export function entryPage(view: EntryView): string {
  const { language } = view;
  const t = wordsIn(language);
  return layout({
    language,
    t,
    demo: view.demo,
    tab: t('follow.tab'),
    languages: { form: 'follow' },
    body: html`
${entryForm(view, '/follow', t)}
${view.trouble === null ? null : html`<p><a class="plain" href="/help?lang=${language}">${t('follow.again')}</a></p>`}
${dangerNow(t)}
${callUs(t)}
`,
  });
}

export interface TalkView {
  readonly language: Language;
  readonly demo: boolean;
  readonly now: Instant;
  readonly number: string;
  readonly code: string;
  /** For what is sent from this page. */
  readonly key: string;
  readonly state: AppealState;
  readonly draft: string;
  readonly note: Extract<PageText, 'talk.sent' | 'talk.not-now'> | null;
  readonly error: Extract<PageText, `error.${string}`> | null;
}

export function talkPage(view: TalkView): string {
  const { language, state } = view;
  const t = wordsIn(language);
  const hidden: Html = html`<input type="hidden" name="current" value="${language}">
<input type="hidden" name="number" value="${view.number}">
<input type="hidden" name="code" value="${view.code}">`;
  return layout({
    language,
    t,
    demo: view.demo,
    tab: t('follow.tab'),
    languages: { form: 'more', act: 'write' },
    body: html`
<h1>${t('talk.title')} ${state.number}</h1>
<p><b>${t('talk.state')}</b> ${state.stateText}.</p>
${view.note === null ? null : html`<p class="${view.note === 'talk.sent' ? 'good' : 'wrong'}" role="status">${t(view.note)}</p>`}
<ol class="talk">${state.messages.map(
      (m) =>
        html`<li${m.from === 'applicant' ? html` class="me"` : null}><p class="by">${t(`talk.from.${m.from}`)} · <time datetime="${m.at}">${formatMoment(m.at, view.now, language)}</time></p><p class="said" dir="auto">${lines(m.text)}</p></li>`,
    )}</ol>
<form action="/follow" method="post">${hidden}<button class="plain" type="submit">${t('talk.refresh')}</button></form>
${view.error === null ? null : html`<div class="wrong" role="alert"><h2>${t('error.title')}</h2><p id="error">${t(view.error)}</p></div>`}
<form id="more" action="/follow" method="post" autocomplete="off" accept-charset="utf-8">
${hidden}
<input type="hidden" name="key" value="${view.key}">
<label for="text">${t('talk.more')}</label>
<textarea id="text" name="text" rows="4" dir="auto" autocomplete="off"${view.error === null ? null : html` aria-invalid="true" aria-describedby="error"`}>
${view.draft}</textarea>
<button class="go" type="submit" name="act" value="write">${t('help.send')}</button>
</form>
${dangerNow(t)}
<form action="/follow" method="post">${hidden}${learnButtons(t)}</form>
${
  state.final
    ? null
    : html`<details><summary>${t('talk.withdraw')}</summary><p>${t('talk.withdraw-what')}</p>
<form action="/follow" method="post">${hidden}<input type="hidden" name="key" value="${view.key}"><button class="plain" type="submit" name="act" value="withdraw">${t('talk.withdraw-yes')}</button></form></details>`
}
`,
  });
}

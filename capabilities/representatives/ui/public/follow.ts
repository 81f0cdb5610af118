/** Number and four words, and behind them: whether it is answered, what is released now, and where to complain. */
import type { Language } from '#kernel/contract.ts';
import { entryForm, type EntryView } from '#design/public/entry.ts';
import { html, lines } from '#design/public/html.ts';
import { layout } from '#design/public/layout.ts';
import type { ReleaseKind } from '../../inputs.ts';
import { house, paths, shell } from './shared.ts';
import { wordsIn } from './texts.ts';

export function entryPage(view: EntryView): string {
  const { language } = view;
  const t = wordsIn(language);
  return layout({
    language,
    t,
    demo: view.demo,
    house,
    tab: t('follow.tab'),
    languages: { form: 'follow' },
    body: html`
${entryForm(view, paths.follow, t)}
<p><a class="plain" href="${paths.form}?lang=${language}">${t('follow.again')}</a></p>
${shell(t)}
`,
  });
}

export interface StateView {
  readonly language: Language;
  readonly demo: boolean;
  readonly number: string;
  readonly code: string;
  /** All in words of the language: dates, lengths, names of offices. */
  readonly received: string;
  readonly by: string;
  /** Null: nobody has answered yet. */
  readonly answered: string | null;
  readonly office: string;
  readonly releases: readonly { readonly at: string; readonly kind: ReleaseKind; readonly words: string }[];
  readonly shown: string;
  /** The body above; null: none is known, and it is named by its kind. */
  readonly above: string | null;
  readonly complaint: string;
  readonly court: string;
}

/** Answered with nothing to show, it is one text: refused for whatever reason, taken back, run out, or hidden. */
export function statePage(view: StateView): string {
  const { language } = view;
  const t = wordsIn(language);
  const answer =
    view.answered === null
      ? html`<p>${t('state.waiting', { by: view.by, office: view.office })}</p>`
      : html`<p>${t('state.answered', { date: view.answered })}</p>
${
  view.releases.length === 0
    ? html`<p>${t('state.none')}</p>`
    : html`<h2>${t('state.released')}</h2>
<ol class="talk">${view.releases.map((r) => html`<li><p class="by">${t(`kind.${r.kind}`)} · ${r.at}</p><p class="said" dir="auto">${lines(r.words)}</p></li>`)}</ol>`
}
<p class="soft">${t('state.shown', { length: view.shown })}</p>
<h2>${t('appeal.title')}</h2>
<ol><li>${t('appeal.above', { office: view.above ?? t('appeal.above-nowhere'), length: view.complaint })}</li><li>${t('appeal.court', { length: view.court })}</li></ol>
<p class="law">${t('appeal.law')}</p>`;
  return layout({
    language,
    t,
    demo: view.demo,
    house,
    tab: t('follow.tab'),
    languages: { form: 'again' },
    body: html`
<h1>${t('state.title', { number: view.number })}</h1>
<p>${t('state.received', { date: view.received })}</p>
${answer}
<form id="again" action="${paths.follow}" method="post" autocomplete="off">
<input type="hidden" name="current" value="${language}">
<input type="hidden" name="number" value="${view.number}">
<input type="hidden" name="code" value="${view.code}">
<button class="plain" type="submit">${t('done.look')}</button>
</form>
<p><a href="${paths.form}?lang=${language}">${t('follow.again')}</a></p>
${shell(t)}
`,
  });
}

export function troublePage({ language, demo }: { readonly language: Language; readonly demo: boolean }): string {
  const t = wordsIn(language);
  return layout({
    language,
    t,
    demo,
    house,
    tab: t('trouble.title'),
    languages: { link: (l) => `${paths.form}?lang=${l}` },
    body: html`
<h1>${t('trouble.title')}</h1>
<p>${t('trouble.text')}</p>
${shell(t)}
`,
  });
}

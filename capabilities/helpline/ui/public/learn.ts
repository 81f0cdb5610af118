/** The first page, rights by age, and what happens after one writes. Nobody is asked anything here. */
import type { Language } from '#kernel/contract.ts';
import { html, type Html } from '#design/public/html.ts';
import { callUs, dangerNow, layout } from '#design/public/layout.ts';
import { wordsIn, type PageText, type Words } from './texts.ts';

interface Plain {
  readonly language: Language;
  readonly demo: boolean;
}

const link = (path: string) => (language: Language): string => `${path}?lang=${language}`;
const help = (language: Language, t: Words): Html => html`<p><a class="go" href="/help?lang=${language}">${t('home.help')}</a></p>`;

export function homePage({ language, demo }: Plain): string {
  const t = wordsIn(language);
  return layout({
    language,
    t,
    demo,
    tab: t('home.tab'),
    languages: { link: link('/') },
    body: html`
<h1>${t('home.title')}</h1>
<p>${t('home.lead')}</p>
${help(language, t)}
${dangerNow(t)}
${callUs(t)}
<p><a class="plain" href="/follow?lang=${language}">${t('home.follow')}</a></p>
<p><a href="/what-next?lang=${language}">${t('home.next')}</a></p>
<p><a href="/rights?lang=${language}">${t('home.rights')}</a></p>
<p class="soft">${t('home.other')}</p>
<p class="soft"><a href="/representatives?lang=${language}">${t('home.representative')}</a></p>
<p class="soft"><a href="/app">${t('home.staff')}</a></p>
`,
  });
}

export interface Right {
  readonly text: Extract<PageText, `rights.${string}`>;
  /** Article of the Family Code; null: the order on transport. */
  readonly article: string | null;
  readonly ages: { readonly from: number } | { readonly until: number } | null;
}

const when = (t: Words, { ages }: Right): string =>
  ages === null ? t('rights.any') : 'from' in ages ? t('rights.from', { age: ages.from }) : t('rights.until', { age: ages.until });

export function rightsPage({ language, demo, rights }: Plain & { readonly rights: readonly Right[] }): string {
  const t = wordsIn(language);
  const source = ({ article }: Right): string =>
    article === null ? t('rights.source.transport') : t('rights.source.family', { article });
  return layout({
    language,
    t,
    demo,
    tab: t('rights.tab'),
    languages: { link: link('/rights') },
    body: html`
<h1>${t('rights.title')}</h1>
<p>${t('rights.lead')}</p>
${[...new Set(rights.map((right) => when(t, right)))].map(
  (title) => html`<h2>${title}</h2>
<ul>${rights.filter((right) => when(t, right) === title).map((right) => html`<li>${t(right.text)} <span class="law">${t('rights.law', { source: source(right) })}</span></li>`)}</ul>`,
)}
${help(language, t)}
${dangerNow(t)}
<p><a href="/?lang=${language}">${t('home')}</a></p>
`,
  });
}

const steps = ['next.1', 'next.2', 'next.3', 'next.4', 'next.5', 'next.6', 'next.7'] as const;

/** `length`: how soon it is usually read, `2 минут`. */
export function nextPage({ language, demo, length }: Plain & { readonly length: string }): string {
  const t = wordsIn(language);
  return layout({
    language,
    t,
    demo,
    tab: t('next.tab'),
    languages: { link: link('/what-next') },
    body: html`
<h1>${t('next.title')}</h1>
<ol>${steps.map((step) => html`<li><p>${t(step, { length })}</p></li>`)}</ol>
${help(language, t)}
${dangerNow(t)}
${callUs(t)}
<p><a href="/?lang=${language}">${t('home')}</a></p>
`,
  });
}

export function troublePage({ language, demo }: Plain): string {
  const t = wordsIn(language);
  return layout({
    language,
    t,
    demo,
    tab: t('trouble.title'),
    languages: { link: link('/') },
    body: html`
<h1>${t('trouble.title')}</h1>
<p>${t('trouble.text')} <a href="tel:111">111</a></p>
${help(language, t)}
${dangerNow(t)}
<p><a href="/?lang=${language}">${t('home')}</a></p>
`,
  });
}

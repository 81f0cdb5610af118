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

/** A letter that is not sent yet, or number and words: they come along, so that reading on loses nothing. */
export interface Carried {
  readonly to: '/help' | '/follow';
  readonly fields: Readonly<Record<string, string>>;
}

interface Learn extends Plain {
  readonly carried: Carried | null;
}

const pages = { '/what-next': 'home.next', '/rights': 'home.rights' } as const;
type LearnPath = keyof typeof pages;
const others = (path: LearnPath): readonly LearnPath[] => (Object.keys(pages) as LearnPath[]).filter((other) => other !== path);

/** Buttons of a form that holds something which must not be lost; they look like links. */
export const learnButtons = (t: Words): Html => html`${(Object.keys(pages) as LearnPath[]).map((path) => learnButton(t, path))}`;
const learnButton = (t: Words, path: LearnPath): Html => html`<button class="text" type="submit" formaction="${path}">${t(pages[path])}</button>`;

/** The ways on: back to what one has in hand, or to ask for help; and the other page. */
function waysOn({ language, carried }: Learn, t: Words, path: LearnPath): Html {
  if (carried === null) {
    return html`${help(language, t)}
${others(path).map((other) => html`<p><a href="${other}?lang=${language}">${t(pages[other])}</a></p>`)}
<p><a href="/?lang=${language}">${t('home')}</a></p>`;
  }
  // A language that is named asks the form of the letter for itself, and sends nothing.
  const back = carried.to === '/help' ? html` name="lang" value="${language}"` : null;
  return html`<form id="back" action="${path}" method="post" autocomplete="off">
<input type="hidden" name="current" value="${language}">
${Object.entries(carried.fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<button class="go" type="submit" formaction="${carried.to}"${back}>${t(carried.to === '/help' ? 'learn.back-to-letter' : 'learn.back-to-answer')}</button>
${others(path).map((other) => learnButton(t, other))}
</form>`;
}

function learnPage(view: Learn, path: LearnPath, tab: PageText, body: Html): string {
  const { language, demo, carried } = view;
  const t = wordsIn(language);
  return layout({
    language,
    t,
    demo,
    tab: t(tab),
    languages: carried === null ? { link: link(path) } : { form: 'back' },
    body: html`${body}
${waysOn(view, t, path)}
${dangerNow(t)}
${callUs(t)}
`,
  });
}

export interface Right {
  readonly text: Extract<PageText, `rights.${string}`>;
  readonly source: Extract<PageText, `rights.source.${string}`>;
  /** As the law numbers it; several with commas between. */
  readonly article?: string;
  readonly ages: { readonly from: number } | { readonly until: number } | null;
}

/** `127-2` is one number: no line ends in the middle of it. */
const unbroken = (article: string): string => article.replaceAll('-', '\u2011');

interface Ages {
  /** In the address of the page. */
  readonly id: string;
  readonly title: string;
}

const agesOf = (t: Words, { ages }: Right): Ages =>
  ages === null ? { id: 'any', title: t('rights.any') }
  : 'from' in ages ? { id: `from-${ages.from}`, title: t('rights.from', { age: ages.from }) }
  : { id: `until-${ages.until}`, title: t('rights.until', { age: ages.until }) };

export function rightsPage(view: Learn & { readonly rights: readonly Right[] }): string {
  const { rights } = view;
  const t = wordsIn(view.language);
  const groups = new Map(rights.map((right) => [agesOf(t, right).id, agesOf(t, right).title]));
  const one = (right: Right): Html =>
    html`<li>${t(right.text)} <span class="law">${t('rights.law', { source: t(right.source, { article: unbroken(right.article ?? '') }) })}</span></li>`;
  return learnPage(view, '/rights', 'rights.tab', html`
<h1>${t('rights.title')}</h1>
<p>${t('rights.lead')}</p>
<nav aria-label="${t('rights.ages')}"><ul class="ages">${[...groups].map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
${[...groups].map(([id, title]) => html`<h2 id="${id}">${title}</h2>
<ul class="rights">${rights.filter((right) => agesOf(t, right).id === id).map(one)}</ul>`)}
<h2>${t('rights.word')}</h2>
<p>${t('rights.word-is')}</p>`);
}

const steps = ['next.1', 'next.2', 'next.3', 'next.4', 'next.5', 'next.6', 'next.7', 'next.8'] as const;

/** `length`: how soon it is usually read, `2 минут`. */
export function nextPage(view: Learn & { readonly length: string }): string {
  const t = wordsIn(view.language);
  return learnPage(view, '/what-next', 'next.tab', html`
<h1>${t('next.title')}</h1>
<ol>${steps.map((step) => html`<li><p>${t(step, { length: view.length })}</p></li>`)}</ol>`);
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

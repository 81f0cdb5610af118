/** What every public page has: the way out on top, the languages, nothing kept on the device. */
import type { Language } from '#kernel/contract.ts';
import { languages } from '#kernel/texts/text.ts';
import { html, type Html } from './html.ts';

/** Texts that every public page brings, in the tone of its reader. */
export type ShellText = 'leave' | 'languages' | 'skip' | 'demo' | 'about' | 'danger' | 'call';
type Words = (key: ShellText) => string;

export const paths = { style: '/public/style.css', leave: '/public/leave.js' } as const;

/** A place that says nothing about anybody: an encyclopaedia is looked at by all. */
const neutral: Readonly<Record<Language, string>> = {
  kk: 'https://kk.wikipedia.org/',
  ru: 'https://ru.wikipedia.org/',
  en: 'https://en.wikipedia.org/',
};

const short: Readonly<Record<Language, readonly [string, string]>> = {
  kk: ['Қаз', 'Қазақша'],
  ru: ['Рус', 'Русский'],
  en: ['Eng', 'English'],
};

export interface Page {
  readonly language: Language;
  readonly t: Words;
  readonly demo: boolean;
  readonly tab: string;
  /** After the tab's own words; 111 where it is not given. */
  readonly house?: string;
  /** The same page in another language, by a link; or buttons of this form, so that what was typed stays. */
  readonly languages: { readonly link: (language: Language) => string } | { readonly form: string; readonly act?: string };
  readonly body: Html;
}

const choice = (page: Page, language: Language): Html => {
  const [word, whole] = short[language];
  const how = page.languages;
  if (language === page.language) return html`<span class="here" aria-current="true" lang="${language}">${word}</span>`;
  return 'link' in how
    ? html`<a href="${how.link(language)}" hreflang="${language}" lang="${language}" aria-label="${whole}">${word}</a>`
    : html`<button type="submit" name="lang" value="${language}" form="${how.form}" lang="${language}" aria-label="${whole}">${word}</button>`;
};

/** What the Enter key presses: the first button of a form in the page, so it stands before the languages'. */
const enter = ({ languages: how }: Page): Html | null =>
  'link' in how
    ? null
    : html`<button class="unseen" type="submit" form="${how.form}"${how.act === undefined ? null : html` name="act" value="${how.act}"`} tabindex="-1" aria-hidden="true"></button>`;

export function layout(page: Page): string {
  const { language, t } = page;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="description" content="${t('about')}">
<meta name="format-detection" content="telephone=no">
<meta name="color-scheme" content="light dark">
<title>${page.tab} · ${page.house ?? '111'}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${paths.style}">
<script src="${paths.leave}" defer></script>
</head>
<body>
${enter(page)}
<a class="skip" href="#main">${t('skip')}</a>
<header class="top"><div class="in">
<nav aria-label="${t('languages')}"><ul class="lang">${languages.map((l) => html`<li>${choice(page, l)}</li>`)}</ul></nav>
<a class="leave" href="${neutral[language]}" rel="noreferrer noopener nofollow">${t('leave')}</a>
</div></header>
<main id="main" class="wrap" tabindex="-1">
${page.demo ? html`<p class="demo">${t('demo')}</p>` : null}
${page.body}
</main>
</body>
</html>
`.markup;
}

/** In danger now: the one number. */
export const dangerNow = (t: Words): Html => html`<p class="now">${t('danger')} <a href="tel:112">112</a></p>`;

export const callUs = (t: Words): Html => html`<p class="call">${t('call')} <a href="tel:111">111</a></p>`;

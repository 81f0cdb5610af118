/** One proceeding as a page to read and to print without this program: what is known, by class of field, and its story. Pure. */
import type { Language, ProceedingView, StoryLine } from '#kernel/contract.ts';
import { formatDate, formatDateTime, formatNumber } from '#kernel/texts/format.ts';
import { html, lines, type Html } from '#design/public/html.ts';
import { classTitle, factsOf, type Fact, type First, type Value } from '#design/records/facts.ts';

export interface Reader {
  readonly language: Language;
  readonly first: First;
  readonly say: (key: string) => string;
}

/** The file is opened from a disk: nothing in it may run or be fetched. */
const policy = "default-src 'none'; style-src 'unsafe-inline'";
const style = `body{font:16px/1.5 sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem 4rem}
h1,h2,h3{line-height:1.25}dl{display:grid;grid-template-columns:14rem 1fr;gap:.25rem 1rem}dt{color:#555}dd{margin:0;overflow-wrap:anywhere}
dd dl{display:block}.mark{border:1px solid #999;padding:.25rem .5rem;font-size:.8rem;color:#333}article{break-inside:avoid}
.always{position:fixed;bottom:0;left:0;right:0;margin:0;background:#fff;text-align:center}@media(max-width:40rem){dl{display:block}}`;

function valueOf(value: Value, reader: Reader): Html {
  switch (value.kind) {
    case 'text':
      return lines(value.text);
    case 'yes-no':
      return html`${reader.say(value.yes ? 'exports.yes' : 'exports.no')}`;
    case 'number':
      return html`${formatNumber(value.number, reader.language)}`;
    case 'date':
      return html`${formatDate(value.date, reader.language)}`;
    case 'moment':
      return html`${formatDateTime(value.at, reader.language)}`;
    case 'facts':
      return listOf(value.facts, reader);
    case 'many':
      return html`<ul>${value.values.map((one) => html`<li>${valueOf(one, reader)}</li>`)}</ul>`;
  }
}

const listOf = (facts: readonly Fact[], reader: Reader): Html => html`<dl>${facts.map((f) => html`<dt>${f.label}</dt><dd>${valueOf(f.value, reader)}</dd>`)}</dl>`;

export function documentOf(view: ProceedingView, story: readonly StoryLine[], names: ProceedingView['names'], mark: string, reader: Reader): string {
  const { language, first, say } = reader;
  const known = Object.fromEntries(Object.entries(names).map(([id, one]) => [id, one[language]]));
  const marked = html`<p class="mark">${mark}</p>`;
  const records = Object.entries(view.records).map(([name, record]) => {
    const facts = factsOf(first, { procedure: view.procedure, names: known }, record);
    return facts.length === 0 ? null : html`<section><h2>${classTitle(first, view.procedure, name)}</h2>${listOf(facts, reader)}${marked}</section>`;
  });
  const told = story.map((line) => {
    const facts = line.input === null ? [] : factsOf(first, { procedure: view.procedure, step: line.step, names: known }, line.input);
    const who = [line.actor.name, say(`role.${line.actor.role}`)].filter((word) => word !== null).join(', ');
    return html`<article><h3>${line.sequence}. ${line.title}</h3><p>${formatDateTime(line.at, language)} · ${who}</p>${facts.length === 0 ? null : listOf(facts, reader)}</article>`;
  });
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width"><title>${view.label}</title>
<style>${{ markup: style }}</style></head><body>
<header>${marked}<h1>${view.label}</h1><p>${view.title} · ${view.stageTitle}${view.outcome === null ? null : html` · ${first([`${view.procedure}.outcome.${view.outcome}`]) ?? view.outcome}`}</p></header>
<main>${records}<section><h2>${say('exports.story')}</h2>${told}</section></main>
<footer>${marked}</footer><p class="mark always" aria-hidden="true">${mark}</p></body></html>
`.markup;
}

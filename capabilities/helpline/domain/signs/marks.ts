/**
 * Marks on an appeal's text. They only raise: a text nobody has read counts as dangerous whatever they say,
 * and they put what may be danger first. Pure, synchronous, linear in the length of the text, never throws.
 */
import type { Danger } from '#kernel/procedures/declare.ts';
import { cuesIn } from './cues.ts';
import { categoryOfTopic, unsorted } from './categories.ts';
import { hitsIn } from './hits.ts';
import { languageOfText, type Spoken } from './language.ts';
import { concepts, rules } from './lexicon/index.ts';
import { cueClasses } from './lexicon/cues.ts';
import { matchOf, type Hits, type Match } from './matching.ts';
import { compile, type Compiled } from './patterns.ts';

export interface Sign {
  readonly topic: string;
  readonly danger: Danger;
  /** The words of the text that gave it away, at most 120 characters. */
  readonly found: string;
}
export interface Signs {
  readonly danger: Danger;
  /** One per topic, the most dangerous first. */
  readonly topics: readonly Sign[];
  /** Id of the category (`categories.ts`) that fits best. */
  readonly category: string;
  readonly language: Spoken;
  /** Other children are spoken of, who may be in the same trouble. */
  readonly others: boolean;
  /** Asks not to tell those at home. */
  readonly doNotTellHome: boolean;
}

const lexicon: Compiled = compile(concepts, rules);
const preference = new Map(Object.keys(categoryOfTopic).map((topic, i) => [topic, i] as const));
const classes = cueClasses.map((cue) => ({ ...cue, number: lexicon.number(cue.concept) }));
const persons = ['cueVictim', 'cueDoer', 'i'].map(lexicon.number);
const grave = [...classes.filter((cue) => cue.grave).map(({ number }) => number), lexicon.number('live')];
const innocent = lexicon.number('cueInnocent');
/** Topics of somebody who plainly asks for something. */
const asking = new Set(['information', 'leisure', 'social-benefits', 'labour-exploitation', 'alimony-custody']);
const asked = new Set(['do-not-tell-home', 'others']);

const quote = (text: string, hits: Hits, { from, to }: Match): string => {
  const slice = text.slice(hits.words[from]!.start, hits.words[Math.max(from, to)]!.end).replace(/\s+/g, ' ');
  return slice.length > 120 ? `${slice.slice(0, 119)}…` : slice;
};

const occurs = (hits: Hits, concept: number): boolean => hits.strong[concept] !== undefined || hits.weak.has(concept);

/**
 * People are spoken of and nothing is asked, or something grave is said and nothing is understood: such a text must not
 * wait behind one that plainly asks for a timetable.
 */
function unclear(hits: Hits, seen: ReadonlyMap<string, unknown>): boolean {
  if (hits.words.length < 3) return false;
  const spokenOf = persons.filter((one) => occurs(hits, one)).length;
  // Something grave beside a person: a question about papers does not make it plain.
  if (spokenOf > 0 && hits.strong[innocent] === undefined && grave.some((one) => hits.strong[one] !== undefined)) return true;
  if ([...seen.keys()].some((topic) => asking.has(topic))) return false;
  if (spokenOf >= 2) return true;
  const known = [...seen.keys()].some((topic) => !asked.has(topic));
  return !known && hits.strong[innocent] === undefined && (spokenOf === 1 || grave.some((one) => occurs(hits, one)));
}

/** The category of the best sign; blows beside mockery at school are handled as bullying. */
function categoryOf(signs: readonly Sign[], best: Sign | undefined): string {
  const mocked = signs.some(({ topic, danger }) => topic === 'bullying' && danger === best?.danger);
  if (best?.topic === 'physical-violence-school' && mocked) return 'bullying';
  return (best && categoryOfTopic[best.topic]) ?? unsorted;
}

export function readSigns(text: string): Signs {
  const hits = hitsIn(lexicon, text);
  const among = persons.some((one) => hits.strong[one] !== undefined);
  const seen = new Map<string, Sign & { readonly times: number; readonly sure: boolean }>();
  for (const { topic, danger, pattern } of lexicon.rules) {
    const known = seen.get(topic);
    if (known !== undefined && asked.has(topic)) continue;
    const match = matchOf(hits, pattern, among && danger === 3);
    if (match === null) continue;
    // a guess raises too, but one step less: a typo in a short word may be chance
    const raised: Danger = match.sure ? danger : danger === 3 ? 2 : danger === 2 ? 1 : 0;
    if (known === undefined || raised > known.danger) {
      seen.set(topic, { topic, danger: raised, found: quote(text, hits, match), times: (known?.times ?? 0) + 1, sure: match.sure });
    } else seen.set(topic, { ...known, times: known.times + 1 });
  }
  const most = Math.max(0, ...[...seen.values()].map(({ danger }) => danger));
  if (most < 3) {
    const found = cuesIn(hits, classes);
    if (found !== null && found.danger > most) {
      const topic = found.topic ?? 'unspecific';
      seen.set(topic, { topic, danger: found.danger, found: quote(text, hits, found), times: 1, sure: true });
    } else if (most < 1 && unclear(hits, seen)) {
      seen.set('unclear', { topic: 'unclear', danger: 1, found: quote(text, hits, { from: 0, to: hits.words.length - 1 }), times: 0, sure: false });
    }
  }
  const signs = [...seen.values()].filter(({ topic }) => !asked.has(topic));
  signs.sort(
    (a, b) => b.danger - a.danger || Math.min(b.times, 3) - Math.min(a.times, 3) || (preference.get(a.topic) ?? 99) - (preference.get(b.topic) ?? 99),
  );
  // what is merely guessed or not understood tells nothing about the category, unless it is grave or all there is
  const best = signs.find(({ danger, sure }) => sure || danger > 1) ?? signs.find(({ topic }) => topic !== 'unclear');
  return {
    danger: signs[0]?.danger ?? 0,
    topics: signs.map(({ topic, danger, found }) => ({ topic, danger, found })),
    category: categoryOf(signs, best),
    language: languageOfText(text, hits),
    others: seen.has('others'),
    doNotTellHome: seen.has('do-not-tell-home'),
  };
}

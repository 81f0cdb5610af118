/** Queries in named classes about children of the made nation. What each would fit without its slips is what decides whether it can name a child at all. */
import { below, inLatin, inRussian, oneOf, otherFigure, random, slip, type Random } from './slips.ts';

/** A child of the register, as its own row says who he is. */
export interface Sample {
  readonly child: string;
  readonly family: string;
  readonly given: string;
  readonly patronymic: string | null;
  readonly born: string;
  readonly district: string;
  readonly mother: string | null;
  readonly iin: string | null;
}
/** What of the child the query holds, its slips apart. */
export type Facet = 'family' | 'given' | 'patronymic' | 'day' | 'age' | 'year' | 'district' | 'mother' | 'iin';
export interface Query {
  readonly of: string;
  readonly child: string;
  readonly facets: readonly Facet[];
  readonly body: { readonly q: string; readonly district?: string };
}

interface Recipe {
  readonly facets: readonly Facet[];
  make(s: Sample, draw: Random, today: string): Query['body'];
}
const full = (s: Sample): readonly string[] => [s.family, s.given, s.patronymic ?? ''].filter((part) => part !== '');
const said = (day: string): string => `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;
const ageAt = (born: string, today: string): number => Number(today.slice(0, 4)) - Number(born.slice(0, 4)) - (today.slice(5) < born.slice(5) ? 1 : 0);

/** One word of several, long enough to bear it, with so many slips. */
function slipped(draw: Random, words: readonly string[], slips: number): string {
  const out = [...words];
  for (let n = 0; n < slips; n += 1) {
    const long = out.map((w, i) => ({ w, i })).filter(({ w, i }) => w.length >= 5 && w.length - (words[i]?.length ?? 0) > -2);
    const { w, i } = oneOf(draw, long.length > 0 ? long : out.map((word, at) => ({ w: word, i: at })));
    out[i] = slip(draw, w);
  }
  return out.join(' ');
}
const exchangedDay = (day: string): string => (Number(day.slice(8)) <= 12 ? `${day.slice(0, 5)}${day.slice(8)}-${day.slice(5, 7)}` : day);

const names: readonly Facet[] = ['family', 'given'];
const fullNames: readonly Facet[] = ['family', 'given', 'patronymic'];
export const recipes: Readonly<Record<string, Recipe>> = {
  'exact': { facets: fullNames, make: (s) => ({ q: full(s).join(' ') }) },
  'name and date': { facets: [...names, 'day'], make: (s) => ({ q: `${s.family} ${s.given} ${said(s.born)}` }) },
  'typo': { facets: fullNames, make: (s, draw) => ({ q: slipped(draw, full(s), 1) }) },
  'two typos': { facets: [...fullNames, 'year'], make: (s, draw) => ({ q: `${slipped(draw, full(s), 2)} ${s.born.slice(0, 4)}` }) },
  'other script': { facets: fullNames, make: (s, draw) => ({ q: (draw() < 0.5 ? inLatin : inRussian)(full(s).join(' ')) }) },
  'other script and typo': { facets: [...names, 'day'], make: (s, draw) => ({ q: `${slipped(draw, [inLatin(s.family), inLatin(s.given)], 1)} ${said(s.born)}` }) },
  'swapped': { facets: fullNames, make: (s) => ({ q: [s.given, s.patronymic ?? '', s.family].filter((p) => p !== '').join(' ') }) },
  'patronymic missing': { facets: [...names, 'year'], make: (s) => ({ q: `${s.family} ${s.given} ${s.born.slice(0, 4)}` }) },
  'name and age': { facets: [...names, 'age'], make: (s, draw, today) => ({ q: `${s.family} ${s.given} ${ageAt(s.born, today)} ${oneOf(draw, ['жас', 'лет'])}` }) },
  'day a figure wrong': { facets: [...names, 'day'], make: (s, draw, today) => ({ q: `${s.family} ${s.given} ${said(otherFigure(draw, s.born, today))}` }) },
  'day and month swapped': { facets: [...names, 'day'], make: (s) => ({ q: `${s.given} ${s.family} ${said(exchangedDay(s.born))}` }) },
  'name and district': { facets: [...names, 'district'], make: (s) => ({ q: `${s.given} ${s.family}`, district: s.district }) },
  'parent': { facets: [...names, 'mother', 'year'], make: (s) => ({ q: `${s.family} ${s.given} ${s.mother ?? ''} ${s.born.slice(0, 4)}` }) },
  'other surname': { facets: ['given', 'patronymic', 'day'], make: (s, draw) => ({ q: `${oneOf(draw, ['Мүлдембасов', 'Иноземцев', 'Қайрабергенов'])} ${s.given} ${s.patronymic ?? ''} ${said(s.born)}` }) },
  'as one types': { facets: [...names, 'day'], make: (s, draw) => ({ q: `${said(s.born)} ${s.family} ${s.given.slice(0, Math.max(3, s.given.length - 1 - below(draw, 3)))}` }) },
  'iin': { facets: ['iin'], make: (s) => ({ q: s.iin ?? '' }) },
  'surname alone': { facets: ['family'], make: (s) => ({ q: s.family }) },
  'surname and age': { facets: ['family', 'age'], make: (s, _draw, today) => ({ q: `${s.family} ${ageAt(s.born, today)} жас` }) },
  'given name alone': { facets: ['given'], make: (s) => ({ q: s.given }) },
};

const has = (s: Sample, facet: Facet): boolean => (facet === 'patronymic' ? s.patronymic !== null : facet === 'mother' ? s.mother !== null : facet === 'iin' ? s.iin !== null : true);

/** So many of each class, of children who have what it asks for. */
export function queriesOf(samples: readonly Sample[], perClass: number, seed: number, today: string): Query[] {
  const draw = random(seed);
  return Object.entries(recipes).flatMap(([of, { facets, make }]) => {
    const fit = samples.filter((s) => facets.every((f) => has(s, f)));
    if (fit.length === 0) throw new Error(`no child of the sample can be asked for by ${of}`);
    return Array.from({ length: perClass }, () => {
      const s = oneOf(draw, fit);
      return { of, child: s.child, facets, body: make(s, draw, today) };
    });
  });
}

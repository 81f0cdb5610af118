/** The whole lexicon. Danger first, then ordinary matters. */
import type { Concept, Rule } from '../patterns.ts';
import { acts } from './acts.ts';
import { care } from './care.ts';
import { people } from './concepts.ts';
import { cues } from './cues.ts';
import { context } from './context.ts';
import { harm } from './harm.ts';
import { life } from './life.ts';
import { asks, ordinary } from './ordinary.ts';
import { plain } from './plain.ts';
import { sexual } from './sexual.ts';
import { violence } from './violence.ts';

export const concepts: Readonly<Record<string, Concept>> = { plain, ...people, ...context, ...acts, ...cues, bus: { words: {
  ru: 'автобус* афтобус* троллейбус* маршрутк* трамва* метро электричк* проездной проездного', kk: 'автобус* троллейбус* маршрутка* метро қоғамдық_көлік*', en: 'bus tram metro minibus trolleybus' } } };
export const rules: readonly Rule[] = [...life, ...sexual, ...violence, ...care, ...harm, ...ordinary, ...asks];

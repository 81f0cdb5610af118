/**
 * What the problem `children-near` carries: whom the search shows this very caller for what he has just written, with a look
 * of its own. The step was refused and undone; this is a transaction of its own, under his own rights.
 */
import type pg from 'pg';
import type { Clock } from '#kernel/clock.ts';
import { alone } from '#kernel/db/pool.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { almatyDate } from '#kernel/terms/almaty.ts';
import { foundChild, type SearchAnswer } from './api.ts';
import type { NearChildren, SearchInput } from './contract.ts';
import { askedOf } from './domain/search/asked.ts';
import { gazetteerOf } from './domain/search/places.ts';
import { questionOf } from './domain/search/question.ts';

type Explain = NonNullable<Runtime['explain']>[string];

/** Words of a name that are a place as well are read as a name here. */
const noPlaces = gazetteerOf({ regions: [], districts: [] });

/** What to search for, as the database put it together from what was written. */
interface Written extends SearchInput {
  readonly path?: string;
}

export const nearChildren = (pool: pg.Pool, clock: Clock): Explain => async ({ token, route }, refusal) => {
  const { path = '', ...input } = refusal.params as unknown as Written;
  const question = questionOf(input, almatyDate(clock()), noPlaces);
  const answer = question.faults.length > 0 ? {} : await alone<SearchAnswer>(pool, {
    name: 'children_search', text: 'select children.search($1, $2, $3, $4) as answer', values: [token, clock(), JSON.stringify(askedOf(question)), route],
  });
  const near: NearChildren = { found: (answer.found ?? []).map(foundChild), path };
  return { ...refusal, params: {}, extra: { ...near } };
};

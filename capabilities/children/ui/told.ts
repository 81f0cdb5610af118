/** Which matters are told together on a child's page, and from when on the telling is whole. Pure. */
import type { ProceedingView } from '#kernel/contract.ts';
import type { ToldOf } from '../domain/views.ts';

/** Each is read on its own, with its look: no more than a page needs. */
const most = 8;

/** The open ones first, then those that ended last. */
export const mostTold = (proceedings: readonly ToldOf[]): readonly ToldOf[] =>
  proceedings.toSorted((a, b) => Number(a.final) - Number(b.final) || ((a.closedAt ?? a.openedAt) < (b.closedAt ?? b.openedAt) ? 1 : -1)).slice(0, most);

/** The instant from which on every line of every story is there; empty: all of them are. */
export const knownSince = (views: readonly Pick<ProceedingView, 'story'>[]): string =>
  views.flatMap(({ story }) => {
    const last = story.at(-1);
    return last === undefined || last.sequence === 1 ? [] : [last.at];
  }).reduce((latest, at) => (at > latest ? at : latest), '');

/** For the head of a house: where its roster names nobody from this morning until a day from now. Who answers is in the directory, so nothing is asked of the database. */
import { plusMillis } from '#kernel/clock.ts';
import { isHead } from '#kernel/access/heads.ts';
import type { NoticeSource } from '#kernel/http/notices.ts';
import { almatyDate, startOfDay } from '#kernel/terms/almaty.ts';
import { say } from '#kernel/texts/text.ts';
import { rosterView } from './roster-view.ts';
import { isRefusal } from '#kernel/problems/refusal.ts';

const day = 86_400_000;

export const rosterGaps: NoticeSource = (runtime, { actor, directory, at, language }) => {
  const { organisation, appointment } = actor;
  if (!isHead(actor.role) || organisation === null || appointment === null) return [];
  // From midnight on, so that a gap under way keeps its beginning, and with it its key.
  const from = startOfDay(almatyDate(at));
  const view = rosterView(runtime, { actor: { ...actor, organisation, appointment }, directory }, { from, to: plusMillis(at, day) }, at);
  if (isRefusal(view)) return [];
  return view.roles.flatMap(({ role, gaps }) =>
    // The first of a role: the page of the roster shows them all.
    gaps.filter((gap) => gap.to > at).slice(0, 1).map((gap) => ({
      kind: 'roster-gap' as const, key: `roster-gap/${organisation}/${role}/${gap.from}`, at: from, pressing: false,
      what: say(runtime.texts, language, `role.${role}`), from: gap.from, until: gap.to,
    })));
};

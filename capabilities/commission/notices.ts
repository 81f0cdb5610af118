/** For who sees to a commission: it has no members, so that nothing can be decided in it. Who is a member is in the directory, so nothing is asked of the database. */
import type { Organisation } from '#kernel/access/directory.ts';
import type { NoticeSource } from '#kernel/http/notices.ts';
import { almatyDate, startOfDay } from '#kernel/terms/almaty.ts';
import { say } from '#kernel/texts/text.ts';

/** Its chair is the deputy akim, by whose akimat its members are appointed (art. 79); the one above has its matters meanwhile. */
const oneHouse = ['commission-chair', 'commission-secretary'];

export const commissionsWithoutMembers: NoticeSource = (runtime, { actor, directory, at, language }) => {
  const { role, organisation } = actor;
  const own = (o: Organisation): boolean => role === 'republic-commission' || (oneHouse.includes(role) && o.id === organisation);
  return directory.data.organisations.filter((o) => o.kind === 'commission' && o.district !== null && (o.endedAt ?? null) === null && own(o)).flatMap((o) => {
    if (directory.staff(o.id, 'commission-member', at).length > 0) return [];
    const [last = null] = directory.data.appointments.flatMap((a) => (a.organisation === o.id && a.role === 'commission-member' && a.until !== null && a.until <= at ? [a.until] : [])).sort().reverse();
    const today = startOfDay(almatyDate(at));
    // Since the last one went. Told anew each month: it lasts, and what was read once would be forgotten.
    return [{
      kind: 'no-members' as const, key: `no-members/${o.id}/${last ?? ''}/${today.slice(0, 7)}`, at: today, pressing: false,
      what: role === 'republic-commission' ? o.names[language] : say(runtime.texts, language, 'role.commission-member'), from: last, until: null,
    }];
  });
};

/** Where one can go: what every role has, then what the capabilities give to this role. */
import { mayExport } from '#cap/exports/contract.ts';
import type { StartView } from '#kernel/contract.ts';
import { handsOver } from '#kernel/access/hand-over.ts';
import { isHead } from '#kernel/signin/heads.ts';
import { useRead } from '#design/data/CallProvider.tsx';
import { useSession } from '#design/data/session.tsx';
import { pageSlots } from '../slots.ts';

export interface Place {
  readonly path: string;
  readonly titleKey: string;
}

/** Who answers for others' work (kernel/http/team.ts). */
const heads: readonly string[] = ['shift-lead', 'district-head', 'region-head', 'police-head'];

const startsPath = '/api/procedures';

export const useStarts = () => {
  const read = useRead<readonly StartView[]>(startsPath);
  return { ...read, starts: read.data ?? [] };
};

export function useNav(): readonly Place[] {
  const { role } = useSession();
  const { starts } = useStarts();
  const brought = pageSlots.flatMap(({ path, nav }) =>
    nav !== undefined && (nav.roles as readonly string[]).includes(role) ? [{ path, titleKey: nav.titleKey }] : [],
  );
  return [
    { path: '/', titleKey: 'web.nav.day' },
    ...(heads.includes(role) ? [{ path: '/team', titleKey: 'web.nav.team' }] : []),
    ...((handsOver as readonly string[]).includes(role) ? [{ path: '/hand-over', titleKey: 'web.nav.hand-over' }] : []),
    ...brought,
    ...(mayExport(role, 'proceeding') ? [{ path: '/exports', titleKey: 'web.nav.exports' }] : []),
    ...(isHead(role) ? [{ path: '/people', titleKey: 'web.nav.people' }] : []),
    ...(starts.length === 0 ? [] : [{ path: '/start', titleKey: 'web.nav.start' }]),
    { path: '/list', titleKey: 'web.nav.list' },
  ];
}

/** The page at which a search for children from anywhere ends; null where this role may not search. */
export function useFindPage(): Place | null {
  const { role } = useSession();
  const page = pageSlots.find(({ finds }) => finds !== undefined && (finds.roles as readonly string[]).includes(role));
  return page?.nav === undefined ? null : { path: page.path, titleKey: page.nav.titleKey };
}

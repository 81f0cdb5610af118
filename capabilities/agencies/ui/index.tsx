/** Pages of the agencies. */
import type { CapabilityUi } from '#design/slots.ts';
import { rosterHeads } from '../contract.ts';

export const ui: CapabilityUi = {
  routes: [
    {
      path: '/agencies/roster',
      nav: { titleKey: 'agencies.roster.title', roles: rosterHeads },
      load: () => import('./Roster.tsx'),
    },
    { path: '/agencies/staff/$id', load: () => import('./Person.tsx') },
  ],
};

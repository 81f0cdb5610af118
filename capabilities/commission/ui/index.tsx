/** Pages of the commission: a member's files of the day, and the minutes of a sitting. */
import type { CapabilityUi } from '#design/slots.ts';
import { procedures } from '../contract.ts';

export const ui: CapabilityUi = {
  routes: [{ path: '/commission/readings', nav: { titleKey: 'commission.readings.title', roles: ['commission-member'] }, load: () => import('./Readings.tsx') }],
  recordPanels: { [procedures.sitting]: () => import('./Minutes.tsx') },
};

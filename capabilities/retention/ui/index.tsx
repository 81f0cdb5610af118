/** How a list of what is due for erasure is shown. */
import type { CapabilityUi } from '#design/slots.ts';
import { procedures } from '../contract.ts';

export const ui: CapabilityUi = {
  routes: [],
  recordPanels: { [procedures.erasure]: () => import('./ListPanel.tsx') },
};

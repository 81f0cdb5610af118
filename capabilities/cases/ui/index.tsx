/** How the record of a case is shown. */
import type { CapabilityUi } from '#design/slots.ts';
import { procedures } from '../contract.ts';

export const ui: CapabilityUi = {
  routes: [],
  recordPanels: {
    [procedures.protection]: () => import('./CasePanel.tsx'),
    [procedures.medicoSocial]: () => import('./CasePanel.tsx'),
  },
};

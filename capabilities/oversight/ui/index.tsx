/** What was opened in an emergency, who looked, who may still work where. */
import type { CapabilityUi } from '#design/slots.ts';
import { procedures } from '../contract.ts';

export const ui: CapabilityUi = {
  routes: [{ path: '/oversight/looks/$child', load: () => import('./Lookers.tsx') }],
  recordPanels: {
    [procedures.breakGlass]: () => import('./ReviewPanel.tsx'),
    [procedures.notice]: () => import('./ReviewPanel.tsx'),
    [procedures.lookReview]: () => import('./ReviewPanel.tsx'),
    [procedures.accessReview]: () => import('./AccessPanel.tsx'),
  },
  stepForms: { [`${procedures.accessReview}/confirm`]: () => import('./ConfirmForm.tsx') },
};

/** The staff's pages of the contact centre. The public pages are in ui/public and need no script. */
import type { CapabilityUi } from '#design/slots.ts';

const prefilled = () => import('./desk/PrefilledForm.tsx');

export const ui: CapabilityUi = {
  routes: [
    {
      path: '/desk',
      nav: { titleKey: 'helpline.desk.title', roles: ['operator', 'shift-lead'] },
      load: () => import('./desk/Desk.tsx'),
    },
  ],
  recordPanels: { 'helpline.appeal': () => import('./AppealPanel.tsx') },
  stepForms: {
    'helpline.appeal/grade': prefilled,
    'helpline.appeal/route-case': prefilled,
    'helpline.appeal/route-agency': prefilled,
    'helpline.appeal/route-incident': prefilled,
    'helpline.appeal/hand-over': prefilled,
  },
};

/** How the record of a case is shown. */
import type { CapabilityUi } from '#design/slots.ts';
import { procedures, reporters } from '../contract.ts';

export const ui: CapabilityUi = {
  routes: [{ path: '/cases/reports', nav: { titleKey: 'cases.reports.title', roles: reporters }, load: () => import('./Reports.tsx') }],
  recordPanels: {
    [procedures.protection]: () => import('./CasePanel.tsx'),
    [procedures.medicoSocial]: () => import('./CasePanel.tsx'),
    [procedures.report]: () => import('./ReportPanel.tsx'),
  },
};

/** How the record of a case is shown. */
import type { CapabilityUi, FieldStep } from '#design/slots.ts';
import { procedures, reporters } from '../contract.ts';

/** The form itself finds the mistakes of a contact. */
const noChecks = (): Promise<{ default: FieldStep }> => Promise.resolve({ default: {} });

export const ui: CapabilityUi = {
  routes: [{ path: '/cases/reports', nav: { titleKey: 'cases.reports.title', roles: reporters }, load: () => import('./Reports.tsx') }],
  fieldSteps: {
    [`${procedures.protection}/visit`]: () => import('./field.ts'),
    [`${procedures.protection}/contact`]: noChecks,
    [`${procedures.medicoSocial}/visit`]: () => import('./field.ts'),
    [`${procedures.medicoSocial}/contact`]: noChecks,
  },
  recordPanels: {
    [procedures.protection]: () => import('./CasePanel.tsx'),
    [procedures.medicoSocial]: () => import('./CasePanel.tsx'),
    [procedures.report]: () => import('./ReportPanel.tsx'),
  },
};

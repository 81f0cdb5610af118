/** The child's page, and the search that comes before anything new is written. */
import type { CapabilityUi } from '#design/slots.ts';
import { listProcedure } from '../contract.ts';
import type { Role } from '#kernel/access/roles.ts';
import { duplicateProcedure } from '../domain/pair.ts';

const keepers: readonly Role[] = ['guardianship-specialist', 'case-manager', 'district-head', 'region-head'];
/** Who may ask for a child; how much must be known first, and how much is told, is the server's. */
const askers: readonly Role[] = [...keepers, 'committee-duty', 'operator', 'shift-lead', 'school-worker', 'health-worker', 'social-worker', 'police-inspector'];

export const ui: CapabilityUi = {
  routes: [
    { path: '/children', nav: { titleKey: 'children.search.title', roles: keepers }, finds: { roles: askers }, load: () => import('./search/Search.tsx') },
    { path: '/children/$child', load: () => import('./Child.tsx') },
  ],
  recordPanels: { [listProcedure]: () => import('./ListPanel.tsx'), [duplicateProcedure]: () => import('./DuplicatePanel.tsx') },
  stepForms: {
    [`${listProcedure}/take-file`]: () => import('./TakeFileForm.tsx'),
    [`${listProcedure}/map`]: () => import('./MapForm.tsx'),
  },
  problemAnswers: { 'children-near': () => import('./NearAnswer.tsx') },
};

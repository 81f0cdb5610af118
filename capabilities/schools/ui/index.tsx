/** Pages of schools. */
import type { CapabilityUi } from '#design/slots.ts';

export const ui: CapabilityUi = {
  routes: [
    { path: '/concern', nav: { titleKey: 'schools.worry.title', roles: ['school-worker', 'school-head'] }, load: () => import('./Concern.tsx') },
    { path: '/schools/repeats', nav: { titleKey: 'schools.repeats.title', roles: ['school-head', 'district-head', 'region-head'] }, load: () => import('./Repeats.tsx') },
  ],
};

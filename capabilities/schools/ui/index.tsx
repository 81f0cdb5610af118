/** Pages of schools. */
import type { Role } from '#kernel/access/roles.ts';
import type { CapabilityUi } from '#design/slots.ts';

/** Whoever is at a school writes down what worries him, and reads what became of it. */
const ofSchools: readonly Role[] = ['teacher', 'school-worker', 'school-head'];

export const ui: CapabilityUi = {
  routes: [
    { path: '/concern', nav: { titleKey: 'schools.worry.title', roles: ofSchools }, load: () => import('./Concern.tsx') },
    { path: '/schools/mine', nav: { titleKey: 'schools.mine.title', roles: ofSchools }, load: () => import('./Mine.tsx') },
    { path: '/schools/repeats', nav: { titleKey: 'schools.repeats.title', roles: ['school-head', 'district-head', 'region-head'] }, load: () => import('./Repeats.tsx') },
  ],
};

/** The rights that the page for children names, each with the law it was read in; the ages are terms. */
import type { Term } from '#kernel/terms/term.ts';
import { ageOfCancelling, ageOfConsent, ageOfCourt, ageOfMajority, ageOfOpinion, ageOfParenthood, ageOfPlacement, ageOfRestoring, ageOfTransport } from './terms.ts';
import type { Right } from './ui/public/learn.ts';

const family = 'rights.source.family';

/** `age`: the figure in force of a term, in years. In the order in which they are read: any age first, then as one grows. */
export const rightsAt = (age: (term: Term) => number): readonly Right[] => [
  { text: 'rights.write-111', source: family, article: '67-1', ages: null },
  { text: 'rights.guardianship', source: family, article: '67', ages: null },
  { text: 'rights.told', source: family, article: '67', ages: null },
  { text: 'rights.protect', source: family, article: '82', ages: null },
  { text: 'rights.heard', source: family, article: '62', ages: null },
  { text: 'rights.represented', source: family, article: '71', ages: null },
  { text: 'rights.bullying', source: 'rights.source.offences', article: '127-2', ages: null },
  { text: 'rights.opinion', source: family, article: '62', ages: { from: age(ageOfOpinion) } },
  { text: 'rights.placement', source: 'rights.source.family-many', article: '132-4, 136, 137-4', ages: { from: age(ageOfPlacement) } },
  { text: 'rights.adoption', source: family, article: '93', ages: { from: age(ageOfConsent) } },
  { text: 'rights.restoring', source: family, article: '78', ages: { from: age(ageOfRestoring) } },
  { text: 'rights.court', source: family, article: '67', ages: { from: age(ageOfCourt) } },
  { text: 'rights.cancelling', source: 'rights.source.family-many', article: '107, 108', ages: { from: age(ageOfCancelling) } },
  { text: 'rights.parenthood', source: family, article: '69', ages: { from: age(ageOfParenthood) } },
  { text: 'rights.bus', source: 'rights.source.transport', ages: { until: age(ageOfTransport) } },
  { text: 'rights.child', source: 'rights.source.child', article: '1', ages: { until: age(ageOfMajority) } },
];

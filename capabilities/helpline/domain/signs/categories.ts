/** The tree of categories of the contact centre (domain.md §3.1), and how urgent each is by itself. */
export type Urgency = 'danger-now' | 'violence' | 'rights' | 'consultation';

export interface Category {
  readonly id: string;
  /** The branch it hangs on; a branch has no parent. */
  readonly parent: string | null;
  /** How urgent it is by itself; what was seen in the text may raise it. */
  readonly urgency: Urgency;
}

const branch = (id: string, urgency: Urgency, children: Readonly<Record<string, Urgency>>): Category[] => [
  { id, parent: null, urgency },
  ...Object.entries(children).map(([child, own]): Category => ({ id: child, parent: id, urgency: own })),
];

/** Source: the default tree of domain.md §3.1 [K], with what the published contacts need besides. */
export const categories: readonly Category[] = [
  ...branch('life-health', 'danger-now', {
    'suicide-risk': 'danger-now',
    emergency: 'danger-now',
    'threat-or-attack': 'danger-now',
    'missing-child': 'danger-now',
  }),
  ...branch('violence', 'violence', {
    'sexual-violence': 'danger-now',
    'physical-violence-home': 'violence',
    'physical-violence-school': 'violence',
    'domestic-violence': 'violence',
    'psychological-violence': 'violence',
    'economic-violence': 'violence',
    bullying: 'violence',
    cyberbullying: 'violence',
    'forced-marriage': 'danger-now',
    trafficking: 'danger-now',
    substances: 'violence',
  }),
  ...branch('care', 'violence', {
    neglect: 'violence',
    runaway: 'danger-now',
    'left-without-care': 'violence',
    'difficult-life-situation': 'violence',
    'guardianship-placement': 'rights',
    'medico-social-accounting': 'rights',
    'minor-pregnancy': 'violence',
  }),
  ...branch('rights', 'rights', {
    'education-access': 'rights',
    health: 'rights',
    'social-benefits': 'rights',
    'labour-exploitation': 'rights',
    'public-transport': 'rights',
    'alimony-custody': 'rights',
    'disability-sen': 'rights',
    'digital-safety': 'rights',
  }),
  ...branch('advice', 'consultation', { leisure: 'consultation', information: 'consultation' }),
];

/** Topic of the lexicon to the category it is filed under, in the order of preference where danger is equal. */
export const categoryOfTopic: Readonly<Record<string, string>> = {
  'suicide-risk': 'suicide-risk',
  'self-harm': 'suicide-risk',
  'sexual-violence': 'sexual-violence',
  grooming: 'sexual-violence',
  'forced-marriage': 'forced-marriage',
  trafficking: 'trafficking',
  weapon: 'threat-or-attack',
  'threat-to-kill': 'threat-or-attack',
  'attack-now': 'threat-or-attack',
  poisoning: 'emergency',
  'medical-emergency': 'emergency',
  fire: 'emergency',
  'missing-child': 'missing-child',
  followed: 'threat-or-attack',
  runaway: 'runaway',
  'domestic-violence': 'domestic-violence',
  'physical-violence-home': 'physical-violence-home',
  'physical-violence-school': 'physical-violence-school',
  extortion: 'economic-violence',
  bullying: 'bullying',
  cyberbullying: 'cyberbullying',
  'home-lost': 'difficult-life-situation',
  'left-without-care': 'left-without-care',
  'minor-pregnancy': 'minor-pregnancy',
  drugs: 'substances',
  neglect: 'neglect',
  'forced-work': 'labour-exploitation',
  'psychological-violence': 'psychological-violence',
  'call-for-help': 'violence',
  unspecific: 'violence',
  'medico-social-accounting': 'medico-social-accounting',
  'public-transport': 'public-transport',
  'alimony-custody': 'alimony-custody',
  'guardianship-placement': 'guardianship-placement',
  'disability-sen': 'disability-sen',
  'digital-safety': 'digital-safety',
  'labour-exploitation': 'labour-exploitation',
  'difficult-life-situation': 'difficult-life-situation',
  'social-benefits': 'social-benefits',
  leisure: 'leisure',
  'education-access': 'education-access',
  health: 'health',
  information: 'information',
  unclear: 'information',
};

/** Where nothing was recognised: a human reads it. */
export const unsorted = 'information';

/**
 * Roles an appointment can have, and the kind of organisation each belongs to.
 * Source: domain.md §5 (proposal, need-to-know). `level` says over which territory the role acts:
 * a district officer sees a district, a region officer a region, `organisation` only its own house.
 */
export type Level = 'organisation' | 'district' | 'region' | 'country';

export type OrganisationKind =
  | 'contact-centre'
  | 'guardianship-body'
  | 'region-department'
  | 'committee'
  | 'school'
  | 'police'
  | 'clinic'
  | 'family-support-centre'
  | 'transport-department'
  | 'labour-inspectorate'
  | 'information-authority'
  | 'emergency-service'
  | 'prosecutor-office'
  | 'commissioner-office'
  | 'ngo'
  | 'ministry'
  | 'akimat'
  | 'commission';

export const roles = {
  operator: { kind: 'contact-centre', level: 'country' },
  'shift-lead': { kind: 'contact-centre', level: 'country' },
  'guardianship-specialist': { kind: 'guardianship-body', level: 'district' },
  'case-manager': { kind: 'guardianship-body', level: 'district' },
  'district-head': { kind: 'guardianship-body', level: 'district' },
  'region-head': { kind: 'region-department', level: 'region' },
  'committee-duty': { kind: 'committee', level: 'country' },
  'school-worker': { kind: 'school', level: 'organisation' },
  'school-head': { kind: 'school', level: 'organisation' },
  /** Who sees the child every day: reports, and hears what became of it; carries no work. */
  teacher: { kind: 'school', level: 'organisation' },
  'police-inspector': { kind: 'police', level: 'district' },
  'police-head': { kind: 'police', level: 'organisation' },
  'health-worker': { kind: 'clinic', level: 'organisation' },
  'social-worker': { kind: 'family-support-centre', level: 'district' },
  'transport-inspector': { kind: 'transport-department', level: 'region' },
  'labour-inspector': { kind: 'labour-inspectorate', level: 'region' },
  'content-inspector': { kind: 'information-authority', level: 'country' },
  'ngo-worker': { kind: 'ngo', level: 'organisation' },
  prosecutor: { kind: 'prosecutor-office', level: 'district' },
  'commission-secretary': { kind: 'commission', level: 'district' },
  'commission-chair': { kind: 'commission', level: 'district' },
  'commission-member': { kind: 'commission', level: 'organisation' },
  /** The interagency commission at the authorised body, above all others. */
  'republic-commission': { kind: 'commission', level: 'country' },
  commissioner: { kind: 'commissioner-office', level: 'region' },
  /** Lets people in where no head of ours does; sees no case (domain.md §5). */
  administrator: { kind: 'committee', level: 'country' },
} as const satisfies Record<string, { kind: OrganisationKind; level: Level }>;

/** A role a person is appointed to. */
export type Role = keyof typeof roles;

/**
 * Who acts: an appointed role, or one of three that nobody is appointed to.
 * `anyone` has no account and starts an appeal; `applicant` holds the code of one appeal;
 * `clock` is the tick job; `procedure` is a reaction acting with the rights of its procedure.
 */
export type ActorRole = Role | 'anyone' | 'applicant' | 'clock' | 'procedure';

/** The desk where every escalation ends. It must be staffed before the program serves anyone. */
export const lastDesk: Role = 'committee-duty';

export const isRole = (value: string): value is Role => Object.hasOwn(roles, value);

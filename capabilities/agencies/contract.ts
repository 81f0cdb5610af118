/** What other capabilities and browsers may know of the agencies: shapes of questions and answers, and where to ask. */
import { Type, type Static } from 'typebox';
import type { Names } from '#kernel/access/directory.ts';
import { heads } from '#kernel/access/heads.ts';
import type { OrganisationKind, Role } from '#kernel/access/roles.ts';
import type { Instant } from '#kernel/clock.ts';
import type { Danger } from '#kernel/procedures/words.ts';

/** The region of what has no known place yet (kernel.region holds it). Not one of the twenty, so no list offers it. */
export const placeUnknown = 'KZ';

/** Kinds of services a referral may ask for. */
export const serviceKinds = [
  'psychological-help', 'medical-examination', 'rehabilitation', 'social-help', 'temporary-stay', 'legal-aid', 'education', 'leisure',
] as const;
export type ServiceKind = (typeof serviceKinds)[number];

/** Heads who keep the roster of their own house. */
export const rosterHeads: readonly Role[] = heads;

export interface Page<T> {
  readonly items: readonly T[];
  /** There were more than fit: ask more narrowly. Absent where lists are always whole. */
  readonly more?: boolean;
}

export interface RegionItem {
  /** ISO 3166-2, `KZ-75`. */
  readonly id: string;
  readonly names: Names;
}
export interface DistrictItem {
  /** KATO, nine digits. */
  readonly id: string;
  readonly region: string;
  readonly names: Names;
}
export interface OrganisationItem {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly names: Names;
  readonly region: string | null;
  readonly district: string | null;
  readonly phone: string | null;
  /** The place, in the reader's language: tells houses of like name apart. */
  readonly detail: string | null;
}
/** All that the public form needs of a school. */
export interface SchoolItem {
  readonly id: string;
  readonly names: Names;
}
export interface AppointmentItem {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation: string;
  readonly phone: string | null;
  readonly onDuty: boolean;
  /** On leave or ill: the substitute takes the work. */
  readonly away: boolean;
  /** The role, in the reader's language. */
  readonly detail: string;
}

export interface RosterPerson {
  readonly appointment: string;
  readonly name: string;
}
export interface RosterLine {
  readonly id: string;
  readonly who: RosterPerson;
  readonly deputy: RosterPerson | null;
  readonly phone: string;
  readonly starts: Instant;
  readonly ends: Instant;
  /** He is away in this time, and nobody stands in. */
  readonly away: boolean;
  /** Sent back as If-Match by who changes the line. */
  readonly version: number;
}
export interface RosterGap {
  readonly from: Instant;
  readonly to: Instant;
}
export interface RosterOfRole {
  readonly role: Role;
  readonly lines: readonly RosterLine[];
  /** Where somebody must be named. */
  readonly needed: readonly RosterGap[];
  /** Where somebody is needed and nobody is named. */
  readonly gaps: readonly RosterGap[];
}
/** GET /api/agencies/rosters */
export interface RosterView {
  readonly organisation: { readonly id: string; readonly names: Names };
  readonly from: Instant;
  readonly to: Instant;
  readonly roles: readonly RosterOfRole[];
  /** The caller keeps this roster: adds, changes, takes back. */
  readonly mayChange: boolean;
}

/** POST /api/agencies/rosters/copy: how many lines were added, and how many could not be. */
export interface CopiedWeek {
  readonly added: number;
  readonly skipped: number;
}

export const changeKinds = ['added', 'changed', 'ended', 'removed', 'away', 'back', 'left'] as const;
export type ChangeKind = (typeof changeKinds)[number];
/** GET /api/agencies/rosters/{id}/changes: what was done to it, the latest first. */
export interface RosterChange {
  readonly at: Instant;
  readonly what: ChangeKind;
  readonly by: string;
  readonly before: RosterStand | null;
  readonly after: RosterStand | null;
}
/** A line as it stood. */
export interface RosterStand {
  readonly who: string;
  readonly deputy: string | null;
  readonly phone: string;
  readonly starts: Instant;
  readonly ends: Instant;
}

export interface ServiceItem {
  readonly id: string;
  readonly kind: ServiceKind;
  readonly names: Names;
  readonly organisation: { readonly id: string; readonly names: Names; readonly phone: string | null };
  /** Whole years, both inclusive. */
  readonly ages: { readonly from: number; readonly until: number };
  /** Children at a time; null: not known. */
  readonly capacity: number | null;
}

const code = Type.String({ minLength: 1, maxLength: 20 });
const id = (format: string): ReturnType<typeof Type.String> => Type.String({ format });
const strict = { additionalProperties: false } as const;

export const NoQuery = Type.Object({}, strict);
export const DistrictsQuery = Type.Object({ region: Type.Optional(code) }, strict);
export const OrganisationsQuery = Type.Object(
  {
    kind: Type.Optional(Type.String({ maxLength: 40 })),
    region: Type.Optional(code),
    district: Type.Optional(code),
    q: Type.Optional(Type.String({ maxLength: 200 })),
  },
  strict,
);
export const SchoolsQuery = Type.Object(
  { region: Type.Optional(code), district: Type.Optional(code), q: Type.Optional(Type.String({ maxLength: 200 })) },
  strict,
);
/** Without an organisation: the caller's own. */
export const AppointmentsQuery = Type.Object(
  { organisation: Type.Optional(id('uuid')), role: Type.Optional(Type.String({ maxLength: 40 })) },
  strict,
);
/** Without an organisation: the caller's own; without dates: seven days from now. */
export const RostersQuery = Type.Object(
  {
    organisation: Type.Optional(id('uuid')),
    role: Type.Optional(Type.String({ maxLength: 40 })),
    from: Type.Optional(id('date-time')),
    to: Type.Optional(id('date-time')),
  },
  strict,
);
export const ServicesQuery = Type.Object(
  { region: Type.Optional(code), district: Type.Optional(code), kind: Type.Optional(Type.String({ maxLength: 40 })) },
  strict,
);

/**
 * POST /api/agencies/rosters, with Idempotency-Key; 201 and the line. The role is that of the appointment.
 * POST /api/agencies/rosters/{id}/change, with If-Match too: the line as it shall be; of one that runs only the rest is changed.
 */
export const AddDuty = Type.Object(
  {
    appointment: Type.String({ title: 'agencies.duty.appointment', format: 'appointment' }),
    deputy: Type.Optional(Type.String({ title: 'agencies.duty.deputy', format: 'appointment' })),
    starts: Type.String({ title: 'agencies.duty.starts', format: 'date-time' }),
    ends: Type.String({ title: 'agencies.duty.ends', format: 'date-time' }),
    /** Without it: the person's own number, as the directory has it. */
    phone: Type.Optional(Type.String({ title: 'agencies.duty.phone', 'x-text': 'agencies.duty.phone-hint', minLength: 3, maxLength: 40 })),
  },
  strict,
);
export type AddDuty = Static<typeof AddDuty>;

/** POST /api/agencies/rosters/{id}/remove, with If-Match. One that runs ends now. */
export const RemoveDuty = Type.Object({}, strict);

/** POST /api/agencies/rosters/copy: the week before `first`, once more. */
export const CopyWeek = Type.Object(
  {
    role: Type.String({ title: 'agencies.copy.role', maxLength: 40 }),
    first: Type.String({ title: 'agencies.copy.first', format: 'date-time' }),
  },
  strict,
);
export type CopyWeek = Static<typeof CopyWeek>;

/** GET /api/agencies/staff/{id}, for the head: who it is, when away, what is carried and to whom it would go. ETag is the version. */
export interface StaffView {
  readonly appointment: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation: Names;
  readonly version: number;
  /** An absence under way or to come. */
  readonly away: { readonly from: Instant; readonly until: Instant | null; readonly substitute: RosterPerson | null } | null;
  /** Of the same desk and there now: who can stand in and take over. */
  readonly colleagues: readonly RosterPerson[];
  readonly carries: readonly CarriedItem[];
  /** There is more than is shown here; all of it is handed over. */
  readonly more: boolean;
}
export interface CarriedItem {
  readonly proceeding: string;
  readonly title: string;
  readonly label: string;
  readonly danger: Danger;
  readonly due: Instant | null;
  /** His own work, or only told to him because a term was missed. */
  readonly own: boolean;
  /** Who takes it unless another is named; null: chosen when it is handed over. */
  readonly to: RosterPerson | null;
}
/** POST /api/agencies/staff/{id}/end */
export interface HandedOver {
  readonly until: Instant;
  readonly handed: number;
  /** Seen, and not handed over: the clock finds them within seconds. */
  readonly left: number;
}

/** POST /api/agencies/staff/{id}/away, with If-Match. Without an end: nobody knows yet. */
export const SetAway = Type.Object(
  {
    from: Type.String({ title: 'agencies.away.from', format: 'date-time' }),
    until: Type.Optional(Type.String({ title: 'agencies.away.until', 'x-text': 'agencies.away.until-hint', format: 'date-time' })),
    substitute: Type.Optional(Type.String({ title: 'agencies.away.substitute', 'x-text': 'agencies.away.substitute-hint', format: 'appointment' })),
  },
  strict,
);
export type SetAway = Static<typeof SetAway>;
export const SetBack = Type.Object({}, strict);

export const endReasons = ['left', 'moved', 'died', 'other'] as const;
/** POST /api/agencies/staff/{id}/end, with If-Match. What is not in `hand` goes where the view said. */
export const EndAppointment = Type.Object(
  {
    why: Type.Unsafe<(typeof endReasons)[number]>({ type: 'string', enum: [...endReasons], title: 'agencies.end.why', 'x-enum-text': 'agencies.end.reason' }),
    hand: Type.Optional(
      Type.Array(Type.Object({ proceeding: Type.String({ format: 'uuid' }), to: Type.String({ format: 'uuid' }) }, strict), { maxItems: 500 }),
    ),
  },
  strict,
);
export type EndAppointment = Static<typeof EndAppointment>;

/** The longest stretch of a roster that may be asked for, days. A bound on the size of an answer, no rule. */
export const longestRosterView = 62;

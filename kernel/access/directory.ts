/**
 * The directory: who works where, in memory. It holds no child and no appeal, so every process may keep
 * a copy; the database's `kernel.directory_version` says when it is stale.
 */
import type { Instant } from '../clock.ts';
import type { OrganisationKind, Role } from './roles.ts';

export interface Names {
  readonly kk: string;
  readonly ru: string;
  readonly en: string;
}

export interface Region {
  /** ISO 3166-2, `KZ-75`. */
  readonly code: string;
  readonly names: Names;
}

export interface District {
  /** KATO code, nine digits. */
  readonly code: string;
  readonly region: string;
  readonly names: Names;
}

export interface Organisation {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly parent: string | null;
  readonly region: string | null;
  readonly district: string | null;
  readonly names: Names;
  readonly phone: string | null;
  /** Set: it is no more; old proceedings still name it, new ones are not sent there. */
  readonly endedAt?: Instant | null;
}

export interface Appointment {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation: string;
  readonly region: string | null;
  readonly district: string | null;
  readonly phone: string | null;
  readonly since: Instant;
  readonly until: Instant | null;
  /** On leave: who stands in. */
  readonly substitute: string | null;
  readonly awayFrom: Instant | null;
  readonly awayUntil: Instant | null;
}

/** A line of a duty roster: this appointment answers, at this number, between these instants. */
export interface Duty {
  readonly id: string;
  readonly role: Role;
  readonly organisation: string;
  readonly appointment: string;
  readonly deputy: string | null;
  readonly phone: string;
  readonly starts: Instant;
  readonly ends: Instant;
  /** Raised by every change of the line. */
  readonly version: number;
}

export interface DirectoryData {
  readonly version: number;
  readonly regions: readonly Region[];
  readonly districts: readonly District[];
  readonly organisations: readonly Organisation[];
  readonly appointments: readonly Appointment[];
  readonly duties: readonly Duty[];
}

/** Where something happens. `organisation` fixes the very desk (a school, a clinic). */
export interface Place {
  readonly region: string;
  readonly district: string | null;
  readonly organisation?: string | null;
}

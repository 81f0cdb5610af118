/** Heads of houses: who keeps the roster, says who is away and who stands in, and ends an appointment. Pure. */
import type { Appointment, Organisation } from './directory.ts';
import type { Role } from './roles.ts';

/** The same roles as in the functions of migrations 2026-11-25-50 and -52, which ask again. */
export const heads: readonly Role[] = ['shift-lead', 'district-head', 'region-head', 'committee-duty', 'police-head'];

export const isHead = (role: string): boolean => (heads as readonly string[]).includes(role);

/** Of his own house all but himself; the head of a region also the houses under his department. */
export const manages = (
  head: { readonly role: string; readonly appointment: string | null; readonly organisation: string | null },
  one: Pick<Appointment, 'id' | 'organisation'>,
  house: Pick<Organisation, 'parent'> | undefined,
): boolean =>
  isHead(head.role) && head.organisation !== null && one.id !== head.appointment &&
  (one.organisation === head.organisation || (head.role === 'region-head' && house?.parent === head.organisation));

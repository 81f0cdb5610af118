/** Who lets whom in. Pure. Heads their own house and the heads below them; houses without a head of ours, the administrator. */
import { isRole, roles, type OrganisationKind, type Role } from '../access/roles.ts';

export interface House {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly region: string | null;
  readonly district: string | null;
}

export interface Head {
  readonly role: string;
  readonly organisation: string | null;
  readonly region: string | null;
  readonly district: string | null;
}

const headsOfHouses: readonly string[] = ['shift-lead', 'district-head', 'region-head', 'school-head'];

export const isHead = (role: string): boolean => role === 'administrator' || role === 'committee-duty' || headsOfHouses.includes(role);

/** May this head let somebody into this house in this role? */
export function mayLetIn(head: Head, role: string, house: House): boolean {
  if (!isRole(role) || roles[role].kind !== house.kind) return false;
  if (head.role === 'administrator') return true;
  if (role === 'administrator') return false;
  if (headsOfHouses.includes(head.role) && house.id === head.organisation) return true;
  if (head.role === 'committee-duty') return role === 'region-head' || (role === 'committee-duty' && house.id === head.organisation);
  if (head.role === 'region-head') return role === 'district-head' && house.region !== null && house.region === head.region;
  if (head.role === 'district-head') return role === 'school-head' && house.district !== null && house.district === head.district;
  return false;
}

/** The roles this head may give in this house. */
export const rolesToGive = (head: Head, house: House): readonly Role[] => (Object.keys(roles) as Role[]).filter((role) => mayLetIn(head, role, house));

/** Who carries how much, put in order for a head. Pure. */
import type { TeamMember } from '#kernel/contract.ts';
import { isRole, roles } from '#kernel/access/roles.ts';
import type { Scope } from './list.ts';

/** In which list the figures of a head were counted (kernel.team). */
export const scopeOf = (role: string): Scope =>
  role === 'district-head' ? 'district' : role === 'region-head' ? 'region' : 'desk';

const ourHouses: readonly string[] = ['contact-centre', 'guardianship-body', 'region-department'];

export const isOurs = (one: TeamMember): boolean => isRole(one.role) && ourHouses.includes(roles[one.role].kind);

/** Length of a bar and of its dangerous part, per cent of the longest. */
export function bars(
  team: readonly TeamMember[],
): (one: TeamMember) => { readonly open: number; readonly dangerous: number } {
  const longest = Math.max(1, ...team.map((one) => one.open));
  return (one) => ({ open: (one.open / longest) * 100, dangerous: (one.dangerous / longest) * 100 });
}

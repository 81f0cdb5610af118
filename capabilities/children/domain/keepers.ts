/** Who reads the card of a child about whom he sees a proceeding, as the policy `children.child` says it too. Runs in browsers. */
import type { Role } from '#kernel/access/roles.ts';

export const keepsRegister: readonly Role[] = ['guardianship-specialist', 'case-manager', 'district-head', 'region-head', 'committee-duty'];

/** Whose desks hand over from one shift to the next, and print the sheet for it. Pure. */
import type { Role } from './roles.ts';

export const handsOver: readonly Role[] = ['shift-lead', 'district-head', 'region-head', 'committee-duty'];

/** Which lists a role may open: its own desk, and the territory it acts over. Pure. */
import type { Level } from '#kernel/access/roles.ts';

export const scopes = ['desk', 'district', 'region', 'country'] as const;
export type Scope = (typeof scopes)[number];

const reach: Readonly<Record<Level, readonly Scope[]>> = {
  organisation: ['desk'],
  district: ['desk', 'district'],
  region: ['desk', 'region'],
  country: ['desk', 'country'],
};

export const scopesOf = (level: Level): readonly Scope[] => reach[level];

export function listPath(scope: Scope, procedure: string | null): string {
  const query = new URLSearchParams({ scope, ...(procedure === null ? {} : { procedure }) });
  return `/api/proceedings?${query.toString()}`;
}

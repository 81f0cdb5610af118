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

/** Of one person only: all that he carries, the dangerous, or what was raised above him. */
export interface OfWorker {
  readonly worker: string;
  readonly only: 'dangerous' | 'raised' | null;
}

/** Violence and neglect, and danger to life: as the team's figures count. */
const dangerous = '2';

export function listPath(scope: Scope, procedure: string | null, of: OfWorker | null = null): string {
  const query = new URLSearchParams({
    scope,
    ...(procedure === null ? {} : { procedure }),
    ...(of === null ? {} : { worker: of.worker }),
    ...(of?.only === 'dangerous' ? { danger: dangerous } : {}),
    ...(of?.only === 'raised' ? { raised: 'true' } : {}),
  });
  return `/api/proceedings?${query.toString()}`;
}

/** Of whom the address asks. */
export function readOfWorker({ worker, only }: { readonly worker?: string; readonly only?: string }): OfWorker | null {
  if (worker === undefined) return null;
  return { worker, only: only === 'dangerous' || only === 'raised' ? only : null };
}

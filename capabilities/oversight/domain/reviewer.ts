/** Who looks at what somebody did: the head above him, who is not he and has no interest. Pure. */
import type { Appointment, Place } from '#kernel/access/directory.ts';
import type { Role } from '#kernel/access/roles.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';

/** The stage of a review at which a head sits. */
export const stageOfHead: Readonly<Record<string, string>> = {
  'shift-lead': 'shift', 'police-head': 'police', 'district-head': 'district', 'region-head': 'region', 'committee-duty': 'country',
};

interface Interest {
  readonly person: string | null;
  readonly organisation: string | null;
}

const guardianship: readonly Role[] = ['district-head', 'region-head', 'committee-duty'];

/** Heads above a role, the nearest first. */
export function headsAbove(role: string): readonly Role[] {
  switch (role) {
    case 'guardianship-specialist':
    case 'case-manager':
      return guardianship;
    case 'district-head':
      return guardianship.slice(1);
    case 'teacher':
    case 'school-worker':
    case 'school-head':
    case 'health-worker':
    case 'social-worker':
    case 'ngo-worker':
      return guardianship;
    case 'police-inspector':
      return ['police-head', ...guardianship.slice(1)];
    case 'police-head':
      return guardianship.slice(1);
    case 'operator':
      return ['shift-lead', 'committee-duty'];
    default:
      return guardianship.slice(2);
  }
}

/** Null where nobody above him is there and free. */
export function reviewerOf(context: Pick<StepContext<object>, 'directory' | 'now'>, heads: readonly Role[], place: Place, person: string, interests: readonly Interest[], seed: string): Appointment | null {
  const excluded = {
    persons: new Set([person, ...interests.flatMap((i) => i.person ?? [])]),
    organisations: new Set(interests.flatMap((i) => i.organisation ?? [])),
  };
  for (const role of heads) {
    const found = context.directory.choose(role, place, context.now, seed, excluded);
    if (found !== null) return found;
  }
  return null;
}

/** Nobody judges what he did himself, under whichever of his appointments. `by`: the appointment that did it. */
export function notOneself(context: StepContext<object>, by: string): Refusal | null {
  const done = context.directory.appointment(by)?.person;
  return done !== undefined && done === context.actor.person ? refuse('oversight.own-act', 409) : null;
}

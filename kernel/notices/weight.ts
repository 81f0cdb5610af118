/** What decides, beside the danger itself, whether something presses: as its procedure and its nearest term declare. */
import type { Proceeding } from '../procedures/context.ts';
import type { Registry } from '../procedures/registry.ts';
import type { Carried } from './notices.ts';

export type Weighed = Pick<Proceeding, 'procedure' | 'version' | 'dueTerm' | 'openedAt' | 'region'>;

export function weightOf(registry: Registry, p: Weighed): Pick<Carried, 'weighed' | 'short'> {
  const unit = p.dueTerm === null ? null : registry.terms.value(registry.terms.byId(p.dueTerm), p.openedAt, p.region).unit;
  return { weighed: registry.procedure(p.procedure, p.version)?.weighsDanger !== false, short: unit === 'minutes' || unit === 'hours' };
}

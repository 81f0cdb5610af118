/** What GET /api/proceedings may be asked for. Pure. */
import { refuse, type Refusal } from '../problems/refusal.ts';
import { isUuid } from './call.ts';

export const scopes = ['desk', 'district', 'region', 'country'] as const;
export type Scope = (typeof scopes)[number];

export interface ListQuery {
  readonly scope: Scope;
  readonly procedure: string | null;
  /** An appointment: only what this person carries. */
  readonly worker: string | null;
  /** Danger from this on; asked for together with `worker`. */
  readonly danger: number;
  /** Only what was escalated; asked for together with `worker`. */
  readonly raised: boolean;
}

const wrong = (path: string, code: string): Refusal => refuse('invalid-input', 400, {}, { fields: [{ path, code }] });

/** Refuses what it does not understand: a filter that was silently dropped would show more than was asked for. */
export function listQuery({ scope = 'desk', procedure, worker, danger, raised }: Readonly<Record<string, unknown>>): ListQuery | Refusal {
  const known = scopes.find((s) => s === scope);
  if (known === undefined) return wrong('/scope', 'not-in-list');
  if (procedure !== undefined && typeof procedure !== 'string') return wrong('/procedure', 'format');
  if (worker !== undefined && (typeof worker !== 'string' || !isUuid(worker))) return wrong('/worker', 'format');
  if (danger !== undefined && !/^[0-3]$/.test(String(danger))) return wrong('/danger', 'not-in-list');
  if (raised !== undefined && raised !== 'true') return wrong('/raised', 'not-in-list');
  if (worker === undefined && (danger !== undefined || raised !== undefined)) return wrong('/worker', 'required');
  return { scope: known, procedure: procedure ?? null, worker: worker ?? null, danger: Number(danger ?? 0), raised: raised === 'true' };
}

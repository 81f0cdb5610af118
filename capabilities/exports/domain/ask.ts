/** What is asked for: one proceeding, or a list; and under what an export goes. Pure. */
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import type { ExportInput, Format } from '../contract.ts';

export type What =
  | { readonly kind: 'proceeding'; readonly proceeding: string }
  | { readonly kind: 'list'; readonly scope: NonNullable<ExportInput['scope']>; readonly procedure: string | null; readonly worker: string | null; readonly format: Format };

const wrong = (path: string, code: string): Refusal => refuse('invalid-input', 400, {}, { fields: [{ path, code }] });

export function whatOf({ proceeding, scope, procedure, worker, format }: ExportInput): What | Refusal {
  if (proceeding !== undefined) {
    const [more] = Object.entries({ scope, procedure, worker, format }).find(([, value]) => value !== undefined) ?? [];
    return more === undefined ? { kind: 'proceeding', proceeding } : wrong(`/${more}`, 'unknown-field');
  }
  if (scope === undefined) return wrong('/scope', 'required');
  // My day is what I carry, of whatever procedure: its page has no such choice.
  if (scope === 'mine' && worker !== undefined) return wrong('/worker', 'unknown-field');
  if (scope === 'mine' && procedure !== undefined) return wrong('/procedure', 'unknown-field');
  return { kind: 'list', scope, procedure: procedure ?? null, worker: worker ?? null, format: format ?? 'csv' };
}

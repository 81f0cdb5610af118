/** What is asked for: one proceeding, or a list; and under what an export goes. Pure. */
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import type { ExportInput } from '../contract.ts';

export type What =
  | { readonly kind: 'proceeding'; readonly proceeding: string }
  | { readonly kind: 'list'; readonly scope: NonNullable<ExportInput['scope']>; readonly procedure: string | null };

const wrong = (path: string, code: string): Refusal => refuse('invalid-input', 400, {}, { fields: [{ path, code }] });

export function whatOf({ proceeding, scope, procedure }: ExportInput): What | Refusal {
  if (proceeding !== undefined && scope !== undefined) return wrong('/scope', 'unknown-field');
  if (proceeding !== undefined) return procedure === undefined ? { kind: 'proceeding', proceeding } : wrong('/procedure', 'unknown-field');
  if (scope === undefined) return wrong('/scope', 'required');
  return { kind: 'list', scope, procedure: procedure ?? null };
}

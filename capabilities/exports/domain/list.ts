/** A list as a table: what its page shows of each proceeding, in the reader's words, and the mark in every line. Pure. */
import type { Proceeding } from '#kernel/procedures/context.ts';

export interface Shown {
  readonly say: (key: string) => string;
  readonly moment: (at: string) => string;
  readonly district: (code: string) => string;
}

export function tableOf(rows: readonly Proceeding[], mark: string, { say, moment, district }: Shown): string[][] {
  const columns = ['label', 'procedure', 'stage', 'danger', 'term', 'due', 'district', 'mark'].map((name) => say(`exports.column.${name}`));
  return [
    columns,
    ...rows.map((p) => [
      p.label, say(p.procedure), say(`${p.procedure}.stage.${p.stage}`), say(`danger.${p.danger}`),
      p.dueTerm === null ? '' : say(`term.${p.dueTerm}`), p.due === null ? '' : moment(p.due), p.district === null ? '' : district(p.district), mark,
    ]),
  ];
}

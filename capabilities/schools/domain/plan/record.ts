/** A school's yearly plan against bullying, and how often it told pupils, parents and staff about it. Runs in browsers. */
export const audiences = ['pupils', 'parents', 'staff'] as const;
export const planOutcomes = ['carried-out', 'school-closed'] as const;

export interface PlanRecord {
  readonly school: string;
  /** `2026/27` */
  readonly schoolYear: string;
  readonly approved: string | null;
  readonly tasks: readonly { readonly task: string; readonly who: string; readonly by: string }[];
  readonly awareness: readonly { readonly held: string; readonly audience: readonly (typeof audiences)[number][]; readonly about: string; readonly reached: number }[];
  readonly done: string | null;
}
export interface PlanRecords {
  readonly plan: PlanRecord;
}

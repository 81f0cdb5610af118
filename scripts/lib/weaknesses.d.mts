export interface Notice { readonly id: string; readonly package: string; readonly title: string; readonly severity: 'critical' | 'high' | 'medium' | 'low'; readonly first: string }
export interface Kept { readonly asked: string; readonly looked: number; readonly notices: readonly Notice[] }
export function daysIn(page: string): Readonly<Record<string, number>>;
export function judge(of: { report: unknown; kept: Kept; today: string; days: Readonly<Record<string, number>> }): { kept: Kept; breached: readonly Notice[] };

export interface Installed { readonly alias: string; readonly name: string; readonly version: string }
export type Times = Readonly<Record<string, string>>;
export interface Late { readonly name: string; readonly version: string; readonly newer: string; readonly since: string }
export interface Looked { readonly asked: string; readonly of: string; readonly looked: number; readonly late: readonly Late[] }
export function newerThan(installed: string, times: Times | undefined): readonly { readonly version: string; readonly since: string }[];
export function installedOf(own: object, lock: { readonly packages: Readonly<Record<string, { readonly name?: string; readonly version: string }>> }): readonly Installed[];
export function fingerprint(installed: readonly Installed[]): string;
export function judge(of: { installed: readonly Installed[]; timesOf(name: string): Times | undefined; today: string; days: number }): Looked;

/** What every procedure of the commission has in common. */
import type { Role } from '#kernel/access/roles.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import type { Source, Step } from '#kernel/procedures/declare.ts';

/** Who works with matters. Where a district has no commission, its matters are with the one above. */
export const office: readonly Role[] = ['commission-secretary', 'commission-chair', 'republic-commission'];
export const upwards: readonly Role[] = ['commission-chair', 'republic-commission', 'committee-duty'];

export const law = (article: string): Source => ({ title: 'Law "On prevention of offences" No. 245-VIII of 30 December 2025', article });

/** A step whose input is typed: the kernel has checked it against the schema before `decide`. */
type Own<R extends object> = Omit<Step<R>, 'decide'> & { decide(context: StepContext<R>, input: never): ReturnType<Step<R>['decide']> };
export const stepsOf = <R extends object>(steps: Readonly<Record<string, Own<R>>>): Readonly<Record<string, Step<R>>> => steps as unknown as Readonly<Record<string, Step<R>>>;

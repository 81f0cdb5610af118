/** What every procedure of the police about minors has in common: whose desk, who hears of a missed term, who reads. */
import type { Role } from '#kernel/access/roles.ts';
import type { Source, Reader, Step } from '#kernel/procedures/declare.ts';
import type { StepContext } from '#kernel/procedures/context.ts';

export const police: readonly Role[] = ['police-inspector', 'police-head'];
export const upwards: readonly Role[] = ['police-head', 'committee-duty'];

export const law = (article: string): Source => ({ title: 'Law "On prevention of offences" No. 245-VIII of 30 December 2025', article });

/** Used for prevention alone (art. 59 p. 6): the police of the district. The Committee sees that a term was missed, and no field. */
export const policeRead = (classes: readonly string[]): readonly Reader[] => [
  { role: 'police-inspector', scope: 'district', classes },
  { role: 'police-head', scope: 'organisation', classes },
  { role: 'committee-duty', scope: 'country', classes: [] },
];

/** A step whose input is typed: the kernel has checked it against the schema before `decide`. */
export type Own<R extends object> = Omit<Step<R>, 'decide'> & { decide(context: StepContext<R>, input: never): ReturnType<Step<R>['decide']> };
export const stepsOf = <R extends object>(steps: Readonly<Record<string, Own<R>>>): Readonly<Record<string, Step<R>>> => steps as unknown as Readonly<Record<string, Step<R>>>;

/** Nothing stays in the hands of an operator who went home. Pure. */
import type { StepContext } from '#kernel/procedures/context.ts';
import type { Decision } from '#kernel/procedures/declare.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import type { AppealRecords } from '../contract.ts';

type Context = StepContext<AppealRecords>;

/** Who of the house is on duty now and takes it: an operator, or else the shift lead. Null where the roster has a gap. */
export function onShift({ directory, proceeding, now }: Pick<Context, 'directory' | 'proceeding' | 'now'>): string | null {
  const { region, district, organisation, subject } = proceeding;
  for (const role of ['operator', 'shift-lead'] as const) {
    const chosen = directory.choose(role, { region, district, organisation }, now, subject.id);
    if (chosen === null) continue;
    // Without a roster `choose` names whoever works there: he may be asleep.
    const here = directory.onDuty(chosen.organisation, role, now).some((d) => d.appointment === chosen.id || d.deputy === chosen.id);
    if (here) return chosen.id;
  }
  return null;
}

/** A hand-over goes on with a colleague, and so does help that is followed; the stage and its term stay. */
export function passOn(context: Context): Decision<AppealRecords> | Refusal {
  const worker = onShift(context);
  return worker === null ? refuse('no-desk', 503, { role: 'operator' }) : { worker };
}

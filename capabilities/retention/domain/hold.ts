/** A hold: while it is open, nothing about its subject is erased, since nothing open ever is. Pure. */
import type { StepContext } from '#kernel/procedures/context.ts';
import type { Decision, Opening } from '#kernel/procedures/declare.ts';
import { procedures, type HoldInput, type HoldRecords } from '../contract.ts';
import { reviewHold } from '../terms.ts';

export function openHold(context: StepContext<object>, input: HoldInput): Opening {
  const hold: HoldRecords['hold'] = { basis: input.basis, why: input.why };
  return {
    procedure: procedures.hold,
    subject: { kind: input.kind, id: input.subject },
    place: { region: context.actor.region ?? 'KZ', district: null },
    ...(context.actor.appointment === null ? {} : { reporter: context.actor.appointment }),
    decision: { records: { hold }, label: input.basis, writes: [{ statement: 'retention.known', values: [input.subject] }] },
  };
}

export const renew = (): Decision<HoldRecords> => ({ deadlines: [{ start: reviewHold, key: 'stage:held' }] });
export const lift = (): Decision<HoldRecords> => ({ outcome: 'lifted' });

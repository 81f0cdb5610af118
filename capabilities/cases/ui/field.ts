/** A visit may be recorded where there is no network: the hour is the one of the visit, and the mistakes are found at once. */
import { systemClock } from '#kernel/clock.ts';
import type { FieldStep } from '#design/slots.ts';
import { wallTime } from '#design/time/wallTime.ts';
import { visitFaults } from '../domain/rules.ts';
import type { VisitInput } from '../inputs.ts';

const visit: FieldStep = {
  begin: (now) => ({ when: wallTime(now) }),
  check: (input) => visitFaults(input as VisitInput, systemClock()),
};
export default visit;

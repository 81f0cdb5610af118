/** The kernel's own terms: how long the desk that was told of a breach has to answer, how long a call is known again. */
import { fileTerms } from '../files/terms.ts';
import { limitTerms } from '../limits/terms.ts';
import { digestTerms } from '../digest/terms.ts';
import { noticeTerms } from '../notices/terms.ts';
import { signInTerms } from '../signin/terms.ts';
import { term, type Term } from '../terms/term.ts';

const source = 'domain.md §3.1 [K]: danger is handed on within minutes; design.md: escalation ends at a real desk';

export const escalationPressing = term('kernel.escalation-pressing', {
  from: '2020-01-01', value: 15, unit: 'minutes', standing: 'default', source,
});
export const escalationOrdinary = term('kernel.escalation-ordinary', {
  from: '2020-01-01', value: 1, unit: 'working-days', standing: 'default', source,
});
export const escalationLast = term('kernel.escalation-last', {
  from: '2020-01-01', value: 24, unit: 'hours', standing: 'default', source,
});

/** How long a repeated key is known again. */
export const callsKept = term('kernel.calls-kept', {
  from: '2020-01-01', value: 30, unit: 'calendar-days', standing: 'default', source: 'design.md, the life of a step: keys live 30 days',
});

/** How far ahead a shift that hands over looks. */
export const handOverAhead = term('kernel.hand-over', {
  from: '2020-01-01', value: 12, unit: 'hours', standing: 'default', source: 'ours [K]: the shift that begins lasts twelve hours',
});

export const kernelTerms: readonly Term[] = [escalationPressing, escalationOrdinary, escalationLast, callsKept, handOverAhead, ...fileTerms, ...limitTerms, ...noticeTerms, ...digestTerms, ...signInTerms];

/** `pressing`: the breached term was one of minutes or hours. `last`: there is no desk above; it is reminded, not flooded. */
export const answerEscalation = (pressing: boolean, last: boolean): Term =>
  last ? escalationLast : pressing ? escalationPressing : escalationOrdinary;

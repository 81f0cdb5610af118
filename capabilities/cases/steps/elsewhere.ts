/** A child in a protection case who is elsewhere: what is handed over with him, and where his work goes on. */
import type { DeadlineChange } from '#kernel/procedures/declare.ts';
import { openCase } from '../domain/opening.ts';
import { legalDuties, resumeOf } from '../domain/rules.ts';
import type { AbroadInput, AbroadToldInput, MovedInput, TransferInput } from '../inputs.ts';
import { heldNow, undone, type Protection, type Result } from './common.ts';
import * as move from './move.ts';

const resume = (context: Protection) => resumeOf(context.proceeding.stage, context.records.case.resume);

export const noContact = (context: Protection): Result => move.search(context, resume(context));
export const moved = (context: Protection, input: MovedInput): Result => move.moved(context, input, resume(context));

/** Duties of the law not yet done, as they began: seven days from an act are the same seven days in another district. */
const owedByLaw = (context: Protection): DeadlineChange[] => {
  const owed = undone(context.deadlines);
  return legalDuties.flatMap((key) => {
    const [first] = context.deadlines.filter((d) => d.key === key && owed.has(key) && d.metAt === null && d.state !== 'cancelled').sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
    return first === undefined ? [] : [{ start: context.terms.byId(first.term), key, from: first.startedAt }];
  });
};

export function transfer(context: Protection, input: TransferInput): Result {
  const record = context.records.case;
  const { id, danger, label } = context.proceeding;
  const { actor } = context;
  return move.handOver(context, input, resume(context), (place, child) =>
    openCase(context, {
      child, place, category: record.concern.category, summary: [input.why, record.concern.summary, ...(record.reports ?? []).map((r) => r.summary)].join('\n\n'),
      danger, notifyPolice: false, warnings: record.warnings, accused: record.accused, arrivedFrom: id, otherwise: label, hold: heldNow(context), born: record.child.born ?? null,
      owed: { removal: record.removal, representative: record.representative, duties: owedByLaw(context) },
      reporter: { through: 'transfer', number: null, role: actor.role, name: actor.name, organisation: actor.organisation },
    }, 'transfer'));
}

export const returnTransfer = (context: Protection): Result => move.returnTransfer(context);
export const abroad = (context: Protection, input: AbroadInput): Result => move.abroad(context, input, resume(context));
export const abroadTold = (context: Protection, input: AbroadToldInput): Result => move.abroadTold(context, input, heldNow(context) !== null);
export const abroadBack = (context: Protection): Result => move.abroadBack(context);

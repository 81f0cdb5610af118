/** A child on medico-social accounting who is elsewhere. Accounting has no first visit of its own: it goes on where it stopped. */
import type { AccountingResumed } from '../domain/record.ts';
import type { AbroadInput, AbroadToldInput, MovedInput, TransferInput } from '../inputs.ts';
import { openAccounting } from './accounting.ts';
import type { Accounting, MsResult } from './common.ts';
import * as move from './move.ts';

const isWork = (stage: string): stage is AccountingResumed => stage === 'notified' || stage === 'assessing' || stage === 'supported';
const resume = (context: Accounting): AccountingResumed => (isWork(context.proceeding.stage) ? context.proceeding.stage : (context.records.case.resume ?? 'assessing'));

export const noContact = (context: Accounting): MsResult => move.search(context, resume(context));
export const moved = (context: Accounting, input: MovedInput): MsResult => move.moved(context, input, resume(context));

/** The police's notice goes along: the measures last as long there as here. */
export function transfer(context: Accounting, input: TransferInput): MsResult {
  const { case: record, notice } = context.records;
  const { id, danger, label } = context.proceeding;
  return move.handOver(context, input, resume(context), (place, child) =>
    openAccounting(context, {
      child, place, category: record.concern.category, summary: `${input.why}\n\n${record.concern.summary}`, danger, otherwise: label, notice,
      arrivedFrom: id, born: record.child.born ?? null,
    }, 'transfer'));
}

export const returnTransfer = (context: Accounting): MsResult => move.returnTransfer(context);
export const abroad = (context: Accounting, input: AbroadInput): MsResult => move.abroad(context, input, resume(context));
export const abroadTold = (context: Accounting, input: AbroadToldInput): MsResult => move.abroadTold(context, input, false);
export const abroadBack = (context: Accounting): MsResult => move.abroadBack(context);

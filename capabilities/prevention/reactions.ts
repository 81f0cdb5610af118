/** What prevention does on facts of its own and of others. */
import { reaction, type Reaction } from '#kernel/procedures/declare.ts';
import { facts as caseFacts, referralFacts } from '#cap/cases/contract.ts';
import { facts as commissionFacts, type Decided } from '#cap/commission/contract.ts';
import { facts, procedures, type RecordRecords, type ViolenceRecords } from './contract.ts';
import { commissionDecided, measureOver } from './domain/record.ts';
import { graduateOnRecord } from './domain/special-school.ts';
import { bodyTook, guardianshipLooked, notTaken } from './domain/violence.ts';

const took = (on: string, name: string): Reaction => reaction<ViolenceRecords>({ on, name, procedure: procedures.violence, to: ['closed'], decide: bodyTook });

export const reactions: readonly Reaction[] = [
  reaction<RecordRecords>({ on: facts.measureOver, name: 'measure-over', procedure: procedures.record, decide: measureOver }),
  reaction<RecordRecords>({ on: facts.returned, name: 'graduate', procedure: procedures.record, open: graduateOnRecord }),
  reaction<RecordRecords>({
    on: commissionFacts.decided, name: 'commission-decided', procedure: procedures.record,
    decide: (context, { data }) => (context.proceeding.final ? null : commissionDecided(context, (data as unknown as Decided).words)),
  }),
  took(referralFacts.accepted, 'body-accepted'),
  took(referralFacts.answered, 'body-answered'),
  reaction<ViolenceRecords>({ on: referralFacts.declined, name: 'body-declined', procedure: procedures.violence, decide: notTaken('declined') }),
  reaction<ViolenceRecords>({ on: referralFacts.unmet, name: 'body-unmet', procedure: procedures.violence, decide: notTaken('unmet') }),
  reaction<ViolenceRecords>({ on: referralFacts.withdrawn, name: 'body-withdrawn', procedure: procedures.violence, decide: notTaken('withdrawn') }),
  reaction<ViolenceRecords>({ on: caseFacts.progress, name: 'guardianship-looked', procedure: procedures.violence, to: ['closed'], decide: guardianshipLooked }),
];

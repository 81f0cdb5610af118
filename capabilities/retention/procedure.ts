/** Erasure of what is kept no longer, decided by two people; and a hold, which keeps it. Basis: the law on personal data; the times are defaults. */
import type { Role } from '#kernel/access/roles.ts';
import { procedure } from '#kernel/procedures/declare.ts';
import { EmptyInput, erasureOutcomes, HoldInput, KeepInput, ListInput, procedures, WhyInput, type ErasureRecords, type HoldRecords } from './contract.ts';
import { approve, check, keep, openList, sendBack } from './domain/erasure.ts';
import { lift, openHold, renew } from './domain/hold.ts';
import { approveList, checkList, reviewHold } from './terms.ts';

const desks: readonly Role[] = ['region-head', 'committee-duty'];
const last: readonly Role[] = ['committee-duty'];
const basis = [{ title: 'Law "On personal data and their protection": kept no longer than the purpose needs', article: '[?]' }];

export const erasure = procedure<ErasureRecords>({
  id: procedures.erasure,
  version: '2020-01-01',
  basis,
  subject: 'erasure',
  weighsDanger: false,
  classes: ['list'],
  stages: {
    listed: { accountable: 'region-head', within: checkList, escalation: last },
    checked: { accountable: 'committee-duty', within: approveList, escalation: last },
    closed: { final: true },
  },
  outcomes: erasureOutcomes,
  start: { by: ['clock'], input: ListInput, open: (context, input) => openList(context, input as ListInput) },
  steps: {
    check: { from: ['listed'], to: ['checked'], by: desks, input: EmptyInput, decide: (context) => check(context) },
    approve: { from: ['checked'], to: ['closed'], by: last, input: EmptyInput, decide: (context) => approve(context) },
    keep: { from: ['listed', 'checked'], to: [], by: desks, input: KeepInput, decide: (context, input) => keep(context, input as KeepInput) },
    'send-back': { from: ['checked'], to: ['listed'], by: last, input: WhyInput, decide: (context) => sendBack(context) },
  },
  readers: [
    { role: 'region-head', scope: 'region', classes: ['list'] },
    { role: 'committee-duty', scope: 'country', classes: ['list'] },
  ],
});

export const hold = procedure<HoldRecords>({
  id: procedures.hold,
  version: '2020-01-01',
  basis,
  subject: 'child',
  weighsDanger: false,
  classes: ['hold'],
  stages: { held: { accountable: 'committee-duty', within: reviewHold, escalation: last }, lifted: { final: true } },
  outcomes: ['lifted'],
  start: { by: ['prosecutor', 'commissioner', ...desks], input: HoldInput, open: (context, input) => openHold(context, input as HoldInput) },
  steps: {
    renew: { from: ['held'], to: [], by: last, input: WhyInput, decide: () => renew() },
    lift: { from: ['held'], to: ['lifted'], by: last, input: WhyInput, decide: () => lift() },
  },
  readers: [
    { role: 'committee-duty', scope: 'country', classes: ['hold'] },
    { role: 'prosecutor', scope: 'own', classes: ['hold'] },
    { role: 'commissioner', scope: 'own', classes: ['hold'] },
    { role: 'region-head', scope: 'own', classes: ['hold'] },
  ],
});

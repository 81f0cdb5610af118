/** What cases do on others' facts: an appeal routed to a case, the answers to referrals, a child handed over between districts. */
import type { Place } from '#kernel/access/directory.ts';
import type { LinkedContext } from '#kernel/procedures/context.ts';
import { reaction, type Decision, type Fact, type Opening, type Reaction } from '#kernel/procedures/declare.ts';
import { endOfDay, isDate } from '#kernel/terms/almaty.ts';
import { duplicateFacts } from '#cap/children/contract.ts';
import { facts as helplineFacts, type RoutedToCase } from '#cap/helpline/contract.ts';
import { facts as incidentFacts, type ChildAtRisk } from '#cap/incidents/contract.ts';
import { facts as preventionFacts } from '#cap/prevention/contract.ts';
import { facts as schoolFacts, type ChildFound } from '#cap/schools/contract.ts';
import { facts, procedures, referralFacts } from './contract.ts';
import { openCase } from './domain/opening.ts';
import type { MedicoSocialRecords, Moving, PoliceRecord, ProtectionRecords, ReferralNote, ReportRecords, Work } from './domain/record.ts';
import { referralChanged, referralKey } from './domain/refer.ts';
import { heldBack } from './domain/rules.ts';
import { cleared, held } from './domain/suspicion.ts';
import { openAccounting } from './steps/accounting.ts';
import { closed, quiet } from './steps/common.ts';
import { siblingJoined } from './steps/join.ts';
import { measuresExtended, recordEnded, recorded, violenceFound } from './steps/from-police.ts';
import { searching } from './steps/move.ts';
import { accusedOf } from './steps/report.ts';
import { reportEnded, reportProgressed } from './steps/told.ts';
import { twinFound, twinUndone } from './steps/twin.ts';
import * as terms from './terms.ts';

/** Where the appeal says; where the directory does not know the district, where the appeal itself is. */
function placeOf(context: LinkedContext<object>, district: string): Place {
  const found = context.directory.district(district);
  return found === undefined ? { region: context.source.region, district: context.source.district } : { region: found.region, district: found.code };
}

/** One case for each child. Medico-social accounting only where a notice of the police is what reached 111. */
function routed(context: LinkedContext<object>, fact: Fact): readonly Opening[] {
  const r = fact.data as unknown as RoutedToCase;
  const place = placeOf(context, r.district);
  return r.children.map((child, i): Opening => {
    const otherwise = r.children.length === 1 ? r.number : `${r.number} (${i + 1})`;
    // In danger the child is protected first, in hours; accounting has days, and the police may give notice of it at any time.
    if (r.category === 'medico-social-accounting' && r.danger < 2) {
      // The notice reached 111 without its paper: the police name the end of the measures later (extend-measures).
      const notice = { number: null, why: r.summary, measuresUntil: null };
      return { ...openAccounting(context, { child, place, category: r.category, summary: r.summary, danger: r.danger, notice, otherwise }), link: 'case' };
    }
    return openCase(context, {
      child, place, category: r.category, summary: r.summary, danger: r.danger, notifyPolice: r.tellPolice || r.danger >= 2, warnings: r.warnings,
      accused: accusedOf(r.accused), otherwise, reporter: { through: 'helpline', number: r.number, role: null, name: null, organisation: null },
    }, 'case');
  });
}

/** A child at risk in an incident (put off a bus and hurt, a victim online): guardianship looks after the child. One open case at a time; a closed one looks after nobody. */
function atRisk(context: LinkedContext<object>, fact: Fact): Opening | null {
  if (context.linked.some((l) => l.procedure === procedures.protection && !l.final)) return null;
  const r = fact.data as unknown as ChildAtRisk;
  return openCase(context, {
    child: r.child ?? {}, place: { region: r.region, district: r.district }, category: 'neglect', summary: r.summary, danger: r.danger,
    notifyPolice: r.offence || r.danger >= 2, warnings: null, accused: null, otherwise: context.source.label,
    reporter: { through: 'incident', number: null, role: null, name: null, organisation: null },
  }, 'case');
}

/** What a school saw and may not keep to itself: bullying with signs of an offence, a teacher's grave concern, accused staff. A case beside what the school does. */
function seenAtSchool(context: LinkedContext<object>, fact: Fact): Opening | null {
  if (context.linked.some((l) => l.procedure === procedures.protection && !l.final)) return null;
  const r = fact.data as unknown as ChildFound;
  return openCase(context, {
    child: r.child ?? {}, place: { region: r.region, district: r.district }, category: r.category, summary: r.summary, danger: r.danger, notifyPolice: r.offence, warnings: null,
    accused: r.accused === null ? null : accusedOf({ organisation: r.accused }), otherwise: context.source.label,
    reporter: { through: 'incident', number: null, role: null, name: null, organisation: null },
  }, 'case');
}

type Heard<R> = (context: LinkedContext<R & object>, fact: Fact) => Decision<R & object> | null;
/** `meets`: the case waits for it no more. `then`: what waits instead. */
type Change = (fact: Fact) => Pick<ReferralNote, 'state' | 'answer'> & { readonly meets: boolean; readonly then?: 'another-way' | 'police-answer' };

const words = (value: unknown): string => (typeof value === 'string' ? value : '');

const changes: Readonly<Record<string, { readonly name: string; readonly change: Change }>> = {
  [referralFacts.accepted]: { name: 'referral-accepted', change: () => ({ state: 'accepted', answer: null, meets: false, then: 'police-answer' }) },
  [referralFacts.answered]: {
    name: 'referral-answered',
    change: ({ data }) => ({ state: 'answered', answer: [words(data.what), words(data.summary)].filter((w) => w !== '').join(': '), meets: true }),
  },
  // Declined once it is asked elsewhere, and the case's clock goes on; the second time it is the region's.
  [referralFacts.declined]: { name: 'referral-declined', change: ({ data }) => ({ state: 'declined', answer: words(data.reason), meets: false }) },
  // The need stays: whoever works the case finds another way, and does not learn of it by chance.
  [referralFacts.unmet]: { name: 'referral-unmet', change: ({ data }) => ({ state: 'unmet', answer: words(data.why), meets: true, then: 'another-way' }) },
  [referralFacts.withdrawn]: { name: 'referral-withdrawn', change: ({ data }) => ({ state: 'withdrawn', answer: words(data.why), meets: true }) },
  [referralFacts.late]: { name: 'referral-late', change: () => ({ state: 'late', answer: null, meets: false }) },
};

/** A referral that is not this case's, or a case that is closed, hears nothing. */
function hear<R extends { readonly case: Work }>(change: Change): Heard<R> {
  return (context, fact) => {
    if (context.proceeding.final) return null;
    const { meets, then, ...what } = change(fact);
    const records = context.records as unknown as { case: Work };
    const referrals = referralChanged(records.case, context.source.id, what);
    if (referrals === null) return null;
    const next = { case: { ...records.case, referrals } } as unknown as Partial<R>;
    const key = referralKey(context.source.id);
    // The hours of a police notice end when a named officer has taken it; what he finds out has days.
    const taken = then === 'police-answer' && referrals.some((n) => n.id === context.source.id && n.kind === 'police-notice');
    return {
      records: next,
      deadlines: [
        ...(meets || taken ? [{ meet: key }] : []),
        ...(taken ? [{ start: terms.awaitUrgent, key }] : []),
        ...(then === 'another-way' ? [{ start: terms.unmet, key: 'unmet' }] : []),
      ],
    };
  };
}

const referralReactions = (procedure: string): Reaction[] =>
  Object.entries(changes).map(([on, { name, change }]) => reaction<{ case: Work }>({ on, name, procedure, decide: hear<{ case: Work }>(change) }));

type Handed = { readonly case: Moving; readonly police?: PoliceRecord };
/** The receiving case has its own suspicions: these would outlive it. */
const handedOn = (context: LinkedContext<Handed>) => cleared('transferred', context.proceeding.id, context.now);
const ofCase = (context: LinkedContext<object>) => ({ proceeding: context.proceeding.id, child: context.proceeding.subject.id });
const isTransferTo = (context: LinkedContext<Handed>): boolean =>
  context.proceeding.stage === 'transferring' && context.records.case.transfer?.to === context.source.id;

const transferReactions = (procedure: string): Reaction[] => [
  reaction<Handed>({
    on: facts.transferSeen, name: 'transfer-seen', procedure, to: ['closed'],
    decide: (context) => (isTransferTo(context) ? { to: 'closed', outcome: 'transferred', writes: handedOn(context), facts: [closed(context, 'transferred', heldBack(context.records.police, context.now))] } : null),
  }),
  // The receiving one ended: gone on to a third district, abroad, or at its own outcome. Whoever brought the child hears it
  // through the one he brought, and a sender who still waits waits no more.
  reaction<Handed>({
    on: facts.closed, name: 'transfer-closed', procedure, to: ['closed'],
    decide: (context, { data }) => {
      if (context.records.case.transfer?.to !== context.source.id) return null;
      const told: Fact = { name: facts.closed, data: { ...data, case: context.proceeding.id } };
      if (context.proceeding.stage === 'transferring') return { to: 'closed', outcome: 'transferred', writes: handedOn(context), facts: [told] };
      return context.proceeding.outcome === 'transferred' ? { facts: [told] } : null;
    },
  }),
  reaction<Handed>({
    on: facts.transferReturned, name: 'transfer-returned', procedure, to: ['searching'],
    decide: (context) => (isTransferTo(context) ? { to: 'searching', records: { case: { ...context.records.case, transfer: null } }, deadlines: searching(context) } : null),
  }),
];

const twinReactions = (procedure: string): Reaction[] => [
  reaction<{ case: Work }>({ on: duplicateFacts.same, name: 'twin-found', procedure, decide: twinFound }),
  reaction<{ case: Work }>({ on: duplicateFacts.undone, name: 'twin-undone', procedure, decide: twinUndone }),
];

function policeHeld(context: LinkedContext<ProtectionRecords>, until: string): Decision<ProtectionRecords> {
  const hold = { until, investigator: null, what: null };
  return { records: { police: { hold } }, facts: [quiet(context, until)], writes: held(context, ofCase(context), hold) };
}

export const reactions: readonly Reaction[] = [
  reaction<ProtectionRecords>({ on: helplineFacts.routedToCase, name: 'case-from-appeal', procedure: procedures.protection, open: routed }),
  reaction<ProtectionRecords>({ on: incidentFacts.childAtRisk, name: 'case-from-incident', procedure: procedures.protection, open: atRisk }),
  reaction<ProtectionRecords>({ on: schoolFacts.childAtRisk, name: 'case-from-school', procedure: procedures.protection, open: seenAtSchool }),
  reaction<ProtectionRecords>({ on: preventionFacts.childAtRisk, name: 'case-from-violence', procedure: procedures.protection, open: violenceFound }),
  reaction<MedicoSocialRecords>({ on: preventionFacts.recorded, name: 'police-recorded', procedure: procedures.medicoSocial, open: recorded }),
  reaction<MedicoSocialRecords>({ on: preventionFacts.extended, name: 'police-extended', procedure: procedures.medicoSocial, decide: measuresExtended }),
  reaction<MedicoSocialRecords>({ on: preventionFacts.ended, name: 'police-record-ended', procedure: procedures.medicoSocial, decide: recordEnded }),
  ...referralReactions(procedures.protection),
  ...referralReactions(procedures.medicoSocial),
  reaction<ProtectionRecords>({
    on: referralFacts.hold, name: 'police-held', procedure: procedures.protection,
    decide: (context, { data }) =>
      context.proceeding.final || !isDate(words(data.until))
        ? null
        : policeHeld(context, endOfDay(words(data.until))),
  }),
  reaction<ProtectionRecords>({
    on: referralFacts.holdLifted, name: 'police-hold-ended', procedure: procedures.protection,
    decide: (context) => (context.proceeding.final ? null : { records: { police: { hold: null } }, facts: [quiet(context, context.now)], writes: held(context, ofCase(context), null) }),
  }),
  reaction<ProtectionRecords>({ on: facts.joined, name: 'sibling-joined', procedure: procedures.protection, decide: siblingJoined }),
  reaction<ReportRecords>({ on: facts.progress, name: 'report-progressed', procedure: procedures.report, to: ['helping'], decide: reportProgressed }),
  reaction<ReportRecords>({ on: facts.closed, name: 'report-ended', procedure: procedures.report, to: ['helping', 'answered'], decide: reportEnded }),
  ...twinReactions(procedures.protection),
  ...twinReactions(procedures.medicoSocial),
  ...transferReactions(procedures.protection),
  ...transferReactions(procedures.medicoSocial),
];

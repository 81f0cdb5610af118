/** How a referral is opened by what others ask: a case's request, or an appeal's route. Pure. */
import { bullyingSchool, type AgencyNeed, type RoutedToAgency } from '#cap/helpline/contract.ts';
import type { ReferRequest } from '#cap/cases/contract.ts';
import type { Directory } from '#kernel/access/lookup.ts';
import type { Place } from '#kernel/access/directory.ts';
import type { LinkedContext } from '#kernel/procedures/context.ts';
import type { Danger, DeadlineChange, Fact, Opening, Subject } from '#kernel/procedures/declare.ts';
import { almatyDate } from '#kernel/terms/almaty.ts';
import { cut } from '#kernel/texts/text.ts';
import { receiverOf, receivers, type Basis, type OriginRecord, type Receiver, type ReferralRecord } from '../contract.ts';
import { acceptUrgent, answer } from '../terms.ts';

type Context = LinkedContext<object>;

const byNeed: Readonly<Record<AgencyNeed, Receiver>> = {
  'material-help': 'family-support',
  'family-support': 'family-support',
  psychologist: 'clinic',
  health: 'clinic',
  leisure: 'ngo',
  // A school that is known opens its own protocol (schools.bullying), and no referral; only where none is known is somebody asked.
  'school-bullying-protocol': 'school',
  police: 'police',
  other: 'family-support',
};

/** The organisation's own kind, where one is named that takes referrals. */
function named(directory: Directory, organisation: string | null): Receiver | null {
  const found = organisation === null ? undefined : directory.organisation(organisation);
  return found === undefined ? null : receiverOf(found.kind);
}

/** Family support centres coordinate all bodies (law of 30 Dec 2025 arts. 10–11, 54–55): what fits nowhere goes there. */
export function receiverForCase(directory: Directory, request: Pick<ReferRequest, 'kind' | 'need' | 'organisation'>): Receiver {
  if (request.kind === 'police-notice') return 'police';
  const own = named(directory, request.organisation);
  if (own !== null) return own;
  if (request.kind === 'medical' || request.need === 'rehabilitation') return 'clinic';
  return Object.hasOwn(byNeed, request.need) ? unnamed(byNeed[request.need as AgencyNeed]) : 'family-support';
}

/** Which school it is must be said: another school of the district has no business with this child. */
const unnamed = (receiver: Receiver): Receiver => (receiver === 'school' ? 'family-support' : receiver);

export function receiverForAppeal(directory: Directory, request: Pick<RoutedToAgency, 'need' | 'organisation'>): Receiver {
  if (request.need === 'police') return 'police';
  return named(directory, request.organisation) ?? unnamed(byNeed[request.need]);
}

/** Only an organisation of the receiver's kind is sent to by name. */
const sentTo = (directory: Directory, receiver: Receiver, organisation: string | null): string | null =>
  named(directory, organisation) === receiver ? organisation : null;

function placeFor(directory: Directory, at: { region: string; district: string | null }, organisation: string | null): Place {
  const district = at.district === null ? undefined : directory.district(at.district);
  return { region: district?.region ?? at.region, district: district?.code ?? null, organisation };
}

const mostFields = 30;
const longestField = 2000;

/** Words chosen for the receiver: short, few, and text only. */
const minimised = (snapshot: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(snapshot)
      .filter(([key, value]) => typeof value === 'string' && value.trim() !== '' && key.trim() !== '')
      .slice(0, mostFields)
      .map(([key, value]) => [cut(key, 200), cut(value, longestField)]),
  );

/** Nothing leaves without a ground: a law that obliges, or someone's consent. Who asks checks his input; this is the gate. */
function demanded(basis: Basis | undefined): Basis {
  const stands = basis?.kind === 'legal-duty' ? basis.law !== '' : basis?.kind === 'consent' && basis.by !== '';
  if (basis === undefined || !stands) throw new Error('a referral needs a basis: a legal duty or a consent');
  return basis;
}

interface Asked {
  readonly receiver: Receiver;
  readonly id?: string;
  readonly subject: Subject;
  readonly from: OriginRecord['from'];
  readonly place: { readonly region: string; readonly district: string | null };
  readonly danger: Danger;
  readonly label: string;
  readonly record: Omit<ReferralRecord, 'taken' | 'plan'>;
}

function opening(context: Context, asked: Asked): Opening {
  const { record } = asked;
  const origin: OriginRecord = { from: asked.from, proceeding: context.source.id, worker: context.source.worker, declines: [], decisions: [] };
  const deadlines: DeadlineChange[] = [{ start: answer, key: 'answer' }];
  if (record.urgent) deadlines.push({ start: acceptUrgent, key: 'urgent' });
  return {
    procedure: receivers[asked.receiver].procedure,
    id: asked.id,
    subject: asked.subject,
    place: placeFor(context.directory, asked.place, record.organisation),
    link: 'referral',
    // A case asks an accused school for what only it can do, in words chosen for it; an appeal, as it was told, goes past it.
    ...(asked.from === 'case' && asked.receiver === 'school' && record.organisation !== null ? { task: true as const } : {}),
    decision: {
      danger: asked.danger,
      label: asked.label,
      records: { referral: { ...record, taken: null, plan: null } satisfies ReferralRecord, origin },
      deadlines,
    },
  };
}

/** On `cases.refer`. Null where another receiver is meant. */
export function openForCase(receiver: Receiver, context: Context, fact: Fact): Opening | null {
  const request = fact.data as unknown as ReferRequest;
  if (receiverForCase(context.directory, request) !== receiver) return null;
  const until = request.holdUntil;
  return opening(context, {
    receiver,
    id: request.referral,
    subject: context.source.subject,
    from: 'case',
    place: request,
    danger: request.danger,
    label: request.child?.label ?? context.source.label,
    record: {
      need: request.need,
      question: request.question,
      child: request.child === null ? null : { label: request.child.label, age: request.child.age, sex: request.child.sex },
      snapshot: minimised(request.snapshot),
      basis: demanded(request.basis),
      urgent: request.urgent,
      organisation: sentTo(context.directory, receiver, request.organisation),
      hold: until === undefined ? null : { until: until.length > 10 ? almatyDate(until) : until, investigator: null, what: null, since: context.now },
    },
  });
}

/** On `helpline.routed-to-agency`. The child has no card yet: the referral's subject is a new one, or the card that was named. */
export function openForAppeal(receiver: Receiver, context: Context, fact: Fact): Opening | null {
  const request = fact.data as unknown as RoutedToAgency;
  const school = bullyingSchool(context.records, request);
  if (school !== null && context.directory.organisation(school)?.kind === 'school') return null;
  if (receiverForAppeal(context.directory, request) !== receiver) return null;
  const { child } = request;
  const label = child?.name ?? child?.words ?? context.source.label;
  return opening(context, {
    receiver,
    subject: { kind: 'child', id: child?.child ?? context.newId() },
    from: 'appeal',
    place: { region: context.source.region, district: request.district },
    danger: request.danger,
    label,
    record: {
      need: request.need,
      question: request.summary,
      child: child === null ? null : { label, age: child.age ?? null, sex: child.sex ?? null },
      snapshot: {},
      basis: { kind: 'legal-duty', law: 'Family Code art. 67-1' },
      urgent: receiver === 'police' && request.danger === 3,
      organisation: sentTo(context.directory, receiver, request.organisation),
      hold: null,
    },
  });
}


/** Twice a year a head says of each appointment of his house that it is still needed, or ends it. Pure. */
import type { Appointment } from '#kernel/access/directory.ts';
import type { OrganisationKind, Role } from '#kernel/access/roles.ts';
import type { StartContext, StepContext } from '#kernel/procedures/context.ts';
import type { Decision, Opening } from '#kernel/procedures/declare.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import { startOfDay } from '#kernel/terms/almaty.ts';
import { procedures, type AccessReviewRecords } from '../contract.ts';
import type { AccessReviewInput, ConfirmInput } from '../inputs.ts';
import { stageOfHead } from './reviewer.ts';

type Context = StepContext<AccessReviewRecords>;
type Decided = Decision<AccessReviewRecords> | Refusal;

/** Houses whose own head can end an appointment (kernel/access/heads.ts), and that head. */
export const headOfHouse: Partial<Readonly<Record<OrganisationKind, Role>>> = {
  'contact-centre': 'shift-lead', police: 'police-head', 'guardianship-body': 'district-head', 'region-department': 'region-head', committee: 'committee-duty',
};

/** `2027-1` began on 1 January 2027, `2027-2` on 1 July. */
export const periodStart = (period: string): string => startOfDay(`${period.slice(0, 4)}-${period.endsWith('1') ? '01' : '07'}-01`);
export const periodOf = (date: string): string => `${date.slice(0, 4)}-${date.slice(5, 7) < '07' ? '1' : '2'}`;
export const periodBefore = (period: string): string => (period.endsWith('2') ? `${period.slice(0, 4)}-1` : `${String(Number(period.slice(0, 4)) - 1)}-2`);

export function accessReview(context: StartContext, { house, period }: AccessReviewInput): Opening | Refusal {
  const { directory, now } = context;
  const organisation = directory.organisation(house);
  const head = organisation === undefined ? undefined : headOfHouse[organisation.kind];
  if (organisation === undefined || head === undefined) return refuse('invalid-input', 400, {}, { fields: [{ path: '/house', code: 'organisation.unknown' }] });
  const place = { region: organisation.region ?? 'KZ', district: organisation.district, organisation: house };
  const own = directory.choose(head, place, now, `${house}/${period}`);
  return {
    procedure: procedures.accessReview,
    subject: { kind: 'facility', id: house },
    place,
    decision: {
      to: stageOfHead[head] ?? 'country',
      ...(own?.organisation === house ? { worker: own.id } : {}),
      label: `${period} · ${organisation.names.kk}`,
      records: { access: { house, period, since: periodStart(periodBefore(period)), kept: [] } } satisfies AccessReviewRecords,
    },
  };
}

const holding = (context: Pick<Context, 'directory' | 'now'>, house: string): readonly Appointment[] =>
  context.directory.data.appointments.filter((a) => a.organisation === house && a.since <= context.now && (a.until === null || context.now < a.until));

export function confirm(context: Context, { appointments }: ConfirmInput): Decided {
  const { access } = context.records;
  const here = new Set(holding(context, access.house).map((a) => a.id));
  if (appointments.some((id) => !here.has(id))) return refuse('invalid-input', 400, {}, { fields: [{ path: '/appointments', code: 'not-in-list' }] });
  // His own is for the head above to say.
  if (appointments.some((id) => context.directory.appointment(id)?.person === context.actor.person)) return refuse('oversight.own-act', 409);
  return { records: { access: { ...access, kept: [...new Set([...access.kept, ...appointments])] } } };
}

/** Each was confirmed, or has ended; but his own. */
export function finish(context: Context): Decided {
  const { access } = context.records;
  const open = holding(context, access.house).filter((a) => !access.kept.includes(a.id) && a.person !== context.actor.person);
  return open.length > 0 ? refuse('oversight.not-all-decided', 409) : { outcome: 'reviewed' };
}

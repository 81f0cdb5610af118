/** How an incident begins: an appeal routed to it, or a report of somebody who works with children. Pure. */
import type { Place } from '#kernel/access/directory.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import { almatyDate } from '#kernel/terms/almaty.ts';
import type { LinkedContext, StepContext } from '#kernel/procedures/context.ts';
import type { Danger, Decision, Fact, Opening } from '#kernel/procedures/declare.ts';
import type { ChildSketch, IncidentKind, RoutedToIncident } from '#cap/helpline/contract.ts';
import { procedures, type BusRecords, type ChildRecord, type ContentRecords, type LabourRecords, type ReporterRecord } from '../contract.ts';
import type { BusStartInput, ContentStartInput, LabourStartInput } from '../inputs.ts';
import { childHome, childSafe } from '../terms.ts';
import { atRisk, childDuty, dangerOf } from './child.ts';

export const field = (path: string, code: string): Refusal => refuse('invalid-input', 400, {}, { fields: [{ path, code }] });

interface Arrival<R> {
  readonly kind: IncidentKind;
  readonly place: Place;
  readonly danger: Danger;
  /** Signs of an offence against the child. */
  readonly offence?: boolean;
  readonly label: string;
  readonly child: ChildSketch | null;
  readonly summary: string;
  readonly records: R;
  readonly conflicts?: Decision<object>['conflicts'];
}

/** The duty to the child runs from here where there is a child to ask about. What is already known to be wrong is told at once. */
function begin<R extends { readonly child: ChildRecord }>(id: string, a: Arrival<R>): Opening {
  const { state } = a.records.child.safety;
  const told = atRisk({
    incident: id, kind: a.kind, region: a.place.region, district: a.place.district, child: a.child, summary: a.summary, danger: a.danger, offence: a.offence ?? false,
  });
  return {
    id,
    procedure: procedures[a.kind],
    subject: { kind: 'incident', id },
    place: a.place,
    link: 'incident',
    decision: {
      records: a.records,
      danger: a.danger,
      label: a.label,
      conflicts: a.conflicts ?? [],
      deadlines: state === 'at-risk' ? [{ start: childSafe, key: childDuty }] : state === 'unknown' ? [{ start: childHome, key: childDuty }] : [],
      facts: state === 'at-risk' ? [told] : [],
    },
  };
}

const safety = (state: ChildRecord['safety']['state'], at: string, known: Partial<ChildRecord['safety']> = {}): ChildRecord['safety'] =>
  ({ state, whereabouts: null, injured: null, confirmedBy: null, words: null, ...known, at });

const bus = (summary: string, child: ChildRecord, reporter: ReporterRecord, carrier: Pick<BusStartInput, 'carrier' | 'organisation'> = {}): BusRecords => ({
  incident: { summary, event: null, carrier: carrier.carrier ?? null, organisation: carrier.organisation ?? null, asked: null, answer: null, passed: null },
  child,
  reporter,
});
const content = (summary: string, child: ChildRecord, reporter: ReporterRecord, of: Pick<ContentStartInput, 'address' | 'matter'> = {}): ContentRecords => ({
  incident: { summary, matter: of.matter ?? null, harmful: null, offence: false, experts: null, gone: null, passed: null },
  content: { address: of.address ?? null, finding: null, orders: [] },
  child,
  reporter,
});

const labour = (summary: string, child: ChildRecord, reporter: ReporterRecord, of: Pick<LabourStartInput, 'employer' | 'organisation' | 'forced'> = {}): LabourRecords => ({
  incident: { summary, employer: of.employer ?? null, organisation: of.organisation ?? null, found: null, breaches: null, forced: of.forced ?? null, passed: null },
  child,
  reporter,
});

const throughHelpline: ReporterRecord = { through: 'helpline', role: null, name: null, organisation: null };

/** On `helpline.routed-to-incident`. Null where the other kind is meant. A child in danger has its case from the same operator. */
export function routed(kind: IncidentKind, context: LinkedContext<object>, fact: Fact): Opening | null {
  const r = fact.data as unknown as RoutedToIncident;
  if (r.kind !== kind) return null;
  const district = context.directory.district(r.district);
  const place: Place = district === undefined ? { region: context.source.region, district: context.source.district } : { region: district.region, district: district.code };
  const common = { kind, place, danger: r.danger, label: context.source.label, child: r.child, summary: r.summary };
  const id = context.newId();
  const known = (state: 'unknown' | 'none'): ChildRecord => ({ child: r.child, safety: safety(state, context.now) });
  if (kind === 'bus-expulsion') return begin(id, { ...common, records: bus(r.summary, known('unknown'), throughHelpline) });
  if (kind === 'child-labour') return begin(id, { ...common, records: labour(r.summary, known('unknown'), throughHelpline) });
  return begin(id, { ...common, records: content(r.summary, known('none'), throughHelpline) });
}

function placeIn(context: StepContext<object>, asked: string | undefined): Place | Refusal {
  const code = asked ?? context.actor.district;
  if (code === null) return field('/district', 'required');
  const district = context.directory.district(code);
  return district === undefined ? field('/district', 'district.unknown') : { region: district.region, district: district.code };
}

/** A label lies open in lists: a day, never words of the report. */
const today = (context: StepContext<object>): string => almatyDate(context.now);

const reporterOf = ({ actor }: StepContext<object>): ReporterRecord => ({ through: 'report', role: actor.role, name: actor.name, organisation: actor.organisation });

export function startBus(context: StepContext<object>, input: BusStartInput): Opening | Refusal {
  const place = placeIn(context, input.district);
  if ('refused' in place) return place;
  const { organisation } = input;
  if (organisation !== undefined && context.directory.organisation(organisation) === undefined) return field('/organisation', 'organisation.unknown');
  const danger = dangerOf(input.whereabouts ?? null, input.injured === true);
  const child: ChildRecord = {
    child: input.child ?? null,
    // What the reporter says makes it worse at once; that all is well, somebody must make sure of.
    safety: safety(danger > 0 ? 'at-risk' : 'unknown', context.now, { whereabouts: input.whereabouts ?? null, injured: input.injured ?? null }),
  };
  return begin(context.newId(), {
    kind: 'bus-expulsion', place, danger: danger > 0 ? danger : 1, label: [input.carrier, today(context)].filter((w) => w !== undefined).join(' · '), child: child.child, summary: input.summary,
    records: bus(input.summary, child, reporterOf(context), input),
    conflicts: organisation === undefined ? [] : [{ organisation }],
  });
}

export function startContent(context: StepContext<object>, input: ContentStartInput): Opening | Refusal {
  const place = placeIn(context, input.district);
  if ('refused' in place) return place;
  const child: ChildRecord = { child: input.child ?? null, safety: safety('none', context.now) };
  return begin(context.newId(), {
    kind: 'harmful-content', place, danger: 1, label: hostOf(input.address) ?? today(context), child: child.child, summary: input.summary,
    records: content(input.summary, child, reporterOf(context), input),
  });
}

export function startLabour(context: StepContext<object>, input: LabourStartInput): Opening | Refusal {
  const place = placeIn(context, input.district);
  if ('refused' in place) return place;
  const { organisation } = input;
  if (organisation !== undefined && context.directory.organisation(organisation) === undefined) return field('/organisation', 'organisation.unknown');
  const forced = input.forced === true;
  const child: ChildRecord = { child: input.child ?? null, safety: safety(forced ? 'at-risk' : 'unknown', context.now) };
  return begin(context.newId(), {
    kind: 'child-labour', place, danger: forced ? 3 : 1, offence: forced, label: today(context), child: child.child, summary: input.summary,
    records: labour(input.summary, child, reporterOf(context), input),
    conflicts: organisation === undefined ? [] : [{ organisation }],
  });
}

/** The house of an address: lists name the content by it, never by the address itself. */
export const hostOf = (address: string | undefined): string | null => /^(?:https?:\/\/)?([\p{L}\d.-]+\.\p{L}{2,})(?:[/:?#]|$)/iu.exec(address ?? '')?.[1] ?? null;

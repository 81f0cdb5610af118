/** How a protection case begins, whoever brought it: the child into the register, the records, the duties that run from the first hour. */
import type { Place } from '#kernel/access/directory.ts';
import type { Instant } from '#kernel/clock.ts';
import type { Actor, Deadline } from '#kernel/procedures/context.ts';
import type { Danger, DeadlineChange, Decision, Fact, Opening, Write } from '#kernel/procedures/declare.ts';
import type { TermBook } from '#kernel/terms/book.ts';
import { almatyDate } from '#kernel/terms/almaty.ts';
import { addChild, askedFirst, askFirst, bornFromAge, childLabel, expectChild, nameChild, noteNear, type Sketch } from '#cap/children/contract.ts';
import { facts, procedures } from '../contract.ts';
import * as terms from '../terms.ts';
import { majorityDuties } from './majority.ts';
import { policeNotice } from './refer.ts';
import { held, suspicionOf } from './suspicion.ts';
import type { Accused, CaseRecord, PoliceRecord, ProtectionRecords, ReporterRecord, Work } from './record.ts';

export interface Arrival {
  readonly child: Sketch;
  /** Where in the input he stands, as a JSON pointer. */
  readonly path?: string;
  readonly place: Place;
  readonly category: string;
  readonly summary: string;
  readonly danger: Danger;
  /** Violence, or somebody asked for it: the police are told of it in the same moment. */
  readonly notifyPolice: boolean;
  /** The case it comes from, when another district hands the child over. */
  readonly arrivedFrom?: string;
  /** What the law still asks of a removal there is asked here too, from its own day: nothing owed falls away on the road. */
  /** His birth date, where the case it comes from knows it to the day. */
  readonly born?: string | null;
  readonly owed?: Pick<CaseRecord, 'removal' | 'representative'> & { readonly duties: readonly DeadlineChange[] };
  /** Facts that the police hold back in the case it grows out of. */
  readonly hold?: NonNullable<PoliceRecord['hold']> | null;
  readonly warnings: string | null;
  readonly accused: Accused | null;
  readonly reporter: ReporterRecord;
  /** How lists name him while no name is known: an appeal's number, a sibling's label. */
  readonly otherwise: string;
}

/** Whom it comes to, and the ids to give. */
export interface Birth {
  readonly now: Instant;
  readonly terms: TermBook;
  newId(): string;
  /** Who opens it: whoever keeps the register is asked about a child who is near; nobody else is held up. */
  readonly actor?: Pick<Actor, 'role'>;
}

/** The child as a new row of the register (nothing where he is there already), and as the case will name him. */
export function childOf(birth: Birth, sketch: Sketch, place: Place, warnings: string | null, born: string | null = null, path = ''): { readonly child: Work['child']; readonly writes: readonly Write[] } {
  const today = almatyDate(birth.now);
  const id = sketch.child ?? birth.newId();
  const age = sketch.age ?? null;
  return {
    child: { id, name: sketch.name ?? null, age, sex: sketch.sex ?? null, language: null, identified: sketch.child !== undefined, born },
    writes: [
      sketch.child !== undefined ? expectChild(sketch.child) : addChild({
        id, born: age === null ? null : bornFromAge(age, today), precision: age === null ? 'unknown' : 'estimated', sex: sketch.sex ?? null,
        language: null, warnings, region: place.region, district: place.district, at: birth.now,
      }),
      // A name as the reporter said it, in one piece: which part is which is found out with the papers.
      ...(sketch.name === undefined || sketch.child !== undefined
        ? []
        : [nameChild({ id: birth.newId(), child: id, kind: 'known-as', family: null, given: sketch.name, patronymic: null, script: 'other', at: birth.now }), near(birth, id, sketch, path)]),
    ],
  };
}

const near = (birth: Birth, child: string, { not }: Sketch, path: string): Write =>
  askedFirst.some((role) => role === birth.actor?.role) ? askFirst(child, not ?? null, path, birth.now) : noteNear(child, birth.now);

/** Duties that danger adds to the stage's own term. They run from the appeal, not from the assignment. */
export function dangerDuties(danger: Danger): readonly DeadlineChange[] {
  if (danger < 2) return [];
  return [
    { start: terms.assign, key: 'assign' },
    { start: terms.firstVisit, key: 'first-visit' },
    { start: terms.firstResult, key: 'first-result' },
    ...(danger === 3 ? [{ start: terms.dutyContact, key: 'duty-contact' }] : []),
  ];
}

export const newCase = (child: Work['child'], a: Pick<Arrival, 'category' | 'summary' | 'warnings' | 'accused'>, now: Instant): CaseRecord => ({
  child,
  concern: { category: a.category, summary: a.summary, at: now },
  warnings: a.warnings,
  accused: a.accused,
  visits: [],
  safety: null,
  assessment: null,
  conference: null,
  plan: [],
  reviews: [],
  referrals: [],
  removal: null,
  representative: null,
  siblings: null,
  approvals: [],
  resume: null,
  transfer: null,
  arrivedFrom: null,
  priorVisits: 0,
  death: null,
});

export const accusedConflicts = (accused: Accused | null): NonNullable<Decision<object>['conflicts']> => [
  ...(accused?.person == null ? [] : [{ person: accused.person }]),
  ...(accused?.organisation == null ? [] : [{ organisation: accused.organisation }]),
];

/** These, but for what runs already: a second start would end the first, and lengthen what was promised. */
export const owedAnew = (duties: readonly DeadlineChange[], deadlines: readonly Deadline[]): readonly DeadlineChange[] =>
  duties.filter((d) => !('start' in d) || !deadlines.some((r) => r.key === (d.key ?? d.start.id) && (r.state === 'running' || r.state === 'paused')));

/** A protection case about one child. */
export function openCase(birth: Birth, a: Arrival, link?: string): Opening & { readonly id: string } {
  const id = birth.newId();
  const { child, writes } = childOf(birth, a.child, a.place, a.warnings, a.born ?? null, a.path);
  const base: CaseRecord = {
    ...newCase(child, a, birth.now), arrivedFrom: a.arrivedFrom ?? null, removal: a.owed?.removal ?? null, representative: a.owed?.representative ?? null,
  };
  const label = childLabel(child.name, child.age, a.otherwise);
  const notice = a.notifyPolice ? policeNotice(birth, { case: id, label, record: base, place: a.place, danger: a.danger }) : null;
  const record: CaseRecord = notice === null ? base : { ...base, referrals: [notice.note] };
  const records: Partial<ProtectionRecords> = {
    case: record,
    reporter: a.reporter,
    header: { category: a.category, danger: a.danger, age: child.age, safety: null, removed: base.removal !== null, seenAlone: false },
    ...(a.hold == null ? {} : { police: { hold: a.hold } }),
  };
  const opened: Fact = { name: facts.opened, data: { case: id, procedure: procedures.protection, danger: a.danger } };
  return {
    id,
    procedure: procedures.protection,
    subject: { kind: 'child', id: child.id },
    place: a.place,
    ...(link === undefined ? {} : { link }),
    decision: {
      records,
      danger: a.danger,
      label,
      conflicts: accusedConflicts(a.accused),
      deadlines: [
        ...dangerDuties(a.danger),
        { start: terms.askSiblings, key: 'siblings' },
        ...(a.born == null ? [] : majorityDuties(birth, a.born, false)),
        ...(a.owed?.duties ?? []),
        ...(a.accused?.representative === true && a.owed === undefined ? [{ start: terms.appointRepresentative, key: 'representative' }] : []),
        ...(notice === null ? [] : [notice.deadline]),
      ],
      writes: [
        ...writes,
        ...suspicionOf(birth, { proceeding: id, child: child.id }, a),
        ...(a.hold == null ? [] : held(birth, { proceeding: id, child: child.id }, a.hold)),
      ],
      facts: [opened, ...(notice === null ? [] : [notice.fact])],
    },
  };
}

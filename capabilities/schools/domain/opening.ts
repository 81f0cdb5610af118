/** How bullying comes to a school: an appeal routed to it, or a report of somebody who works with children, past the head. Pure. */
import type { Directory } from '#kernel/access/lookup.ts';
import type { Organisation, Place } from '#kernel/access/directory.ts';
import type { LinkedContext, StepContext } from '#kernel/procedures/context.ts';
import type { Danger, Opening } from '#kernel/procedures/declare.ts';
import type { Fact } from '#kernel/procedures/declare.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import { almatyDate, plainDay } from '#kernel/terms/almaty.ts';
import { bullyingSchool, type ChildSketch, type RoutedToAgency } from '#cap/helpline/contract.ts';
import { facts, procedures, type AccusedRecord, type BullyingRecords, type BullyingReporter, type ChildFound, type Pupil } from '../contract.ts';
import type { StartInput } from '../inputs.ts';

export const field = (path: string, code: string): Refusal => refuse('invalid-input', 400, {}, { fields: [{ path, code }] });

/** The school itself; staff who are accused are outside it, so its whole house is: the district has it then. */
export const keptFrom = (staff: AccusedRecord['staff'], school: string | null): readonly { readonly organisation: string }[] =>
  staff === null || school === null ? [] : [{ organisation: school }];

const pupilOf = (child: ChildSketch | undefined): Pupil | null =>
  child === undefined ? null : { name: child.name ?? child.words ?? '', className: null, age: child.age ?? null, child: child.child ?? null };

export interface Arrival {
  readonly school: Organisation;
  readonly summary: string;
  readonly hurt: ChildSketch | undefined;
  readonly danger: Danger;
  readonly label: string;
  readonly offence: string | null;
  readonly accused: AccusedRecord;
  readonly reporter: BullyingReporter;
  readonly by?: string;
}

export const placeOf = (school: Organisation): Place => ({ region: school.region ?? 'KZ', district: school.district, organisation: school.id });

export function begin(context: Pick<StepContext<object>, 'now' | 'newId'>, a: Arrival): Opening {
  const id = context.newId();
  const place = placeOf(a.school);
  const records: BullyingRecords = {
    bullying: {
      school: a.school.id, summary: a.summary, kinds: [], times: 'not-known', since: null, hurt: pupilOf(a.hurt), others: [], relapses: 0,
      offence: a.offence === null ? null : { why: a.offence, at: context.now },
    },
    support: { told: [], psychologist: [], councils: [], followUps: [] },
    reporter: a.reporter,
    accused: a.accused,
    answer: { said: [{ state: 'received', at: context.now }] },
  };
  const conflicts = keptFrom(a.accused.staff, a.school.id);
  const found: ChildFound = {
    from: id, category: 'bullying', offence: true, region: place.region, district: place.district, child: a.hurt ?? null, summary: a.summary, danger: 2,
    accused: conflicts[0]?.organisation ?? null,
  };
  return {
    id, procedure: procedures.bullying, subject: { kind: 'incident', id }, place, link: 'bullying',
    ...(a.by === undefined ? {} : { reporter: a.by }),
    decision: {
      records, danger: a.danger, label: a.label, conflicts,
      facts: a.offence === null ? [] : [{ name: facts.childAtRisk, data: { ...found } }],
    },
  };
}

/** On `helpline.routed-to-agency`. Null where something else is asked for, or nobody said which school it is. */
export function routed(context: LinkedContext<object>, fact: Fact): Opening | null {
  const asked = fact.data as unknown as RoutedToAgency;
  const school = schoolOf(context.directory, bullyingSchool(context.records, asked));
  if (school === undefined) return null;
  return begin(context, {
    school, summary: asked.summary, hurt: asked.child ?? undefined, danger: asked.danger, label: context.source.label,
    // Danger of an appeal has its case from the same operator: the police and guardianship are told by that one.
    offence: null, accused: { staff: null, words: null }, reporter: { through: 'helpline', role: null, name: null, organisation: null },
  });
}

export const schoolOf = (directory: Directory, id: string | null): Organisation | undefined => {
  const found = id === null ? undefined : directory.organisation(id);
  return found?.kind === 'school' ? found : undefined;
};

export function report(context: StepContext<object>, input: StartInput): Opening | Refusal {
  const { actor, directory } = context;
  const id = input.school ?? actor.organisation;
  const school = schoolOf(directory, id);
  if (school === undefined) return field('/school', input.school === undefined ? 'required' : 'organisation.unknown');
  const offence = input.offence === true;
  return begin(context, {
    school, summary: input.summary, hurt: input.hurt, danger: offence ? 2 : 1,
    // A day, never words of the report: it lies open in lists.
    label: plainDay(almatyDate(context.now)),
    offence: offence ? input.summary : null,
    accused: { staff: input.staff ?? null, words: null },
    reporter: { through: 'report', role: actor.role, name: actor.name, organisation: actor.organisation },
    ...(actor.appointment === null ? {} : { by: actor.appointment }),
  });
}


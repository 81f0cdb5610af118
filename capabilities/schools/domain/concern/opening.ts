/** How a concern begins: a teacher saw something, or a sheet of a questionnaire says it. It never lies on the desk of whoever wrote it. Pure. */
import type { Organisation } from '#kernel/access/directory.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import type { Danger, DeadlineChange, Fact, Opening } from '#kernel/procedures/declare.ts';
import type { Refusal } from '#kernel/problems/refusal.ts';
import { facts, procedures, type ChildFound } from '../../contract.ts';
import { danger as dangerTerm } from '../../terms/concern.ts';
import { labelOf } from '../label.ts';
import { field, placeOf, schoolOf } from '../opening.ts';
import type { Pupil } from '../pupil.ts';
import type { ConcernInput } from './inputs.ts';
import { callOf, type ConcernRecord, type ConcernRecords, type ConcernSource, type Sign } from './record.ts';

type Context = Pick<StepContext<object>, 'now' | 'newId' | 'actor' | 'directory'>;

export const readKey = 'read';

/** Guardianship has it from this moment. Null: by these signs it need not. */
export function toGuardianship(at: { readonly from: string; readonly region: string; readonly district: string | null; readonly danger: Danger }, pupil: Pupil, seen: readonly Sign[], summary: string, accused: string | null): Fact | null {
  const call = callOf(seen);
  if (call.guardianship === null) return null;
  const data: ChildFound = {
    from: at.from, category: call.guardianship, offence: call.offence, region: at.region, district: at.district, summary, accused, danger: at.danger,
    child: { ...(pupil.name === '' ? {} : { name: pupil.name }), ...(pupil.child === null ? {} : { child: pupil.child }), ...(pupil.age === null || pupil.age > 17 ? {} : { age: pupil.age }) },
  };
  return { name: facts.childAtRisk, data: { ...data } };
}

/** Another psychologist or social teacher than whoever wrote it, or the head: nobody is his own reader. Undefined: nobody else is there, and the desk finds somebody. */
function reader(context: Context, school: Organisation): string | undefined {
  const self = context.actor.person;
  if (self === null) return undefined;
  const excluded = { persons: new Set([self]), organisations: new Set<string>() };
  for (const role of ['school-worker', 'school-head'] as const) {
    const found = context.directory.choose(role, placeOf(school), context.now, context.newId(), excluded);
    if (found !== null) return found.id;
  }
  return undefined;
}

interface Seen {
  readonly school: Organisation;
  readonly pupil: Pupil;
  readonly source: ConcernSource;
  readonly signs: readonly Sign[];
  readonly summary: string | null;
}

export function openConcern(context: Context, { school, pupil, source, signs, summary }: Seen, link?: null): Opening {
  const id = context.newId();
  const place = placeOf(school);
  const { danger } = callOf(signs);
  // Its own staff: then the school's whole house is out of it, and the district has it.
  const accused = signs.includes('hurt-by-staff') ? school.id : null;
  const told = toGuardianship({ from: id, region: place.region, district: place.district, danger }, pupil, signs, summary ?? '—', accused);
  const concern: ConcernRecord = { school: school.id, pupil, source, signs, summary, guardianship: told === null ? null : { signs, at: context.now } };
  const records: Partial<ConcernRecords> = {
    concern,
    support: { read: null, talks: [], done: null },
    reporter: { name: context.actor.name, role: context.actor.role },
    answer: { said: [{ state: 'received', at: context.now }] },
  };
  const worker = accused === null ? reader(context, school) : undefined;
  const urgent: readonly DeadlineChange[] = danger >= 2 ? [{ start: dangerTerm, key: readKey }] : [];
  return {
    id, procedure: procedures.concern, subject: { kind: 'incident', id }, place,
    ...(link === undefined ? {} : { link }),
    ...(context.actor.appointment === null ? {} : { reporter: context.actor.appointment }),
    decision: {
      records, danger, label: labelOf(pupil), deadlines: urgent,
      ...(worker === undefined ? {} : { worker }),
      conflicts: accused === null ? [] : [{ organisation: accused }],
      facts: told === null ? [] : [told],
    },
  };
}

export function concern(context: StepContext<object>, input: ConcernInput): Opening | Refusal {
  const school = schoolOf(context.directory, context.actor.organisation);
  if (school === undefined) return field('/name', 'organisation.unknown');
  const name = input.name?.trim() ?? '';
  if (name === '' && input.child === undefined) return field('/name', 'required');
  if (input.signs.every((s) => s === 'other') && input.summary === undefined) return field('/summary', 'required');
  const pupil: Pupil = { name, className: input.className ?? null, age: null, child: input.child ?? null };
  return openConcern(context, { school, pupil, source: input.source, signs: input.signs, summary: input.summary ?? null });
}

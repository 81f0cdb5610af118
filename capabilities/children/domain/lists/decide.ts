/** Decisions about a list: who may open it, what is taken of its file, when it may run. Pure. */
import { roles, isRole } from '#kernel/access/roles.ts';
import type { Actor, StepContext } from '#kernel/procedures/context.ts';
import type { Decision, Opening } from '#kernel/procedures/declare.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import { cut } from '#kernel/texts/text.ts';
import { almatyDate, plainDay } from '#kernel/terms/almaty.ts';
import { listFailedKept } from '../../terms.ts';
import { columnsFault } from './columns.ts';
import { listProcedure, type CountsInput, type ListCounts, type ListRecords, type MapInput, type OpenListInput, type TakeFileInput } from './inputs.ts';

type Context = StepContext<ListRecords>;
type Decided = Decision<ListRecords> | Refusal;

/** His own territory: of a district, a region, the country. */
function covers(actor: Actor, place: { readonly region: string | null; readonly district: string | null }): boolean {
  const level = isRole(actor.role) ? roles[actor.role].level : null;
  if (level === 'country') return true;
  if (level === 'region') return place.region !== null && place.region === actor.region;
  return place.district !== null && place.district === actor.district;
}

/** Answered for where the agency is; one without a district is answered for by the region, and not through this door. */
export function openList(context: StepContext<object>, input: OpenListInput): Opening | Refusal {
  const house = context.directory.organisation(input.organisation);
  const wrong = (code: string): Refusal => refuse('invalid-input', 400, {}, { fields: [{ path: '/organisation', code }] });
  if (house === undefined) return wrong('organisation.unknown');
  if (house.region === null || house.district === null || !covers(context.actor, house)) return wrong('list.territory');
  const id = context.newId();
  const list: ListRecords['list'] = {
    organisation: house.id, about: input.about ?? null, by: context.actor.person ?? '', file: null, columns: null, heading: true, preview: null, done: null,
  };
  return {
    id,
    procedure: listProcedure,
    subject: { kind: 'list', id },
    place: { region: house.region, district: house.district },
    decision: {
      records: { list },
      label: cut(`${plainDay(almatyDate(context.now))} · ${house.names.kk}`, 200),
      ...(context.actor.role === 'guardianship-specialist' && context.actor.appointment !== null ? { worker: context.actor.appointment } : {}),
      writes: [{ statement: 'children.list-open', values: [id, house.id, context.actor.appointment, context.actor.person, context.now] }],
    },
  };
}

/** The database knows the bytes by this hash, or refuses; and a file that was taken in before is not taken again. */
export function takeFile(context: Context, input: TakeFileInput): Decided {
  const proposed = input.headings.map((_, i) => input.proposed[i] ?? 'left-out');
  return {
    records: { list: { ...context.records.list, file: { ...input, proposed, at: context.now }, columns: null, heading: input.heading, preview: null } },
    writes: [{ statement: 'children.list-take', values: [context.proceeding.id, input.file, input.sha256] }],
  };
}

/** A column of the file that is not named is left out. */
export function mapColumns(context: Context, { columns: named, heading }: MapInput): Decided {
  const { list } = context.records;
  if (list.file === null) return refuse('wrong-stage', 409);
  const columns = list.file.headings.map((_, i) => named[i] ?? 'left-out');
  const fault = columnsFault(columns);
  if (fault !== null) return refuse(fault, 409);
  return {
    records: { list: { ...list, columns, heading, preview: null } },
    writes: [{ statement: 'children.list-begin', values: [context.proceeding.id, 'preview', JSON.stringify({ columns, heading, delimiter: list.file.delimiter, width: columns.length })] }],
  };
}

const summed = (c: CountsInput): ListCounts => ({ ...c, rows: c.fresh + c.known + c.looked + c.failed });

export const previewed = (context: Context, input: CountsInput): Decided => ({
  records: { list: { ...context.records.list, preview: summed(input) } },
  writes: [{ statement: 'children.list-state', values: [context.proceeding.id, 'open'] }],
});

export function run(context: Context): Decided {
  const { preview } = context.records.list;
  if (preview === null) return refuse('wrong-stage', 409);
  if (preview.rows === preview.failed) return refuse('children.list-nothing', 409);
  return { writes: [{ statement: 'children.list-run', values: [context.proceeding.id] }] };
}

export const halt = (context: Context, state: 'going' | 'stopped'): Decided => ({ writes: [{ statement: 'children.list-state', values: [context.proceeding.id, state] }] });

export function finish(context: Context, input: CountsInput): Decided {
  return {
    outcome: 'taken-in',
    records: { list: { ...context.records.list, done: summed(input) } },
    writes: [{ statement: 'children.list-end', values: [context.proceeding.id, context.terms.due(listFailedKept, context.now, context.proceeding.region)] }],
  };
}

/** Children who were taken in before it was stopped stay; their source says which list they came by. */
export const withdraw = (context: Context): Decided => ({ outcome: 'withdrawn', writes: [{ statement: 'children.list-end', values: [context.proceeding.id, null] }] });

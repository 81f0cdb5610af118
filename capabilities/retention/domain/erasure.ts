/** Decisions about a list of what is due for erasure. Pure. */
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import type { Decision, Opening } from '#kernel/procedures/declare.ts';
import { almatyDate, plainDay } from '#kernel/terms/almaty.ts';
import { procedures, type ErasureRecords, type Item, type KeepInput, type ListInput } from '../contract.ts';

type Context = StepContext<ErasureRecords>;
type Result = Decision<ErasureRecords> | Refusal;

/** One list per region; what the lists show of a file is its id. */
export function openList(context: StepContext<object>, input: ListInput): Opening {
  const id = context.newId();
  const items: Item[] = input.items.map((item, i) => ({ number: i + 1, ...item, kept: null }));
  const list: ErasureRecords['list'] = { items, checked: null };
  return {
    id,
    procedure: procedures.erasure,
    subject: { kind: 'erasure', id },
    place: { region: input.region, district: null },
    decision: {
      records: { list },
      label: `${plainDay(almatyDate(context.now))} · ${items.length}`,
      writes: items.map((i) => ({ statement: 'retention.list', values: [id, i.subject, i.main, i.closed] })),
    },
  };
}

/** Kept for a reason until a day; then the clock lists it again. */
export function keep(context: Context, input: KeepInput): Result {
  const { list } = context.records;
  const item = list.items.find((i) => i.number === input.number);
  const wrong = (path: string, code: string): Refusal => refuse('invalid-input', 400, {}, { fields: [{ path, code }] });
  if (item === undefined || item.kept !== null) return wrong('/number', 'not-in-list');
  if (input.until <= almatyDate(context.now)) return wrong('/until', 'minimum');
  const items = list.items.map((i) => (i === item ? { ...i, kept: { until: input.until, why: input.why } } : i));
  return {
    records: { list: { ...list, items } },
    writes: [{ statement: 'retention.keep', values: [context.proceeding.id, item.subject, `${input.until}T00:00:00.000+05:00`] }],
  };
}

export function check(context: Context): Result {
  return { records: { list: { ...context.records.list, checked: { person: context.actor.person ?? '', at: context.now } } } };
}

/** Four eyes: never by the one who looked it through. */
export function approve(context: Context): Result {
  const { list } = context.records;
  if (list.checked === null) return refuse('wrong-stage', 409);
  if (list.checked.person === context.actor.person) return refuse('retention.same-person', 409);
  if (list.items.every((i) => i.kept !== null)) return { outcome: 'kept' };
  return { outcome: 'approved', writes: [{ statement: 'retention.approve', values: [context.proceeding.id] }] };
}

export function sendBack(context: Context): Result {
  return { records: { list: { ...context.records.list, checked: null } } };
}

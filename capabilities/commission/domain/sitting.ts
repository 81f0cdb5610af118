/** A sitting: called, begun with a quorum, its files open to whoever is present, minutes signed. Pure. */
import type { Place } from '#kernel/access/directory.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import type { About, Linked, LinkedContext, StepContext } from '#kernel/procedures/context.ts';
import type { Decision, Fact, Opening } from '#kernel/procedures/declare.ts';
import { almatyDate, endOfDay, isDate, plainDay } from '#kernel/terms/almaty.ts';
import { facts, procedures, type MatterRecords, type OffAgenda, type OnAgenda, type ReadingRecords, type SittingOver, type SittingRecords } from '../contract.ts';
import type { AgendaInput, BeginInput } from '../inputs.ts';
import { ahead, quorum, sittingDay } from '../terms.ts';
import { field } from './field.ts';

type Context = StepContext<SittingRecords>;
type Result = Decision<SittingRecords> | Refusal;

/** A day and an hour, never whose matters they are: it lies open in lists. */
const labelOf = (date: string, time: string): string => `${plainDay(date)}, ${time}`;

/** Who holds the post now. */
const membersOf = ({ directory, now }: Pick<Context, 'directory' | 'now'>, commission: string): readonly string[] => directory.staff(commission, 'commission-member', now).map((a) => a.id);

/** The sitting of that commission on that day: the one that is called, or a new one. */
export function sittingOn(
  context: Pick<StepContext<object>, 'now' | 'newId' | 'terms' | 'directory' | 'about'>,
  commission: { readonly id: string; readonly place: Place },
  input: AgendaInput,
): { readonly id: string; readonly opening: Opening | null } | Refusal {
  if (!isDate(input.date) || input.date < almatyDate(context.now)) return field('/date', 'minimum');
  if (input.date > almatyDate(context.terms.due(ahead, context.now))) return field('/date', 'maximum');
  const called = (context.about ?? []).find(({ proceeding: p }) => p.procedure === procedures.sitting && p.stage === 'called' && p.label.startsWith(`${plainDay(input.date)},`));
  if (called !== undefined) return { id: called.proceeding.id, opening: null };
  const id = context.newId();
  const sitting = { commission: commission.id, date: input.date, time: input.time, where: input.where, members: membersOf(context, commission.id) };
  const records: SittingRecords = { sitting, agenda: { items: [] } };
  return {
    id,
    opening: {
      id, procedure: procedures.sitting, subject: { kind: 'facility', id: commission.id },
      place: { region: commission.place.region, district: commission.place.district, organisation: commission.id }, link: 'agenda',
      decision: { records, label: labelOf(input.date, input.time), deadlines: [{ start: ahead, key: 'sitting', by: endOfDay(input.date) }] },
    },
  };
}

/** On `commission.on-agenda`. */
export function itemAdded(context: LinkedContext<SittingRecords>, { data }: Fact): Decision<SittingRecords> | null {
  const item = data as unknown as OnAgenda;
  const { items } = context.records.agenda;
  const here = (context.source.procedure === procedures.matter) && context.proceeding.stage === 'called';
  const matter = context.linked.find((l) => l.id === item.matter)?.records as unknown as MatterRecords | undefined;
  if (!here || matter?.matter.sitting !== context.proceeding.id || items.some((i) => i.matter === item.matter)) return null;
  return { records: { agenda: { items: [...items, { matter: item.matter, child: item.child }] } } };
}

/**
 * On `commission.off-agenda`. Off the list of a sitting that has not begun. In one that has, it stays in the minutes: its
 * files were open, and close now.
 */
export function itemOff(context: LinkedContext<SittingRecords>, { data }: Fact): Decision<SittingRecords> | null {
  const off = data as unknown as OffAgenda;
  const { proceeding, records: { agenda } } = context;
  if (proceeding.final || off.sitting !== proceeding.id) return null;
  if (proceeding.stage !== 'called') return { facts: [{ name: facts.filesClosed, data: { ...off } }] };
  return { records: { agenda: { items: agenda.items.filter((i) => i.matter !== off.matter) } } };
}

export const childrenOf = (records: SittingRecords): readonly string[] => [...new Set(records.agenda.items.map((i) => i.child))];

/** A member with an interest in a matter does not get its file, whatever commission he sits on. */
function mayRead(context: Context, about: readonly About[], matter: string, member: { readonly person: string; readonly organisation: string }): boolean {
  const conflicts = about.find((a) => a.proceeding.id === matter)?.conflicts ?? [];
  const excluded = { persons: new Set(conflicts.flatMap((c) => c.person ?? [])), organisations: new Set(conflicts.flatMap((c) => c.organisation ?? [])) };
  return !context.directory.isExcluded(member.person, context.now, excluded) && !excluded.organisations.has(member.organisation);
}

/** A matter of the agenda as it stands, where it is this sitting's to consider: a link stays when a matter goes to another sitting. */
const considered = ({ proceeding, linked }: Context, matter: string): Linked | undefined =>
  linked.find((l) => l.id === matter && l.stage === 'on-agenda' && (l.records as unknown as MatterRecords).matter.sitting === proceeding.id);

/** One file for one member who is present, under the child's own key; it is emptied when the sitting ends. */
function readings(context: Context, items: SittingRecords['agenda']['items'], present: readonly string[]): readonly Opening[] {
  const { proceeding, about } = context;
  return items.flatMap(({ matter, child }) => {
    const of = considered(context, matter);
    if (of === undefined) return [];
    const { matter: note, file } = of.records as unknown as MatterRecords;
    return present.flatMap((member): Opening[] => {
      const who = context.directory.appointment(member);
      if (who === undefined || !mayRead(context, about ?? [], matter, who)) return [];
      const shown: ReadingRecords = { file: { ...file, age: note.child.age, reason: note.reason, matter } };
      return [{
        procedure: procedures.reading, subject: { kind: 'child', id: child }, place: { region: proceeding.region, district: proceeding.district, organisation: proceeding.organisation },
        link: 'reading', reporter: member, decision: { records: shown, label: of.label, deadlines: [] },
      }];
    });
  });
}

/** Begun only with a quorum of those who are members on that day. Who is absent is said; everybody else is present. */
export function begin(context: Context, input: BeginInput): Result {
  const { sitting, agenda } = context.records;
  // Its files would lie open before the day.
  if (almatyDate(context.now) < sitting.date) return refuse('commission.not-its-day', 409);
  const members = membersOf(context, sitting.commission);
  const absent = input.absent ?? [];
  const stranger = absent.findIndex((a) => !members.includes(a));
  if (stranger >= 0) return field(`/absent/${stranger}`, 'not-in-list');
  const items = agenda.items.filter((i) => considered(context, i.matter) !== undefined);
  if (items.length === 0) return refuse('commission.empty-agenda', 409);
  const present = members.filter((m) => !absent.includes(m));
  const share = context.terms.value(quorum, context.now).value;
  if (present.length * 100 <= members.length * share) return refuse('commission.no-quorum', 409);
  return {
    to: 'sitting',
    records: { sitting: { ...sitting, members }, agenda: { items }, minutes: { present, absent, quorum: share, began: context.now, ended: null, signed: null } },
    deadlines: [{ meet: 'sitting' }, { start: sittingDay, key: 'day' }], open: readings(context, items, present),
  };
}

const over = (context: Context, held: boolean): Fact => {
  const data: SittingOver = { sitting: context.proceeding.id, held };
  return { name: facts.sittingOver, data: { ...data } };
};

/** Files close with it, and what was not decided waits for another day. */
export function end(context: Context): Result {
  const { minutes } = context.records;
  if (minutes === undefined) return refuse('wrong-stage', 409);
  return { to: 'minutes', records: { minutes: { ...minutes, ended: context.now } }, deadlines: [{ meet: 'day' }], facts: [over(context, true)] };
}

export function sign(context: Context): Result {
  const { minutes } = context.records;
  if (minutes === undefined) return refuse('wrong-stage', 409);
  return { to: 'closed', outcome: 'held', records: { minutes: { ...minutes, signed: { by: context.actor.name ?? '', at: context.now } } } };
}

export const notHeld = (outcome: 'no-quorum' | 'cancelled') => (context: Context): Result => ({ to: 'closed', outcome, deadlines: [{ cancel: 'sitting' }], facts: [over(context, false)] });

/** The sitting is over: nobody reads the file any more, and its name is a day. */
export const readingOver = (context: LinkedContext<ReadingRecords>): Decision<ReadingRecords> | null => (context.proceeding.final ? null : closedReading(context, 'over'));

/** The sitting goes on without its matter. */
export const readingOff = (context: LinkedContext<ReadingRecords>, { data }: Fact): Decision<ReadingRecords> | null =>
  context.proceeding.final || context.records.file?.matter !== (data as unknown as OffAgenda).matter ? null : closedReading(context, 'over');

export const closedReading = (context: Pick<StepContext<ReadingRecords>, 'now'>, outcome: 'over' | 'recused'): Decision<ReadingRecords> => ({
  to: 'closed', outcome, records: { file: null }, label: plainDay(almatyDate(context.now)),
});

/** Whoever works with children reports straight here: past the head of the school or the clinic. */
import type { StepContext } from '#kernel/procedures/context.ts';
import type { Danger, Opening } from '#kernel/procedures/declare.ts';
import type { Refusal } from '#kernel/problems/refusal.ts';
import { openCase, type Arrival } from '../domain/opening.ts';
import type { Accused, ReporterRecord } from '../domain/record.ts';
import { isReporter, reportOf } from '../domain/reporting.ts';
import { represents } from '../domain/suspicion.ts';
import { dangerOf, type StartInput } from '../inputs.ts';
import { field, placeIn } from './common.ts';

export const accusedOf = (accused: StartInput['accused']): Accused | null =>
  accused === undefined
    ? null
    : {
        words: accused.words ?? null, person: accused.person ?? null, organisation: accused.organisation ?? null, representative: represents(accused),
        relation: accused.relation ?? null, household: accused.household ?? null, heard: null,
      };

/** Blows and sexual acts are violence, whatever else was ticked: the police are told and hours run. */
const leastDanger: Readonly<Partial<Record<StartInput['category'], Danger>>> = { physical: 2, sexual: 2 };

export function reported(context: StepContext<object>, input: StartInput): Opening | Refusal {
  const { actor } = context;
  const district = input.district ?? actor.district;
  if (district === null) return field('/district', 'required');
  const place = placeIn(context.directory, district);
  if (place === null) return field('/district', 'district.unknown');
  const accused = accusedOf(input.accused);
  if (accused?.organisation != null && context.directory.organisation(accused.organisation) === undefined) return field('/accused/organisation', 'organisation.unknown');
  // Kept as a reference of the directory: somebody who is in no list is named in words.
  if (accused?.person != null && !context.directory.data.appointments.some((a) => a.person === accused.person)) return field('/accused/person', 'not-in-list');
  const danger = Math.max(dangerOf[input.danger], leastDanger[input.category] ?? 0) as Danger;
  const [first, ...others] = input.children;
  if (first === undefined) return field('/children', 'required');
  const reporter: ReporterRecord = { through: 'report', number: null, role: actor.role, name: actor.name, organisation: actor.organisation };
  const arrival = (child: Arrival['child'], n: number): Arrival => ({
    child, path: `/children/${n - 1}`, place, category: input.category, summary: input.summary, danger,
    // The police report to themselves: they are told by the case only where they did not bring it.
    notifyPolice: danger >= 2 && actor.role !== 'police-inspector',
    warnings: input.warnings ?? null, accused, otherwise: `№ ${n}`,
    reporter,
  });
  if (!isReporter(actor)) {
    const main = openCase(context, arrival(first, 1));
    return { ...main, decision: { ...main.decision, open: others.map((child, i) => openCase(context, arrival(child, i + 2), 'sibling')) } };
  }
  // Each child's report has its own answer, since their cases end apart. He is answered with the first.
  const told = (said: Arrival['child'], child: string, n: number, open: readonly Opening[]): Opening =>
    reportOf(context, { by: actor.appointment, reporter, danger, child, said, place, category: input.category, summary: input.summary, accused, otherwise: `№ ${n}` }, open);
  const siblings = others.map((child, i): Opening => {
    const opening = openCase(context, arrival(child, i + 2), 'sibling');
    return { ...opening, decision: { ...opening.decision, open: [{ ...told(child, opening.subject.id, i + 2, []), link: 'report' }] } };
  });
  const main = openCase(context, arrival(first, 1), 'report');
  return told(first, main.subject.id, 1, [{ ...main, decision: { ...main.decision, open: siblings } }]);
}

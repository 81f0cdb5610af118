/** What the police's own procedures bring: a minor put on record, its measures, and violence at home. */
import type { LinkedContext } from '#kernel/procedures/context.ts';
import type { Decision, Fact, Opening } from '#kernel/procedures/declare.ts';
import { almatyDate } from '#kernel/terms/almaty.ts';
import type { ChildNote, Sketch } from '#cap/children/contract.ts';
import type { MeasuresExtended, Recorded, ViolenceFound } from '#cap/prevention/contract.ts';
import { openCase } from '../domain/opening.ts';
import type { MedicoSocialRecords } from '../domain/record.ts';
import { openAccounting } from './accounting.ts';
import { accusedOf } from './report.ts';

const sketch = ({ id, name, age, sex }: ChildNote): Sketch => ({
  child: id, ...(name === null ? {} : { name }), ...(age === null || age > 17 ? {} : { age }), ...(sex === null ? {} : { sex }),
});

/** The notice of internal-affairs bodies by which accounting opens; where it is open, one more. Nothing of their work goes with it. */
export function recorded(context: LinkedContext<object>, { data }: Fact): Opening {
  const r = data as unknown as Recorded;
  return openAccounting(context, {
    child: sketch(r.child), place: { region: r.region, district: r.district }, category: 'medico-social-accounting', summary: r.why, danger: 1, otherwise: context.source.label,
    notice: { number: r.document, why: r.why, measuresUntil: r.until }, born: r.child.born,
  }, 'accounting');
}

type Heard = LinkedContext<MedicoSocialRecords>;

export function measuresExtended(context: Heard, { data }: Fact): Decision<MedicoSocialRecords> | null {
  const { until } = data as unknown as MeasuresExtended;
  const { notice } = context.records;
  if (context.proceeding.final || (notice.measuresUntil !== null && notice.measuresUntil >= until)) return null;
  return { records: { notice: { ...notice, measuresUntil: until } } };
}

/** Off the police's record; what the child needs is another question, and the work goes on. */
export function recordEnded(context: Heard): Decision<MedicoSocialRecords> | null {
  const { notice } = context.records;
  const today = almatyDate(context.now);
  if (context.proceeding.final || (notice.measuresUntil !== null && notice.measuresUntil <= today)) return null;
  return { records: { notice: { ...notice, measuresUntil: today } } };
}

/** Violence at home: guardianship protects the child in hours. The police know: it is they who told. */
export function violenceFound(context: LinkedContext<object>, { data }: Fact): Opening {
  const v = data as unknown as ViolenceFound;
  return openCase(context, {
    child: sketch(v.child), place: { region: v.region, district: v.district }, category: v.kind, summary: v.summary, danger: v.danger, notifyPolice: false, warnings: null,
    accused: Object.keys(v.accused).length === 0 ? null : accusedOf(v.accused), otherwise: context.source.label, born: v.child.born,
    reporter: { through: 'incident', number: null, role: null, name: null, organisation: null },
  }, 'case');
}

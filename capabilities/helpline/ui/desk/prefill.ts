/** What a form need not ask again: it is in the appeal. Pure. */
import type { ProceedingView } from '#kernel/contract.ts';
import type { AppealRecord } from '../../contract.ts';

/** The appeal as the desk reads it; undefined where the reader may not. */
export const appealOf = (view: ProceedingView): AppealRecord | undefined => view.records['appeal'] as AppealRecord | undefined;

/** What the operator wrote down when he graded the talk: the newest. */
function noted(view: ProceedingView): string | null {
  const words = view.story.find((line) => line.step === 'grade')?.input?.['note'];
  return typeof words === 'string' && words !== '' ? words : null;
}

/** The draft a step's form begins with. Everything in it can be changed; the urgency is always a person's choice. */
export function prefill(view: ProceedingView, step: string): Readonly<Record<string, unknown>> {
  const appeal = appealOf(view);
  const place = view.district === null ? {} : { district: view.district };
  const words = noted(view);
  switch (step) {
    case 'grade':
      return { category: appeal?.category ?? appeal?.signs.category ?? '', ...(appeal?.warnings == null ? {} : { warnings: appeal.warnings }) };
    case 'route-case':
    case 'route-agency':
    case 'route-incident':
      return { ...place, ...(words === null ? {} : { summary: words }) };
    case 'hand-over':
      return { ...(appeal?.placeWords == null ? {} : { where: appeal.placeWords }), ...(words === null ? {} : { what: words }) };
    default:
      return {};
  }
}

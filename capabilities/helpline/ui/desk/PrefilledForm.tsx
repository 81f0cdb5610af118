/** A step's form that begins with what the appeal already tells. */
import type { ReactNode } from 'react';
import { FromSchema } from '#design/proceeding/StepPanel.tsx';
import type { StepFormProps } from '#design/slots.ts';
import { prefill } from './prefill.ts';

export default function PrefilledForm({ view, step, draft, ...rest }: StepFormProps): ReactNode {
  return <FromSchema step={step} draft={draft ?? prefill(view, step.name)} {...rest} />;
}

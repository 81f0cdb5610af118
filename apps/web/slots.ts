/** What the capabilities brought: `capabilities/<cap>/ui/index.tsx` exports `ui`. */
import { lazy } from 'react';
import type { ComponentType } from 'react';
import type { CapabilityUi, FieldStep, PageSlot, ProblemAnswerProps, RecordPanelProps, StepFormProps } from '#design/slots.ts';

const modules = import.meta.glob<{ ui: CapabilityUi }>('../../capabilities/*/ui/index.tsx', { eager: true });
const all = Object.values(modules).map((module) => module.ui);

export const pageSlots: readonly PageSlot[] = all.flatMap((ui) => ui.routes);

function components<P>(
  of: (ui: CapabilityUi) => Readonly<Record<string, () => Promise<{ default: ComponentType<P> }>>> | undefined,
) {
  const found = new Map<string, ComponentType<P>>();
  for (const ui of all) {
    for (const [key, load] of Object.entries(of(ui) ?? {})) {
      if (found.has(key)) throw new Error(`two capabilities bring ${key}`);
      found.set(key, lazy(load));
    }
  }
  return found;
}

/** By procedure id. */
export const recordPanels = components<RecordPanelProps>((ui) => ui.recordPanels);
/** By `<procedure>/<step>`. */
export const stepForms = components<StepFormProps>((ui) => ui.stepForms);
/** By a problem's code. */
export const problemAnswers = components<ProblemAnswerProps>((ui) => ui.problemAnswers);
/** By `<procedure>/<step>`: what may be recorded without a network. */
const fieldSteps: Readonly<Record<string, () => Promise<{ default: FieldStep }>>> = Object.assign({}, ...all.map((ui) => ui.fieldSteps ?? {}));
export const isField = (procedure: string, step: string): boolean => `${procedure}/${step}` in fieldSteps;
export const hasField = (procedure: string): boolean => Object.keys(fieldSteps).some((key) => key.startsWith(`${procedure}/`));
export const fieldStep = async (procedure: string, step: string): Promise<FieldStep> => (await fieldSteps[`${procedure}/${step}`]?.())?.default ?? {};

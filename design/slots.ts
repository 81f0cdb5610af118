/**
 * What a capability gives to the staff application: `capabilities/<cap>/ui/index.tsx` exports `ui: CapabilityUi`.
 * The shell gathers them; keep index.tsx small and give pages and panels as `() => import('./Page.tsx')`.
 */
import type { ComponentType } from 'react';
import type { Instant } from '#kernel/clock.ts';
import type { ProceedingView, StepView } from '#kernel/contract.ts';
import type { Role } from '#kernel/access/roles.ts';
import type { ProblemDocument } from './data/call.ts';
import type { Draft } from './forms/draft.ts';

export interface PageSlot {
  /** Absolute, in the words of TanStack Router: `/helpline/queue`, `/children/$child`. */
  readonly path: string;
  /** Whose search for children, from anywhere, ends at this page, which shows all that was found and how to narrow it. */
  readonly finds?: { readonly roles: readonly Role[] };
  /** Absent: reached by links only. */
  readonly nav?: { readonly titleKey: string; readonly roles: readonly Role[] };
  /** Pages read their own parameters: `useParams({ strict: false })`. */
  readonly load: () => Promise<{ default: ComponentType }>;
}

export interface RecordPanelProps {
  readonly view: ProceedingView;
}

export interface StepFormProps {
  readonly view: ProceedingView;
  readonly step: StepView;
  /** Kept in memory while the panel is closed; undefined at first. */
  readonly draft: unknown;
  readonly onDraft: (draft: unknown) => void;
  readonly busy: boolean;
  /** Errors of the last sending, by JSON pointer. */
  readonly fields: readonly { readonly path: string; readonly code: string; readonly detail: string }[];
  readonly onSend: (input: unknown) => void;
}

/** A step that a worker may record where there is no network; it is sent later, as it was written. */
export interface FieldStep {
  /** What stands in the form at first. */
  readonly begin?: (now: Instant) => Draft;
  /** Mistakes that the server would find, which nobody could ask there. */
  readonly check?: (input: unknown) => readonly { readonly path: string; readonly code: string }[];
}

export interface ProblemAnswerProps {
  /** With what the server added to it. */
  readonly problem: ProblemDocument;
  /** What was sent and refused. */
  readonly input: unknown;
  readonly busy: boolean;
  readonly onSend: (input: unknown) => void;
}

export interface CapabilityUi {
  readonly routes: readonly PageSlot[];
  /** Replaces the plain list of what is recorded, by procedure id. */
  readonly recordPanels?: Readonly<Record<string, () => Promise<{ default: ComponentType<RecordPanelProps> }>>>;
  /** Replaces the form made from the schema, by `<procedure>/<step>`. */
  readonly stepForms?: Readonly<Record<string, () => Promise<{ default: ComponentType<StepFormProps> }>>>;
  /** By `<procedure>/<step>`. */
  readonly fieldSteps?: Readonly<Record<string, () => Promise<{ default: FieldStep }>>>;
  /** Stands in the note of a problem and answers it, by the problem's code. */
  readonly problemAnswers?: Readonly<Record<string, () => Promise<{ default: ComponentType<ProblemAnswerProps> }>>>;
}

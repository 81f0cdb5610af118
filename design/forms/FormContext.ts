/** What every field of a form needs: the form's id, and the mistakes by JSON pointer. */
import { createContext, use } from 'react';
import type { Say } from '#design/texts/TextProvider.tsx';

export interface ShownError {
  readonly path: string;
  /** In the reader's language. */
  readonly text: string;
}

/** As in a problem document. */
export interface ServerError {
  readonly path: string;
  readonly code: string;
  readonly detail: string;
}

export const FormContext = createContext<{ readonly formId: string; readonly errors: readonly ShownError[] }>({
  formId: '',
  errors: [],
});

/** The id of the control at a pointer, so that the list of mistakes can lead there. */
export const questionId = (formId: string, at: string): string => `${formId}${at.replaceAll('/', '-')}`;

export function useQuestion(at: string): { readonly id: string; readonly error: string | null } {
  const { formId, errors } = use(FormContext);
  return { id: questionId(formId, at), error: errors.find((e) => e.path === at)?.text ?? null };
}

export function errorText(error: ServerError, t: Say): string {
  return error.detail || t.first([`field.${error.code}`]) || t('web.form.error.wrong');
}

/**
 * Where the form is filled in, and about which child: pickers offer what is near first. `mayFind` is false for whoever may
 * not ask for children in the register.
 */
export const PlaceContext = createContext<{ readonly region: string | null; readonly organisation: string | null; readonly child?: string | null; readonly mayFind?: boolean }>({
  region: null,
  organisation: null,
});

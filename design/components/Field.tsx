/** Label, hint and error of one question, tied to its control. The label says it; nothing stands inside the box. */
import { createContext, use, useId } from 'react';
import type { ReactNode } from 'react';
import { useText } from '#design/texts/TextProvider.tsx';
import './Field.css';

export interface FieldProps {
  readonly label: string;
  readonly hint?: string | null | undefined;
  /** A sentence, already in the reader's language. */
  readonly error?: string | null | undefined;
  readonly optional?: boolean | undefined;
  readonly id?: string | undefined;
}

/** What the control must carry. */
export interface ControlIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

export function describedBy(id: string, { hint, error }: FieldProps): string | undefined {
  const ids = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter((part) => part !== null);
  return ids.length === 0 ? undefined : ids.join(' ');
}

/** Which questions carry a word: the fewer. Where nearly all may be left out, it is said of those that may not. */
export const MarkContext = createContext<'optional' | 'required'>('optional');

export function Optional({ optional }: { optional: boolean | undefined }): ReactNode {
  const t = useText();
  const mark = use(MarkContext);
  const marked = mark === 'optional' ? optional === true : optional === false;
  return marked ? <span className="field-optional"> ({t(`web.form.${mark}`)})</span> : null;
}

export function HintAndError({ id, hint, error }: FieldProps & { id: string }): ReactNode {
  const t = useText();
  return (
    <>
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          <span className="visually-hidden">{t('web.form.mistake')}: </span>
          {error}
        </p>
      ) : null}
    </>
  );
}

/** One control. `children` gets the ids it must carry. */
export function Field(props: FieldProps & { readonly children: (ids: ControlIds) => ReactNode }): ReactNode {
  const own = useId();
  const id = props.id ?? own;
  return (
    <div className={props.error ? 'field field-wrong' : 'field'}>
      <label className="field-label" htmlFor={id}>
        {props.label}
        <Optional optional={props.optional} />
      </label>
      <HintAndError {...props} id={id} />
      {props.children({
        id,
        'aria-describedby': describedBy(id, props),
        'aria-invalid': props.error ? true : undefined,
      })}
    </div>
  );
}

/** Several controls that answer one question. */
export function FieldGroup(
  props: FieldProps & { readonly children: ReactNode; readonly role?: 'radiogroup' },
): ReactNode {
  const own = useId();
  const id = props.id ?? own;
  return (
    <fieldset
      className={props.error ? 'field field-wrong' : 'field'}
      id={id}
      tabIndex={-1}
      role={props.role}
      aria-describedby={describedBy(id, props)}
    >
      <legend className="field-label">
        {props.label}
        <Optional optional={props.optional} />
      </legend>
      <HintAndError {...props} id={id} />
      {props.children}
    </fieldset>
  );
}

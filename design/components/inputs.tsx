/** The small controls, all native. */
import type { ReactNode } from 'react';
import { useText } from '#design/texts/TextProvider.tsx';
import { Field, FieldGroup } from './Field.tsx';
import type { FieldProps } from './Field.tsx';

interface TextProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'date' | 'datetime-local' | 'search' | 'tel' | 'email';
  readonly inputMode?: 'numeric' | 'decimal' | 'text';
  readonly maxLength?: number | undefined;
  readonly short?: boolean;
  readonly autoComplete?: string;
}

export function TextInput({
  value,
  onChange,
  type = 'text',
  inputMode,
  maxLength,
  short,
  autoComplete = 'off',
  ...field
}: TextProps): ReactNode {
  return (
    <Field {...field}>
      {(ids) => (
        <input
          {...ids}
          className={short === true ? 'input input-short' : 'input'}
          type={type}
          inputMode={inputMode}
          maxLength={maxLength}
          autoComplete={autoComplete}
          required={field.optional !== true}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** From this share of the longest text on, it is said how much is left. */
const nearlyFull = 0.8;

export function TextArea({
  value,
  onChange,
  maxLength,
  ...field
}: Omit<TextProps, 'type' | 'inputMode' | 'short'>): ReactNode {
  const t = useText();
  const left = maxLength === undefined ? null : maxLength - value.length;
  const tell = left !== null && maxLength !== undefined && value.length > maxLength * nearlyFull;
  return (
    <Field {...field}>
      {(ids) => (
        <>
          <textarea
            {...ids}
            className="input"
            rows={4}
            autoComplete="off"
            required={field.optional !== true}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <p className="field-hint" aria-live="polite">
            {tell ? t('web.form.left', { count: left }) : ''}
          </p>
        </>
      )}
    </Field>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface ChoiceProps extends FieldProps {
  readonly options: readonly Option[];
  /** Null: nothing chosen yet. Nothing is chosen beforehand. */
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  /** Short answers stand in one line. */
  readonly inRow?: boolean;
}

export function Choice({ options, value, onChange, inRow, ...field }: ChoiceProps): ReactNode {
  return (
    <FieldGroup {...field} role="radiogroup">
      <div className={inRow === true ? 'choice-list choice-row' : 'choice-list'}>
        {options.map((option) => (
          <label key={option.value} className="choice">
            <input
              type="radio"
              name={field.id}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

interface ManyProps extends FieldProps {
  readonly options: readonly Option[];
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

/** Any number of a few. The order is that of the options. */
export function Many({ options, values, onChange, ...field }: ManyProps): ReactNode {
  const toggle = (value: string): void =>
    onChange(options.map((o) => o.value).filter((v) => (v === value) !== values.includes(v)));
  return (
    <FieldGroup {...field}>
      <div className="choice-list">
        {options.map((option) => (
          <label key={option.value} className="choice">
            <input type="checkbox" checked={values.includes(option.value)} onChange={() => toggle(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

export function Select({ options, value, onChange, ...field }: Omit<ChoiceProps, 'inRow'>): ReactNode {
  const t = useText();
  return (
    <Field {...field}>
      {(ids) => (
        <select
          {...ids}
          className="input"
          required={field.optional !== true}
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">{t('web.form.choose')}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** One box to tick, e.g. "I have read it". */
export function Tick({
  value,
  onChange,
  ...field
}: FieldProps & { value: boolean; onChange: (value: boolean) => void }): ReactNode {
  return (
    <div className={field.error ? 'field field-wrong' : 'field'}>
      <label className="choice">
        <input
          id={field.id}
          type="checkbox"
          checked={value}
          aria-describedby={field.error && field.id ? `${field.id}-error` : undefined}
          aria-invalid={field.error ? true : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{field.label}</span>
      </label>
      {field.error ? (
        <p className="field-error" id={field.id ? `${field.id}-error` : undefined}>
          {field.error}
        </p>
      ) : null}
    </div>
  );
}

/** A secret one types: hidden, and seen on request; pasting and password managers are welcome. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '#design/texts/TextProvider.tsx';
import { Button } from './Button.tsx';
import { Field } from './Field.tsx';
import type { FieldProps } from './Field.tsx';

interface Props extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Tells a password manager whether to fill in the one it knows or to propose a new one. */
  readonly kind: 'current-password' | 'new-password';
}

export function PasswordInput({ value, onChange, kind, ...field }: Props): ReactNode {
  const t = useText();
  const [seen, setSeen] = useState(false);
  return (
    <Field {...field}>
      {(ids) => (
        <div className="password">
          <input
            {...ids}
            className="input"
            type={seen ? 'text' : 'password'}
            name="password"
            autoComplete={kind}
            autoCapitalize="none"
            spellCheck={false}
            required
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <Button kind="quiet" aria-pressed={seen} aria-controls={ids.id} onClick={() => setSeen(!seen)}>
            {t(seen ? 'web.password.hide' : 'web.password.show')}
          </Button>
        </div>
      )}
    </Field>
  );
}

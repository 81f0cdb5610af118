/** Six figures of the application; or, where the telephone is lost, a recovery code. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '#design/components/Button.tsx';
import { TextInput } from '#design/components/inputs.tsx';
import { useText } from '#design/texts/TextProvider.tsx';

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | null;
  /** Only the application will do: when it is being set up. */
  readonly onlyApplication?: boolean;
}

export function CodeInput({ value, onChange, error, onlyApplication = false }: Props): ReactNode {
  const t = useText();
  const [lost, setLost] = useState(false);
  return (
    <div className="stack-tight">
      <TextInput
        label={t(lost ? 'web.code.recovery' : 'web.code.label')}
        hint={t(lost ? 'web.code.recovery-hint' : 'web.code.hint')}
        error={error}
        value={value}
        onChange={onChange}
        short
        autoComplete={lost ? 'off' : 'one-time-code'}
        inputMode={lost ? 'text' : 'numeric'}
      />
      {onlyApplication ? null : (
        <div>
          <Button
            kind="quiet"
            onClick={() => {
              setLost(!lost);
              onChange('');
            }}
          >
            {t(lost ? 'web.code.found' : 'web.code.lost')}
          </Button>
        </div>
      )}
    </div>
  );
}

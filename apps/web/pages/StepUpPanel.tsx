/** Before something especially sensitive one proves once more who one is; then it goes on by itself. */
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import type { OwnPasskey } from '#kernel/contract.ts';
import { Button } from '#design/components/Button.tsx';
import { Panel } from '#design/components/Panel.tsx';
import { PasswordInput } from '#design/components/PasswordInput.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import type { Answer, ProblemDocument } from '#design/data/call.ts';
import { useCall, useRead } from '#design/data/CallProvider.tsx';
import { useText } from '#design/texts/TextProvider.tsx';
import { faultOf, wholeProblem } from './account.ts';
import { CodeInput } from './CodeInput.tsx';
import { hasPasskeys, passkeysPath, proveWithPasskey } from './passkey.ts';

interface Props {
  readonly onProved: () => void;
  readonly onClose: () => void;
}

export function StepUpPanel({ onProved, onClose }: Props): ReactNode {
  const t = useText();
  const call = useCall();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const keys = useRead<readonly OwnPasskey[]>(passkeysPath);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemDocument | null>(null);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    proved(await call('/api/session/step-up', { method: 'POST', body: { password, code } }));
  };
  const withKey = async (): Promise<void> => {
    setBusy(true);
    proved(await proveWithPasskey(call));
  };
  const proved = (answer: Answer<unknown>): void => {
    setBusy(false);
    if (answer.ok) return onProved();
    setCode('');
    setProblem(answer.problem);
  };
  const whole = wholeProblem(problem);
  return (
    <Panel title={t('web.step-up.title')} onClose={onClose}>
      <form className="stack account-form" noValidate onSubmit={(event) => void send(event)}>
        <p>{t('web.step-up.why')}</p>
        {whole === null ? null : <ProblemNote problem={whole} during="writing" />}
        <PasswordInput label={t('web.sign-in.password')} error={faultOf(problem, '/password')} kind="current-password" value={password} onChange={setPassword} />
        <CodeInput value={code} onChange={setCode} error={faultOf(problem, '/code')} />
        <div className="proceeding-steps">
          <Button kind="main" type="submit" busy={busy}>
            {t('web.step-up.confirm')}
          </Button>
          {hasPasskeys() && (keys.data ?? []).length > 0 ? (
            <Button kind="quiet" onClick={() => void withKey()}>
              {t('web.passkey.prove')}
            </Button>
          ) : null}
        </div>
      </form>
    </Panel>
  );
}

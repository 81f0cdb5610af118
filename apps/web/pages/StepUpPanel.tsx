/** Before something especially sensitive one proves once more who one is; then it goes on by itself. */
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { Button } from '#design/components/Button.tsx';
import { Panel } from '#design/components/Panel.tsx';
import { PasswordInput } from '#design/components/PasswordInput.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import type { ProblemDocument } from '#design/data/call.ts';
import { useCall } from '#design/data/CallProvider.tsx';
import { useText } from '#design/texts/TextProvider.tsx';
import { faultOf, wholeProblem } from './account.ts';
import { CodeInput } from './CodeInput.tsx';

interface Props {
  readonly onProved: () => void;
  readonly onClose: () => void;
}

export function StepUpPanel({ onProved, onClose }: Props): ReactNode {
  const t = useText();
  const call = useCall();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemDocument | null>(null);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const answer = await call('/api/session/step-up', { method: 'POST', body: { password, code } });
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
        <div>
          <Button kind="main" type="submit" busy={busy}>
            {t('web.step-up.confirm')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

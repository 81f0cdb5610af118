/** Changing the password, the telephone and the codes: those of now first, then everything anew, as on the first day. */
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import type { InvitationMade } from '#kernel/contract.ts';
import { Button } from '#design/components/Button.tsx';
import { Panel } from '#design/components/Panel.tsx';
import { PasswordInput } from '#design/components/PasswordInput.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import type { ProblemDocument } from '#design/data/call.ts';
import { useCall } from '#design/data/CallProvider.tsx';
import { useText } from '#design/texts/TextProvider.tsx';
import { faultOf, wholeProblem } from './account.ts';
import { CodeInput } from './CodeInput.tsx';

export function ChangePassword(): ReactNode {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Button onClick={() => setOpen(true)}>{t('web.renew.open')}</Button>
      {open ? <ChangePanel onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

function ChangePanel({ onClose }: { onClose: () => void }): ReactNode {
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
    const answer = await call<InvitationMade>('/api/session/renewal', { method: 'POST', body: { password, code } });
    if (answer.ok) return location.assign(answer.data.link);
    setBusy(false);
    setCode('');
    setProblem(answer.problem);
  };
  const whole = wholeProblem(problem);
  return (
    <Panel title={t('web.renew.open')} onClose={onClose}>
      <form className="stack account-form" noValidate onSubmit={(event) => void send(event)}>
        <p>{t('web.renew.what')}</p>
        {whole === null ? null : <ProblemNote problem={whole} during="writing" />}
        <PasswordInput label={t('web.sign-in.password')} error={faultOf(problem, '/password')} kind="current-password" value={password} onChange={setPassword} />
        <CodeInput value={code} onChange={setCode} error={faultOf(problem, '/code')} />
        <div>
          <Button kind="main" type="submit" busy={busy}>
            {t('web.renew.go')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

/** Signing in with a login, a password and a code, all at once: so nobody is told which of them was wrong. */
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import type { OwnAppointment, SessionOpened } from '#kernel/contract.ts';
import { Button } from '#design/components/Button.tsx';
import { TextInput } from '#design/components/inputs.tsx';
import { PasswordInput } from '#design/components/PasswordInput.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import type { Answer, ProblemDocument } from '#design/data/call.ts';
import { useCall } from '#design/data/CallProvider.tsx';
import { useText } from '#design/texts/TextProvider.tsx';
import { faultOf, useEntered, wholeProblem } from './account.ts';
import { ChooseAppointment } from './ChooseAppointment.tsx';
import { CodeInput } from './CodeInput.tsx';
import { OrganisationButton } from './OrganisationButton.tsx';
import { hasPasskeys, signInWithPasskey } from './passkey.ts';

/** A browser's answer has no token: it is in the cookie alone. */
type Entered = Pick<SessionOpened, 'appointment'>;

export function PasswordForm(): ReactNode {
  const t = useText();
  const call = useCall();
  const entered = useEntered();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemDocument | null>(null);
  const [choices, setChoices] = useState<{ readonly now: string; readonly own: readonly OwnAppointment[] } | null>(null);

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    await enter(await call<Entered>('/api/session', { method: 'POST', body: { login, password, code } }));
  };
  const withKey = async (): Promise<void> => {
    setBusy(true);
    await enter(await signInWithPasskey<Entered>(call));
  };
  const enter = async (answer: Answer<Entered>): Promise<void> => {
    setBusy(false);
    if (!answer.ok) {
      // A code works once, so the next try needs another.
      setCode('');
      setProblem(answer.problem);
      return;
    }
    const own = await call<readonly OwnAppointment[]>('/api/session/appointments');
    if (own.ok && own.data.length > 1) setChoices({ now: answer.data.appointment, own: own.data });
    else await entered();
  };

  if (choices !== null) return <ChooseAppointment {...choices} />;
  const whole = wholeProblem(problem);
  return (
    <form className="stack account-form" noValidate onSubmit={(event) => void send(event)}>
      {whole === null ? null : <ProblemNote problem={whole} during="reading" />}
      <TextInput label={t('web.sign-in.login')} error={faultOf(problem, '/login')} value={login} onChange={setLogin} autoComplete="username" />
      <PasswordInput label={t('web.sign-in.password')} error={faultOf(problem, '/password')} kind="current-password" value={password} onChange={setPassword} />
      <CodeInput value={code} onChange={setCode} error={faultOf(problem, '/code')} />
      <div className="proceeding-steps">
        <Button kind="main" type="submit" busy={busy}>
          {t('web.sign-in.enter')}
        </Button>
        {hasPasskeys() ? (
          <Button kind="quiet" onClick={() => void withKey()}>
            {t('web.passkey.enter')}
          </Button>
        ) : null}
      </div>
      <OrganisationButton />
      <p className="soft small">{t('web.sign-in.forgot')}</p>
    </form>
  );
}

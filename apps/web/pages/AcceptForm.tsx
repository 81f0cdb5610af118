/** Setting everything in three small parts on one page: who I am here, a password, the telephone. */
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import type { InvitationAccepted, InvitationView } from '#kernel/contract.ts';
import { Button } from '#design/components/Button.tsx';
import { TextInput } from '#design/components/inputs.tsx';
import { PasswordInput } from '#design/components/PasswordInput.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import type { ProblemDocument } from '#design/data/call.ts';
import { useCall } from '#design/data/CallProvider.tsx';
import { useLanguage, useNames, useText } from '#design/texts/TextProvider.tsx';
import { formatDateTime } from '#kernel/texts/format.ts';
import { faultOf, wholeProblem } from './account.ts';
import { CodeInput } from './CodeInput.tsx';
import { OrganisationButton } from './OrganisationButton.tsx';

interface Props {
  readonly view: InvitationView;
  readonly link: string;
  readonly onAccepted: (accepted: InvitationAccepted) => void;
}

export function AcceptForm({ view, link, onAccepted }: Props): ReactNode {
  const t = useText();
  const names = useNames();
  const { language } = useLanguage();
  const call = useCall();
  const [login, setLogin] = useState(view.login ?? '');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemDocument | null>(null);

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const answer = await call<InvitationAccepted>('/api/invitations/accept', { method: 'POST', body: { link, login, password, code } });
    setBusy(false);
    if (answer.ok) onAccepted(answer.data);
    else setProblem(answer.problem);
  };
  const whole = wholeProblem(problem);
  return (
    <form className="stack account-form" noValidate onSubmit={(event) => void send(event)}>
      <p>
        <b>{view.name}</b>
        {view.works.map((work) => ` · ${work.roleTitle}, ${names(work.organisation)}`).join('')}
      </p>
      <p className="soft">{t('web.invitation.until', { time: formatDateTime(view.until, language) })}</p>
      {whole === null ? null : <ProblemNote problem={whole} during="writing" />}
      <OrganisationButton link={link} />
      <TextInput label={t('web.sign-in.login')} hint={t('web.invitation.login-hint')} error={faultOf(problem, '/login')} value={login} onChange={setLogin} autoComplete="username" />
      <PasswordInput label={t('web.invitation.password')} hint={t('web.invitation.password-hint')} error={faultOf(problem, '/password')} kind="new-password" value={password} onChange={setPassword} />
      <Application totp={view.totp} />
      <CodeInput value={code} onChange={setCode} error={faultOf(problem, '/code')} onlyApplication />
      <div>
        <Button kind="main" type="submit" busy={busy}>
          {t('web.invitation.send')}
        </Button>
      </div>
    </form>
  );
}

/** Black on white in every theme: the camera of a telephone reads no other. */
function Application({ totp: { picture, secret, uri } }: { totp: InvitationView['totp'] }): ReactNode {
  const t = useText();
  return (
    <section className="stack-tight">
      <h2>{t('web.totp.title')}</h2>
      <p>{t('web.totp.what')}</p>
      <div className="totp">
        <svg viewBox={`0 0 ${picture.size} ${picture.size}`} role="img" aria-label={t('web.totp.picture')} shapeRendering="crispEdges">
          <rect width={picture.size} height={picture.size} fill="white" />
          <path d={picture.path} fill="black" />
        </svg>
        <p>
          <a href={uri}>{t('web.totp.here')}</a>
          <br />
          {t('web.totp.by-hand')}
          <br />
          <span className="secret">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</span>
        </p>
      </div>
    </section>
  );
}

/** Where I am signed in, and as whom: each may be ended from here. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { OwnAppointment, OwnSession } from '#kernel/contract.ts';
import { Button } from '#design/components/Button.tsx';
import { Go } from '#design/components/Go.tsx';
import { useTell } from '#design/components/Live.tsx';
import { Page } from '#design/components/Page.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import type { ProblemDocument } from '#design/data/call.ts';
import { forgetReads, useCall, useRead } from '#design/data/CallProvider.tsx';
import { useSession } from '#design/data/session.tsx';
import { useLanguage, useNames, useText } from '#design/texts/TextProvider.tsx';
import { useNow } from '#design/time/useNow.ts';
import { formatAgo, formatDateTime } from '#kernel/texts/format.ts';
import { ChangePassword } from './ChangePassword.tsx';
import { ChooseAppointment } from './ChooseAppointment.tsx';
import { deviceOf } from './device.ts';
import { MorningLetter } from './MorningLetter.tsx';
import { Passkeys } from './Passkeys.tsx';
import { StepUpPanel } from './StepUpPanel.tsx';
import './SignIn.css';

const listPath = '/api/session/list';

export default function Sessions(): ReactNode {
  const t = useText();
  const call = useCall();
  const tell = useTell();
  const client = useQueryClient();
  const read = useRead<readonly OwnSession[]>(listPath);
  const own = useRead<readonly OwnAppointment[]>('/api/session/appointments');
  const { appointment, demo } = useSession();
  const [problem, setProblem] = useState<ProblemDocument | null>(null);
  /** What goes on by itself once one has proved who one is. */
  const [waiting, setWaiting] = useState<(() => void) | null>(null);
  const list = read.data ?? [];

  const end = async (path: string, said: string): Promise<void> => {
    setWaiting(null);
    const answer = await call(path, { method: 'DELETE' });
    if (!answer.ok && answer.problem.code === 'step-up-needed') return setWaiting(() => () => void end(path, said));
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) tell(said);
    await forgetReads(client);
  };
  return (
    <Page title={t('web.sessions.title')}>
      <p className="soft">{t('web.sessions.what')}</p>
      {read.isPending ? <Skeleton /> : null}
      {read.isError ? <ProblemNote problem={read.error.problem} during="reading" onAgain={() => void read.refetch()} /> : null}
      {problem === null ? null : <ProblemNote problem={problem} during="writing" />}
      <ul className="plain">
        {list.map((one) => (
          <Row key={one.id} one={one} onEnd={() => void end(`${listPath}/${one.id}`, t('web.sessions.ended'))} />
        ))}
      </ul>
      {list.length > 1 ? (
        <div>
          <Button onClick={() => void end(listPath, t('web.sessions.ended-others'))}>{t('web.sessions.end-others')}</Button>
        </div>
      ) : null}
      <h2>{t('web.calendar.title')}</h2>
      <p>
        <Go to="/calendar">{t('web.calendar.open')}</Go>
      </p>
      <MorningLetter />
      {demo ? null : <Passkeys />}
      {demo ? null : <ChangePassword />}
      {waiting === null ? null : <StepUpPanel onProved={waiting} onClose={() => setWaiting(null)} />}
      {(own.data ?? []).length > 1 ? <ChooseAppointment now={appointment} own={own.data ?? []} /> : null}
    </Page>
  );
}

function Row({ one, onEnd }: { one: OwnSession; onEnd: () => void }): ReactNode {
  const t = useText();
  const names = useNames();
  const { language } = useLanguage();
  const now = useNow();
  const device = deviceOf(one.device);
  const name = device === null ? t('web.sessions.unknown-device') : device;
  return (
    <li className="session-row">
      <p>
        <b>{name}</b>
        {one.current ? <span> · {t('web.sessions.this')}</span> : null}
        <br />
        <span className="soft">
          {one.appointment === null ? null : `${one.appointment.roleTitle}, ${names(one.appointment.organisation)} · `}
          <time dateTime={one.lastUsed} title={formatDateTime(one.lastUsed, language)}>
            {t('web.sessions.used', { ago: formatAgo(one.lastUsed, now, language) })}
          </time>
        </span>
      </p>
      {one.current ? null : (
        <Button onClick={onEnd} aria-label={t('web.sessions.end-one', { device: name })}>
          {t('web.sessions.end')}
        </Button>
      )}
    </li>
  );
}

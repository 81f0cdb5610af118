/** My deadlines in the calendar I use anyway: switched on, renewed and off. The address is shown this once. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { CalendarMade, CalendarState } from '#cap/calendar/contract.ts';
import { formatDateTime } from '#kernel/texts/format.ts';
import { Button } from '#design/components/Button.tsx';
import { useTell } from '#design/components/Live.tsx';
import { Page } from '#design/components/Page.tsx';
import { Panel } from '#design/components/Panel.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { newAttempt } from '#design/data/attempt.ts';
import type { ProblemDocument } from '#design/data/call.ts';
import { useCall, useRead } from '#design/data/CallProvider.tsx';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { StepUpPanel } from './StepUpPanel.tsx';
import './SignIn.css';

const path = '/api/calendar';
const attempt = newAttempt();

export default function Calendar(): ReactNode {
  const t = useText();
  const call = useCall();
  const tell = useTell();
  const { language } = useLanguage();
  const read = useRead<CalendarState>(path);
  const [address, setAddress] = useState<string | null>(null);
  const [problem, setProblem] = useState<ProblemDocument | null>(null);
  const [proving, setProving] = useState(false);
  const [busy, setBusy] = useState(false);

  const switchOn = async (): Promise<void> => {
    setProving(false);
    setBusy(true);
    const answer = await call<CalendarMade>(path, { method: 'POST', body: {}, key: attempt.key() });
    attempt.answered(answer);
    setBusy(false);
    if (!answer.ok && answer.problem.code === 'step-up-needed') return setProving(true);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) setAddress(`${location.origin}${answer.data.address}`);
    await read.refetch();
  };
  const switchOff = async (): Promise<void> => {
    const answer = await call(path, { method: 'DELETE' });
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) tell(t('web.calendar.is-off'));
    await read.refetch();
  };
  const since = read.data?.since ?? null;
  return (
    <Page title={t('web.calendar.title')}>
      <p className="measure">{t('web.calendar.what')}</p>
      <p className="soft measure">{t('web.calendar.holds')}</p>
      {problem === null ? null : <ProblemNote problem={problem} during="writing" />}
      {read.isPending ? <Skeleton /> : null}
      {read.isError ? <ProblemNote problem={read.error.problem} during="reading" onAgain={() => void read.refetch()} /> : null}
      {read.data === undefined ? null : (
        <>
          <p role="status">{since === null ? t('web.calendar.is-off') : t('web.calendar.is-on', { since: formatDateTime(since, language) })}</p>
          <div className="line">
            <Button kind={since === null ? 'main' : 'plain'} busy={busy} onClick={() => void switchOn()}>
              {t(since === null ? 'web.calendar.on' : 'web.calendar.renew')}
            </Button>
            {since === null ? null : <Button onClick={() => void switchOff()}>{t('web.calendar.off')}</Button>}
          </div>
        </>
      )}
      {proving ? <StepUpPanel onProved={() => void switchOn()} onClose={() => setProving(false)} /> : null}
      {address === null ? null : <Address address={address} onClose={() => setAddress(null)} />}
    </Page>
  );
}

function Address({ address, onClose }: { address: string; onClose: () => void }): ReactNode {
  const t = useText();
  const tell = useTell();
  return (
    <Panel title={t('web.calendar.address')} onClose={onClose}>
      <div className="stack">
        <p>{t('web.calendar.once')}</p>
        <p className="secret">{address}</p>
        <div>
          <Button kind="main" onClick={() => void navigator.clipboard.writeText(address).then(() => tell(t('web.calendar.copied')))}>
            {t('web.calendar.copy')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

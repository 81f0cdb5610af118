/** For a head: who of the house can sign in. Here people are invited, brought back, and kept out. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { HouseUser, HouseUsers, InvitationMade } from '#kernel/contract.ts';
import { Button } from '#design/components/Button.tsx';
import { useTell } from '#design/components/Live.tsx';
import { Page } from '#design/components/Page.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { newAttempt } from '#design/data/attempt.ts';
import type { ProblemDocument } from '#design/data/call.ts';
import { forgetReads, useCall, useRead } from '#design/data/CallProvider.tsx';
import { useSession } from '#design/data/session.tsx';
import { useNames, useText } from '#design/texts/TextProvider.tsx';
import { wholeProblem } from './account.ts';
import { InviteForm, type Newcomer } from './InviteForm.tsx';
import { LinkPanel } from './LinkPanel.tsx';
import { StepUpPanel } from './StepUpPanel.tsx';
import './SignIn.css';

/** What the head asked for; kept while he proves who he is. */
interface Wish {
  readonly path: string;
  readonly body: unknown;
}
const attempt = newAttempt();

export default function People(): ReactNode {
  const t = useText();
  const names = useNames();
  const { appointment } = useSession();
  const call = useCall();
  const tell = useTell();
  const client = useQueryClient();
  const read = useRead<HouseUsers>('/api/users');
  const [wish, setWish] = useState<Wish | null>(null);
  const [made, setMade] = useState<InvitationMade | null>(null);
  const [problem, setProblem] = useState<ProblemDocument | null>(null);

  const send = async (next: Wish): Promise<void> => {
    setWish(null);
    const answer = await call<InvitationMade | { locked: boolean }>(next.path, { method: 'POST', body: next.body, key: attempt.key() });
    attempt.answered(answer);
    if (!answer.ok && answer.problem.code === 'step-up-needed') return setWish(next);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    if ('link' in answer.data) setMade(answer.data);
    else tell(t(answer.data.locked ? 'web.people.locked-done' : 'web.people.unlocked-done'));
    await forgetReads(client);
  };
  const invite = (body: Newcomer | { appointment: string }): void => void send({ path: '/api/users/invitations', body });
  const lock = (one: HouseUser, locked: boolean): void => void send({ path: '/api/users/locks', body: { appointment: one.appointment, locked } });
  const whole = wholeProblem(problem);
  return (
    <Page title={t('web.people.title')}>
      {read.isPending ? <Skeleton lines={6} /> : null}
      {read.isError ? <ProblemNote problem={read.error.problem} during="reading" onAgain={() => void read.refetch()} /> : null}
      {whole === null ? null : <ProblemNote problem={whole} during="writing" />}
      {read.data === undefined ? null : (
        <>
          <p className="soft">{names(read.data.organisation.names)}</p>
          <ul className="plain">
            {read.data.users.map((one) => (
              <Row key={one.appointment} one={one} me={one.appointment === appointment} onInvite={() => invite({ appointment: one.appointment })} onLock={(locked) => lock(one, locked)} />
            ))}
          </ul>
          <InviteForm key={made?.link ?? ''} roles={read.data.roles} problem={problem} onSend={invite} />
        </>
      )}
      {wish === null ? null : <StepUpPanel onProved={() => void send(wish)} onClose={() => setWish(null)} />}
      {made === null ? null : <LinkPanel made={made} onClose={() => setMade(null)} />}
    </Page>
  );
}

function Row({ one, me, onInvite, onLock }: { one: HouseUser; me: boolean; onInvite: () => void; onLock: (locked: boolean) => void }): ReactNode {
  const t = useText();
  return (
    <li className="people-row">
      <p>
        <b>{one.name}</b>
        <br />
        <span className="soft">
          {one.roleTitle} · {t(`web.people.state.${one.state}`)}
        </span>
      </p>
      <div className="proceeding-steps" hidden={me}>
        <Button onClick={onInvite} aria-label={`${t(one.state === 'none' ? 'web.people.invite' : 'web.people.invite-again')}: ${one.name}`}>
          {t(one.state === 'none' ? 'web.people.invite' : 'web.people.invite-again')}
        </Button>
        {one.state === 'active' ? (
          <Button kind="quiet" onClick={() => onLock(true)} aria-label={`${t('web.people.lock')}: ${one.name}`}>
            {t('web.people.lock')}
          </Button>
        ) : null}
        {one.state === 'locked' ? (
          <Button kind="quiet" onClick={() => onLock(false)} aria-label={`${t('web.people.unlock')}: ${one.name}`}>
            {t('web.people.unlock')}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

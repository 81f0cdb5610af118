/** Behind it one is signed in. The address stays, so that after signing in one is where one wanted to go. */
import { lazy, Suspense, useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { SessionView } from '#kernel/contract.ts';
import { Button } from '#design/components/Button.tsx';
import { Page } from '#design/components/Page.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { ownProblem } from '#design/data/call.ts';
import { forgetReads, useRead } from '#design/data/CallProvider.tsx';
import { DraftsProvider } from '#design/data/drafts.tsx';
import { AlongProvider } from '#design/data/kept/AlongProvider.tsx';
import { lockDevice } from '#design/data/kept/device.ts';
import { DeviceProvider } from '#design/data/kept/DeviceProvider.tsx';
import { KeptProvider } from '#design/data/kept/KeptProvider.tsx';
import { useReach } from '#design/data/reach.ts';
import { SessionProvider } from '#design/data/session.tsx';
import { useText } from '#design/texts/TextProvider.tsx';
import { sessionPath } from '../client.ts';
import { Door } from '../pages/Door.tsx';
import { forgetAll } from '../forget.ts';
import { router } from '../router.tsx';
import { isField } from '../slots.ts';
import { LockedNote } from './LockedNote.tsx';
import { useEnded, useOpenHere } from './opening.ts';

const unknown = 401;

const SignIn = lazy(() => import('../pages/SignIn.tsx'));
const Invitation = lazy(() => import('../pages/Invitation.tsx'));

/** Whoever comes with an invitation is not asked who else is signed in on this device. */
const invited = location.pathname === `${import.meta.env.BASE_URL}invitation`;

/** Milliseconds between tries while nothing answers. */
const every = 15_000;

export function Gate(): ReactNode {
  const read = useRead<SessionView>(sessionPath);
  const client = useQueryClient();
  const reached = useReach();
  const { refetch } = read;
  // Once signed out, whatever fails next: what was read before stays in the query, and does not count any more.
  const left = useRef(false);
  const out = (read.isError && read.error.problem.status === unknown) || (left.current && !read.isSuccess);
  left.current = out;
  const alone = read.isError && !out && read.data === undefined;
  const here = useOpenHere(alone);
  // While it is asked again, nothing on the screen changes. Undefined: nobody knows yet. Null: nobody works here.
  const known = useRef<SessionView | null | undefined>(undefined);
  const found = out ? null : (read.data ?? (alone ? here : undefined));
  if (found !== undefined) known.current = found;
  const ended = useEnded(!reached && read.data !== undefined, read.dataUpdatedAt);
  useEffect(() => {
    if (!out) return;
    forgetAll(client, sessionPath);
    void lockDevice();
  }, [out, client]);
  useEffect(() => {
    if (!ended) return;
    forgetAll(client, sessionPath);
    void refetch();
  }, [ended, client, refetch]);
  useEffect(() => {
    if (reached) return;
    const timer = setInterval(() => void refetch(), every);
    return () => {
      clearInterval(timer);
      // The network is back: what is on the screen is read anew.
      void forgetReads(client);
    };
  }, [reached, refetch, client]);
  if (invited) {
    return (
      <Suspense fallback={<Waiting />}>
        <Invitation />
      </Suspense>
    );
  }
  if (out) {
    return (
      <Suspense fallback={<Waiting />}>
        <SignIn />
      </Suspense>
    );
  }
  const session = ended ? null : known.current;
  if (session === undefined) return <Waiting />;
  if (session !== null) return <Inside session={session} />;
  const again = (): void => void refetch();
  if (!reached) return <Locked onAgain={again} />;
  // The server is being asked who is signed in now.
  if (ended && !read.isError) return <Waiting />;
  return (
    <main className="page">
      <ProblemNote problem={read.error?.problem ?? ownProblem('server-trouble', 500)} during="reading" onAgain={again} />
    </main>
  );
}

/** Nobody's sign-in is open here, and without a network nobody can sign in. */
function Locked({ onAgain }: { onAgain: () => void }): ReactNode {
  const t = useText();
  return (
    <Door>
      <Page title={t('web.device.closed')}>
        <p>{t('web.device.closed-what')}</p>
        <LockedNote />
        <div>
          <Button onClick={onAgain}>{t('web.problem.again')}</Button>
        </div>
      </Page>
    </Door>
  );
}

function Inside({ session }: { session: SessionView }): ReactNode {
  const { appointment } = session;
  return (
    <SessionProvider value={session}>
      <DraftsProvider of={appointment}>
        <DeviceProvider key={appointment} session={session}>
          <KeptProvider of={appointment}>
            <AlongProvider of={appointment} isField={isField}>
              <RouterProvider router={router} />
            </AlongProvider>
          </KeptProvider>
        </DeviceProvider>
      </DraftsProvider>
    </SessionProvider>
  );
}

function Waiting(): ReactNode {
  return (
    <main className="page">
      <Skeleton />
    </main>
  );
}

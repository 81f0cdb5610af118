/** Behind it one is signed in. The address stays, so that after signing in one is where one wanted to go. */
import { lazy, Suspense, useEffect } from 'react';
import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { SessionView } from '#kernel/contract.ts';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { useRead } from '#design/data/CallProvider.tsx';
import { DraftsProvider } from '#design/data/drafts.tsx';
import { KeptProvider } from '#design/data/kept/KeptProvider.tsx';
import { SessionProvider } from '#design/data/session.tsx';
import { sessionPath } from '../client.ts';
import { forgetAll } from '../forget.ts';
import { router } from '../router.tsx';

const unknown = 401;

const SignIn = lazy(() => import('../pages/SignIn.tsx'));
const Invitation = lazy(() => import('../pages/Invitation.tsx'));

/** Whoever comes with an invitation is not asked who else is signed in on this device. */
const invited = location.pathname === `${import.meta.env.BASE_URL}invitation`;

export function Gate(): ReactNode {
  const read = useRead<SessionView>(sessionPath);
  const client = useQueryClient();
  const out = read.isError && read.error.problem.status === unknown;
  useEffect(() => {
    if (out) forgetAll(client, sessionPath);
  }, [out, client]);
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
  if (read.data !== undefined) {
    return (
      <SessionProvider value={read.data}>
        <DraftsProvider of={read.data.appointment}>
          <KeptProvider of={read.data.appointment}>
            <RouterProvider router={router} />
          </KeptProvider>
        </DraftsProvider>
      </SessionProvider>
    );
  }
  if (read.isPending) return <Waiting />;
  return (
    <main className="page">
      <ProblemNote problem={read.error.problem} during="reading" onAgain={() => void read.refetch()} />
    </main>
  );
}

function Waiting(): ReactNode {
  return (
    <main className="page">
      <Skeleton />
    </main>
  );
}

/** Who are you? In the demo: choose somebody who is not there. */
import type { ReactNode } from 'react';
import type { DemoAppointment } from '#kernel/contract.ts';
import { Page } from '#design/components/Page.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { useRead } from '#design/data/CallProvider.tsx';
import { useText } from '#design/texts/TextProvider.tsx';
import { LockedNote } from '../shell/LockedNote.tsx';
import { DemoPicker, demoPath } from './DemoPicker.tsx';
import { Door } from './Door.tsx';
import { PasswordForm } from './PasswordForm.tsx';

export default function SignIn(): ReactNode {
  const t = useText();
  const read = useRead<readonly DemoAppointment[]>(demoPath);
  const noDemo = read.isError && read.error.problem.status === 404;
  return (
    <Door>
      <Page title={t('web.sign-in.title')}>
        <p>{t('web.sign-in.purpose')}</p>
        <LockedNote />
        {read.isPending ? <Skeleton /> : null}
        {noDemo ? <PasswordForm /> : null}
        {read.isError && !noDemo ? (
          <ProblemNote problem={read.error.problem} during="reading" onAgain={() => void read.refetch()} />
        ) : null}
        {read.isSuccess ? (
          <>
            <details className="own-account">
              <summary>{t('web.sign-in.own')}</summary>
              <PasswordForm />
            </details>
            <DemoPicker all={read.data} />
          </>
        ) : null}
      </Page>
    </Door>
  );
}

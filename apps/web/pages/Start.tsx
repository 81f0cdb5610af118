/** What one may begin. */
import type { ReactNode } from 'react';
import { EmptyState } from '#design/components/EmptyState.tsx';
import { Go } from '#design/components/Go.tsx';
import { Page } from '#design/components/Page.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { useText } from '#design/texts/TextProvider.tsx';
import { useStarts } from '../shell/nav.ts';
import './pages.css';

export default function Start(): ReactNode {
  const t = useText();
  const { starts, ...read } = useStarts();
  return (
    <Page title={t('web.start.title')}>
      {read.isPending ? <Skeleton /> : null}
      {read.isError ? (
        <ProblemNote problem={read.error.problem} during="reading" onAgain={() => void read.refetch()} />
      ) : null}
      {read.isSuccess && starts.length === 0 ? (
        <EmptyState title={t('web.start.empty')} what={t('web.start.empty-what')} />
      ) : null}
      <ul className="plain starts">
        {starts.map((start) => (
          <li key={start.procedure}>
            <Go to={`/start/${start.procedure}`} className="start">
              {start.title}
            </Go>
          </li>
        ))}
      </ul>
    </Page>
  );
}

/** What a member may read now: the files of a sitting that he attends. */
import type { ReactNode } from 'react';
import { EmptyState } from '#design/components/EmptyState.tsx';
import { Go } from '#design/components/Go.tsx';
import { Page } from '#design/components/Page.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { useRead } from '#design/data/CallProvider.tsx';
import { proceedingPage } from '#design/proceeding/paths.ts';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { formatDateTime } from '#kernel/texts/format.ts';
import type { MyReadings } from '../contract.ts';

export default function Readings(): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const read = useRead<MyReadings>('/api/commission/readings');
  return (
    <Page title={t('commission.readings.title')}>
      {read.isPending ? <Skeleton /> : null}
      {read.isError ? <ProblemNote problem={read.error.problem} during="reading" onAgain={() => void read.refetch()} /> : null}
      {read.data?.readings.length === 0 ? <EmptyState title={t('commission.readings.none')} what={t('commission.readings.none-what')} /> : null}
      <ul className="plain">
        {read.data?.readings.map((r) => (
          <li key={r.id}>
            <Go to={proceedingPage(r.id)}>{r.label}</Go> <span className="soft">{formatDateTime(r.openedAt, language)}</span>
          </li>
        ))}
      </ul>
    </Page>
  );
}

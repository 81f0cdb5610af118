/** What one has reported, and what one was told of it. */
import type { ReactNode } from 'react';
import { EmptyState } from '#design/components/EmptyState.tsx';
import { Go } from '#design/components/Go.tsx';
import { Page } from '#design/components/Page.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { useRead } from '#design/data/CallProvider.tsx';
import { proceedingPage } from '#design/proceeding/paths.ts';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { formatDate } from '#kernel/texts/format.ts';
import type { MyReports } from '../contract.ts';
import './case.css';

export default function Reports(): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const read = useRead<MyReports>('/api/cases/reports');
  return (
    <Page title={t('cases.reports.title')}>
      {read.isPending ? <Skeleton /> : null}
      {read.isError ? <ProblemNote problem={read.error.problem} during="reading" onAgain={() => void read.refetch()} /> : null}
      {read.data?.reports.length === 0 ? <EmptyState title={t('cases.reports.none')} what={t('cases.reports.none-what')} /> : null}
      <ul className="plain case-list">
        {read.data?.reports.map((r) => (
          <li key={r.id}>
            <Go to={proceedingPage(r.id)}>{r.label}</Go>{' '}
            <span className="soft">
              {r.stageTitle} · {formatDate(r.openedAt, language)}
            </span>
            <p className="case-words">{r.told === null ? <span className="soft">{t('cases.reports.nothing-yet')}</span> : r.told.text}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
}

/** What one wrote about a child at school, and what one was told of it. */
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
import type { MyConcerns } from '../contract.ts';

export default function Mine(): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const read = useRead<MyConcerns>('/api/schools/mine');
  return (
    <Page title={t('schools.mine.title')}>
      {read.isPending ? <Skeleton /> : null}
      {read.isError ? <ProblemNote problem={read.error.problem} during="reading" onAgain={() => void read.refetch()} /> : null}
      {read.data?.reports.length === 0 ? <EmptyState title={t('schools.mine.none')} what={t('schools.mine.none-what')} /> : null}
      <ul className="plain links">
        {read.data?.reports.map((r) => (
          <li key={r.id}>
            <Go to={proceedingPage(r.id)}>{r.label}</Go>{' '}
            <span className="soft">
              {r.title} · {r.stageTitle} · {formatDate(r.openedAt, language)}
            </span>
            {r.told === null ? null : <p>{r.told.text}</p>}
          </li>
        ))}
      </ul>
    </Page>
  );
}

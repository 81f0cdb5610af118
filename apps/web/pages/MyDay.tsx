/** What I must do now, by when. Each row opens the very form that completes it. */
import { useRef } from 'react';
import type { ReactNode } from 'react';
import { formatTime, formatWeekday } from '#kernel/texts/format.ts';
import { Button } from '#design/components/Button.tsx';
import { EmptyState } from '#design/components/EmptyState.tsx';
import { Go } from '#design/components/Go.tsx';
import { Page } from '#design/components/Page.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { useRowKeys } from '#design/hooks/useRowKeys.ts';
import { useReach } from '#design/data/reach.ts';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { useNow } from '#design/time/useNow.ts';
import { TakeAlong } from '../along/TakeAlong.tsx';
import { groupDay } from './day.ts';
import { DayRow } from './DayRow.tsx';
import { useDayPages } from './dayPages.ts';
import { ToTable } from './ToTable.tsx';
import { Tour } from './Tour.tsx';
import { Waiting } from './Waiting.tsx';
import './MyDay.css';

export function MyDay(): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const now = useNow();
  const reached = useReach();
  const { read, items } = useDayPages('/api/my-day?limit=50');
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  const at = read.data?.pages[0]?.at;

  // Without a network it is the first thing; otherwise it comes after what must be done.
  const along = <TakeAlong items={items} />;

  return (
    <Page title={t('web.day.title')} aside={<p className="day-date">{formatWeekday(now, language)}</p>}>
      {read.isError && !reached ? <p className="soft">{at === undefined ? t('web.day.offline') : t('web.day.as-of', { time: formatTime(at) })}</p> : null}
      {read.isError && reached ? (
        <ProblemNote problem={read.error.problem} during="reading" onAgain={() => void read.refetch()}>
          {at === undefined ? null : <p>{t('web.day.as-of', { time: formatTime(at) })}</p>}
        </ProblemNote>
      ) : null}
      <Tour />
      {read.isPending ? <Skeleton lines={6} /> : null}
      {read.isSuccess && items.length === 0 ? (
        <EmptyState title={t('web.day.empty')} what={t('web.day.empty-what', { time: formatTime(at ?? now) })}>
          <Go to="/list" className="button">
            {t('web.day.see-list')}
          </Go>
        </EmptyState>
      ) : null}
      {reached ? null : along}
      <div ref={list} className="day">
        {groupDay(items, now).map(({ part, items: rows }) => (
          <section key={part} aria-labelledby={`day-${part}`} className={`day-part day-${part}`}>
            <h2 id={`day-${part}`}>{t(`web.day.${part}`)}</h2>
            <ul className="plain">
              {rows.map((item) => (
                <DayRow key={`${item.proceeding} ${item.why}`} item={item} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {read.hasNextPage ? (
        <div>
          <Button busy={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
            {t('web.more')}
          </Button>
        </div>
      ) : null}
      {reached ? along : null}
      <Waiting />
      {items.length === 0 ? null : <ToTable of={{ scope: 'mine' }} />}
      {items.length > 1 ? <p className="soft small keys-hint">{t('web.day.keys')}</p> : null}
    </Page>
  );
}

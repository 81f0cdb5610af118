/** The list of what happened, over the page. */
import type { ReactNode } from 'react';
import type { Notice, NoticePage } from '#kernel/contract.ts';
import { formatDateTime, formatDay, formatMoment } from '#kernel/texts/format.ts';
import { Badge } from '#design/components/Badge.tsx';
import { Button } from '#design/components/Button.tsx';
import { Due } from '#design/components/Due.tsx';
import { EmptyState } from '#design/components/EmptyState.tsx';
import { Go } from '#design/components/Go.tsx';
import { Panel } from '#design/components/Panel.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { proceedingPage } from '#design/proceeding/paths.ts';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { useNow } from '#design/time/useNow.ts';
import { sentence, useNotices } from './notices.ts';
import { PushLine } from './PushLine.tsx';
import './notices.css';

export default function NoticePanel({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useText();
  const { read, markRead } = useNotices();
  const unread = (read.data?.items ?? []).filter((n) => !n.read);
  return (
    <Panel title={t('web.notices.title')} onClose={onClose}>
      <div className="stack">
        {read.isPending ? <Skeleton /> : null}
        {read.isError ? <ProblemNote problem={read.error.problem} during="reading" onAgain={() => void read.refetch()} /> : null}
        {unread.length === 0 ? null : (
          <div>
            <Button onClick={() => void markRead(unread.map((n) => n.key))}>{t('web.notices.read-all')}</Button>
          </div>
        )}
        {read.data === undefined ? null : (
          <Notices
            page={read.data}
            onOpen={(notice) => {
              onClose();
              if (notice !== null && !notice.read) void markRead([notice.key]);
            }}
          />
        )}
        <PushLine />
      </div>
    </Panel>
  );
}

const placeOf = (notice: Notice): string => (notice.proceeding !== null ? proceedingPage(notice.proceeding.id) : notice.kind === 'roster-gap' ? '/agencies/roster' : '/');

function Notices({ page, onOpen }: { readonly page: NoticePage; readonly onOpen: (notice: Notice | null) => void }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  if (page.items.length === 0 && page.more.length === 0) return <EmptyState title={t('web.notices.empty')} what={t('web.notices.empty-what')} />;
  return (
    <ul className="plain notices">
      {page.more.map(({ day, count }) => (
        <li key={day} className="notice">
          <span>{t('web.notices.more', { day: formatDay(day, language), count })}</span>{' '}
          <Go to="/" onClick={() => onOpen(null)}>
            {t('web.notices.see-day')}
          </Go>
        </li>
      ))}
      {page.items.map((notice) => (
        <One key={notice.key} notice={notice} onOpen={() => onOpen(notice)} />
      ))}
    </ul>
  );
}

function One({ notice, onOpen }: { readonly notice: Notice; readonly onOpen: () => void }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const now = useNow();
  const { proceeding, from, until } = notice;
  const stretch = from === null ? null : until === null ? t('web.notices.from', { from: formatDateTime(from, language) }) : t('web.notices.stretch', { from: formatDateTime(from, language), until: formatDateTime(until, language) });
  return (
    <li className={notice.read ? 'notice' : 'notice notice-new'}>
      <p className="line small">
        <span className="soft">{formatMoment(notice.at, now, language)}</span>
        {notice.read ? null : <b className="notice-mark">{t('web.notices.new')}</b>}
        {proceeding?.weighed === true && proceeding.danger >= 2 ? <Badge danger={proceeding.danger} /> : null}
      </p>
      <p>
        <Go to={placeOf(notice)} onClick={onOpen}>
          {sentence(notice, t)}
          {proceeding === null ? null : ` · ${proceeding.label}`}
        </Go>
      </p>
      {stretch === null ? null : <p className="soft small">{stretch}</p>}
      {proceeding === null ? null : (
        <p className="soft small">
          {proceeding.title} · {proceeding.stageTitle}
          {notice.kind !== 'news' && notice.who !== null ? ` · ${t('web.notices.for', { who: notice.who })}` : ''}
        </p>
      )}
      {proceeding?.due == null || notice.kind === 'news' ? null : (
        <p className="small">
          <Due due={proceeding.due} />
        </p>
      )}
    </li>
  );
}

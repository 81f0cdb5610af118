/** The bell: how much happened for me that I have not read, and the list of it. What presses is said aloud once, when it comes. */
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Notice, NoticePage } from '#kernel/contract.ts';
import { formatDateTime, formatDay, formatMoment } from '#kernel/texts/format.ts';
import { Badge } from '#design/components/Badge.tsx';
import { Button } from '#design/components/Button.tsx';
import { Due } from '#design/components/Due.tsx';
import { EmptyState } from '#design/components/EmptyState.tsx';
import { Go } from '#design/components/Go.tsx';
import { useTell } from '#design/components/Live.tsx';
import { Panel } from '#design/components/Panel.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { proceedingPage } from '#design/proceeding/paths.ts';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import type { Say } from '#design/texts/TextProvider.tsx';
import { useNow } from '#design/time/useNow.ts';
import { useNotices } from './notices.ts';
import './Bell.css';

export function Bell(): ReactNode {
  const t = useText();
  const [open, setOpen] = useState(false);
  const { read, markRead } = useNotices();
  const unread = (read.data?.items ?? []).filter((n) => !n.read);
  useTold(read.data, t);
  return (
    <>
      <Button kind="quiet" className="bell" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <svg className="shell-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
          <path d="M18 16v-5a6 6 0 0 0-12 0v5l-2 2h16zM10 21h4" />
        </svg>
        <span className="visually-hidden">{t('web.notices.title')}</span>
        {unread.length === 0 ? null : (
          <>
            <span className="bell-count figure" aria-hidden="true">
              {unread.length}
            </span>
            <span className="visually-hidden">{t('web.notices.unread', { count: unread.length })}</span>
          </>
        )}
      </Button>
      {open ? (
        <Panel title={t('web.notices.title')} onClose={() => setOpen(false)}>
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
                  setOpen(false);
                  if (notice !== null && !notice.read) void markRead([notice.key]);
                }}
              />
            )}
          </div>
        </Panel>
      ) : null}
    </>
  );
}

/** Says what presses, once, when it comes while the page is open; what lay there before is on the bell. */
function useTold(page: NoticePage | undefined, t: Say): void {
  const tell = useTell();
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (page === undefined) return;
    const before = known.current;
    const pressing = page.items.filter((n) => n.pressing && !n.read);
    known.current = new Set([...(before ?? []), ...page.items.map((n) => n.key)]);
    const fresh = before === null ? undefined : pressing.find((n) => !before.has(n.key));
    if (fresh !== undefined) tell(t('web.notices.came-in', { what: [sentence(fresh, t), fresh.proceeding?.label ?? ''].filter((part) => part !== '').join(' · ') }));
  }, [page]);
}

const sentence = (notice: Notice, t: Say): string =>
  notice.kind === 'news' ? [notice.what, notice.who].filter((part) => part !== null).join(' · ') : t(`web.notices.kind.${notice.kind}`, { what: notice.what ?? '', who: notice.who ?? '' });

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

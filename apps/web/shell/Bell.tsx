/** The bell: how much happened for me that I have not read; it opens the list. What presses is said aloud once, when it comes. */
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { NoticePage } from '#kernel/contract.ts';
import { Button } from '#design/components/Button.tsx';
import { useTell } from '#design/components/Live.tsx';
import { useText } from '#design/texts/TextProvider.tsx';
import type { Say } from '#design/texts/TextProvider.tsx';
import { sentence, useNotices } from './notices.ts';
import './Bell.css';

const NoticePanel = lazy(() => import('./NoticePanel.tsx'));

export function Bell(): ReactNode {
  const t = useText();
  const [open, setOpen] = useState(false);
  const { read } = useNotices();
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
        <Suspense fallback={null}>
          <NoticePanel onClose={() => setOpen(false)} />
        </Suspense>
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

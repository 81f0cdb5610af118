/** What waits for others is mine too: whom it waits for, since when, and the number to call. */
import type { ReactNode } from 'react';
import type { WaitingItem, WaitingPage } from '#kernel/contract.ts';
import { formatAgo } from '#kernel/texts/format.ts';
import { Due } from '#design/components/Due.tsx';
import { Go } from '#design/components/Go.tsx';
import { useRead } from '#design/data/CallProvider.tsx';
import { proceedingPage } from '#design/proceeding/paths.ts';
import { readablePhone } from '#design/proceeding/phone.ts';
import { useLanguage, useNames, useText } from '#design/texts/TextProvider.tsx';
import { useNow } from '#design/time/useNow.ts';

/** Milliseconds between looks at what others did. */
const every = 60_000;

/** Silent while there is nothing, or nothing could be read: one's own day stands above and must not be disturbed. */
export function Waiting(): ReactNode {
  const t = useText();
  const read = useRead<WaitingPage>('/api/my-day/waiting', { every });
  const items = read.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="day-part waiting" aria-labelledby="waiting">
      <h2 id="waiting">{t('web.waiting.title')}</h2>
      <ul className="plain">
        {items.map((item) => (
          <Row key={item.proceeding} item={item} />
        ))}
      </ul>
    </section>
  );
}

function Row({ item }: { item: WaitingItem }): ReactNode {
  const t = useText();
  const names = useNames();
  const { language } = useLanguage();
  const now = useNow();
  return (
    <li className="waiting-row">
      <div className="day-what">
        <Go to={proceedingPage(item.proceeding)} className="day-label">
          {item.title}
        </Go>
        <span className="soft">
          {names(item.organisation)} · {item.stageTitle}
        </span>
        <span className="soft small">
          {t('web.waiting.for')} <Go to={proceedingPage(item.from.proceeding)}>{item.from.label}</Go>
        </span>
        {item.of === null ? null : <span className="day-of small">{t('web.day.of', { name: item.of.name })}</span>}
      </div>
      <div className="day-due">
        {item.late ? <b className="waiting-late">{t('web.waiting.late')}</b> : null}
        {item.due === null ? null : <Due due={item.due} />}
        <span className="soft small">{t('web.waiting.since', { ago: formatAgo(item.since, now, language) })}</span>
      </div>
      {item.worker === null ? null : (
        <div className="day-what">
          <span>{item.worker.name}</span>
          {item.worker.phone === null ? null : (
            <a
              className="phone"
              href={`tel:${item.worker.phone}`}
              aria-label={`${t('web.team.call', { name: item.worker.name })} ${readablePhone(item.worker.phone)}`}
            >
              {readablePhone(item.worker.phone)}
            </a>
          )}
        </div>
      )}
    </li>
  );
}

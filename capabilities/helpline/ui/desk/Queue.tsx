/** The queue: the most dangerous and most pressing first. The clock of the first row is the largest thing on the screen. */
import { createContext, memo, use } from 'react';
import type { ReactNode } from 'react';
import { Badge } from '#design/components/Badge.tsx';
import { EmptyState } from '#design/components/EmptyState.tsx';
import { afterPaint } from '#design/hooks/afterPaint.ts';
import { useLanguage, useNames, useText } from '#design/texts/TextProvider.tsx';
import type { Instant } from '#kernel/clock.ts';
import { formatDateTime, timeLeft } from '#kernel/texts/format.ts';
import type { QueueItem } from '../../contract.ts';
import { clockText } from './clock.ts';
import { useSecond } from './useSecond.ts';

interface Props {
  readonly items: readonly QueueItem[];
  readonly followed: readonly QueueItem[];
  readonly more: boolean;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

export function Queue({ items, followed, more, chosen, onChoose }: Props): ReactNode {
  const t = useText();
  const rows = (list: readonly QueueItem[]): ReactNode =>
    list.map((item) => (
      <li key={item.proceeding}>
        <Row item={item} chosen={item.proceeding === chosen} onChoose={onChoose} />
      </li>
    ));
  return (
    <Seconds>
      {items.length === 0 ? <EmptyState title={t('helpline.desk.empty')} what={t('helpline.desk.empty-what')} /> : <ol className="plain queue queue-now">{rows(items)}</ol>}
      {followed.length === 0 ? null : (
        <details className="queue-followed" open={followed.some((item) => item.proceeding === chosen) || undefined}>
          <summary>{t('helpline.desk.followed', { count: followed.length })}</summary>
          <ol className="plain queue">{rows(followed)}</ol>
        </details>
      )}
      {more ? <p className="soft small">{t('helpline.desk.more')}</p> : null}
    </Seconds>
  );
}

/** Each second moves the clocks alone, not the rows they stand in: a hundred rows a second would keep a key waiting. */
const SecondContext = createContext<Instant>('');

function Seconds({ children }: { children: ReactNode }): ReactNode {
  return <SecondContext value={useSecond()}>{children}</SecondContext>;
}

function Clock({ item }: { item: QueueItem }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const now = use(SecondContext);
  const clock = clockText(item.due, now);
  return (
    <time className={clock === null ? 'queue-far' : clock.late ? 'queue-clock queue-late' : 'queue-clock'} dateTime={item.due} title={`${item.termTitle}: ${formatDateTime(item.due, language)}`}>
      {clock === null ? timeLeft(item.due, now, language).length : clock.text}
      {clock?.late === true ? <span className="queue-word">{t('helpline.desk.late')}</span> : null}
    </time>
  );
}

const Row = memo(function Row({ item, chosen, onChoose }: { item: QueueItem; chosen: boolean; onChoose: (id: string) => void }): ReactNode {
  const t = useText();
  const names = useNames();
  const busy = item.stage !== 'unread';
  return (
    <button type="button" className="queue-row" data-row="" data-danger={item.danger} aria-current={chosen ? 'true' : undefined} onClick={() => afterPaint(() => onChoose(item.proceeding))}>
      <Clock item={item} />
      <span className="queue-what">
        {/* Unread, it counts as dangerous whatever it says: a word for a danger nobody has seen would be a guess. */}
        {item.stage === 'unread' ? null : <Badge danger={item.danger} />}
        <b>{item.stageTitle}</b>
        <span className="soft small">
          {item.label} · {t(`helpline.channel.${item.channel}`)}
          {item.school === null ? '' : ` · ${names(item.school)}`}
        </span>
        {busy ? <span className="small">{item.mine ? <b>{t('helpline.desk.mine')}</b> : item.worker}</span> : null}
      </span>
    </button>
  );
});

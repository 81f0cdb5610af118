/** The queue: the most dangerous and most pressing first. The clock of the first row is the largest thing on the screen. */
import type { ReactNode } from 'react';
import { Badge } from '#design/components/Badge.tsx';
import { EmptyState } from '#design/components/EmptyState.tsx';
import { useLanguage, useNames, useText } from '#design/texts/TextProvider.tsx';
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
  const now = useSecond();
  const rows = (list: readonly QueueItem[]): ReactNode =>
    list.map((item) => (
      <li key={item.proceeding}>
        <Row item={item} now={now} chosen={item.proceeding === chosen} onChoose={onChoose} />
      </li>
    ));
  return (
    <>
      {items.length === 0 ? <EmptyState title={t('helpline.desk.empty')} what={t('helpline.desk.empty-what')} /> : <ol className="plain queue queue-now">{rows(items)}</ol>}
      {followed.length === 0 ? null : (
        <details className="queue-followed" open={followed.some((item) => item.proceeding === chosen) || undefined}>
          <summary>{t('helpline.desk.followed', { count: followed.length })}</summary>
          <ol className="plain queue">{rows(followed)}</ol>
        </details>
      )}
      {more ? <p className="soft small">{t('helpline.desk.more')}</p> : null}
    </>
  );
}

function Row({ item, now, chosen, onChoose }: { item: QueueItem; now: string; chosen: boolean; onChoose: (id: string) => void }): ReactNode {
  const t = useText();
  const names = useNames();
  const { language } = useLanguage();
  const clock = clockText(item.due, now);
  const busy = item.stage !== 'unread';
  return (
    <button type="button" className="queue-row" data-row="" data-danger={item.danger} aria-current={chosen ? 'true' : undefined} onClick={() => onChoose(item.proceeding)}>
      <time className={clock === null ? 'queue-far' : clock.late ? 'queue-clock queue-late' : 'queue-clock'} dateTime={item.due} title={`${item.termTitle}: ${formatDateTime(item.due, language)}`}>
        {clock === null ? timeLeft(item.due, now, language).length : clock.text}
        {clock?.late === true ? <span className="queue-word">{t('helpline.desk.late')}</span> : null}
      </time>
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
}

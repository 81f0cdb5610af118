/** The rule behind a term, one tap away: a small § that opens its source, standing and dates. */
import { useId } from 'react';
import type { ReactNode } from 'react';
import type { DeadlineView } from '#kernel/contract.ts';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { formatDate, formatDateTime } from '#kernel/texts/format.ts';
import './Basis.css';

type Shown = Pick<DeadlineView, 'title' | 'startedAt' | 'dueAt' | 'basis'>;

export function Basis({ of }: { of: Shown }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const id = useId();
  if (of.basis === null) return null;
  const { source, standing, since } = of.basis;
  return (
    <>
      <button
        type="button"
        className="basis-sign"
        popoverTarget={id}
        aria-label={t('web.basis.open', { title: of.title })}
      >
        §
      </button>
      <div id={id} popover="auto" className="basis" role="dialog" aria-label={t('web.basis.title')}>
        <h3>{of.title}</h3>
        <dl className="basis-facts">
          <dt>{t('web.basis.source')}</dt>
          <dd>{source}</dd>
          <dt>{t('web.basis.since')}</dt>
          <dd>{formatDate(since, language)}</dd>
          <dt>{t('web.basis.runs')}</dt>
          <dd>
            {formatDateTime(of.startedAt, language)} – {formatDateTime(of.dueAt, language)}
          </dd>
        </dl>
        <p className={standing === 'sourced' ? 'basis-standing' : 'basis-standing basis-unsure'}>
          {t(`standing.${standing}`)}
        </p>
      </div>
    </>
  );
}

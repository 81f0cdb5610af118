/** What is due, line by line under its number: why, since when, and the last file about it to open. */
import type { ReactNode } from 'react';
import { Go } from '#design/components/Go.tsx';
import { proceedingPage } from '#design/proceeding/paths.ts';
import type { RecordPanelProps } from '#design/slots.ts';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { formatDate } from '#kernel/texts/format.ts';
import type { ErasureRecords } from '../contract.ts';

export default function ListPanel({ view }: RecordPanelProps): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const { list } = view.records as Partial<ErasureRecords>;
  if (list === undefined) return null;
  return (
    <section className="part" aria-labelledby="retention-list">
      <h2 id="retention-list">{t('retention.input.items')}</h2>
      <p className="soft">{t('retention.list.how')}</p>
      <ol>
        {list.items.map((item) => (
          <li key={item.number} value={item.number}>
            <Go to={proceedingPage(item.main)}>{t(`retention.rule.${item.rule}`)}</Go>{' '}
            <span className="soft">{t('retention.list.closed', { day: formatDate(item.closed, language) })}</span>
            {item.kept === null ? null : (
              <p>
                {t('retention.list.kept', { day: formatDate(item.kept.until, language) })}: {item.kept.why}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A report: what was said, and what the reporter was told, the newest first. */
import type { ReactNode } from 'react';
import type { RecordPanelProps } from '#design/slots.ts';
import { Facts } from '#design/records/Facts.tsx';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { formatDateTime } from '#kernel/texts/format.ts';
import type { ReportRecords } from '../domain/record.ts';
import './case.css';

export default function ReportPanel({ view }: RecordPanelProps): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const { report, reporter } = view.records as Partial<ReportRecords>;
  if (report === undefined) return null;
  return (
    <>
      <section className="part" aria-labelledby="report-told">
        <h2 id="report-told">{t('cases.reports.told')}</h2>
        {report.told.length === 0 ? <p className="soft">{t('cases.reports.nothing-yet')}</p> : null}
        <ul className="plain case-list">
          {report.told.toReversed().map((note) => (
            <li key={note.at}>
              <span className="soft">{formatDateTime(note.at, language)}</span>
              <p className="case-words">{'text' in note ? note.text : t(note.key)}</p>
            </li>
          ))}
        </ul>
      </section>
      <section className="part" aria-labelledby="report-said">
        <h2 id="report-said">{t('cases.reports.said')}</h2>
        <p className="soft">{t(`cases.category.${report.category}`)}</p>
        <p className="case-words">{report.summary}</p>
      </section>
      {reporter === undefined ? null : (
        <section className="part" aria-labelledby="report-by">
          <h2 id="report-by">{t('cases.report.class.reporter')}</h2>
          <Facts procedure={view.procedure} of={reporter} />
        </section>
      )}
    </>
  );
}

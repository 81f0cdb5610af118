/** A case at a glance: what is feared, whether the child is safe and was seen, what is planned, who was asked. */
import type { ReactNode } from 'react';
import type { RecordPanelProps } from '#design/slots.ts';
import { Go } from '#design/components/Go.tsx';
import { proceedingPage } from '#design/proceeding/paths.ts';
import { Facts } from '#design/records/Facts.tsx';
import { classTitle } from '#design/records/facts.ts';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import type { Say } from '#design/texts/TextProvider.tsx';
import { formatDate, formatDateTime } from '#kernel/texts/format.ts';
import type { CaseRecord, NoticeRecord, Visit, Work } from '../domain/record.ts';
import './case.css';

export default function CasePanel({ view }: RecordPanelProps): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const records = view.records as { case?: Work & Partial<CaseRecord>; notice?: NoticeRecord };
  const { case: record, notice } = records;
  const others = Object.entries(view.records).filter(([name]) => name !== 'case' && name !== 'notice' && name !== 'header');
  return (
    <>
      {record === undefined ? null : <Case record={record} />}
      {notice === undefined ? null : (
        <Part id="notice" title={classTitle(t.first, view.procedure, 'notice')}>
          <p className="case-words">{notice.why}</p>
          <p>
            {notice.measuresUntil === null ? t('cases.panel.measures-unknown') : `${t('cases.input.measures-until')}: ${formatDate(notice.measuresUntil, language)}`}
          </p>
        </Part>
      )}
      {others.map(([name, body]) => (
        <Part key={name} id={`record-${name}`} title={classTitle(t.first, view.procedure, name)}>
          <Facts procedure={view.procedure} of={body} />
        </Part>
      ))}
    </>
  );
}

function Case({ record }: { record: Work & Partial<CaseRecord> }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const { concern, safety, accused, siblings, removal, warnings } = record;
  const last = record.visits.at(-1);
  const concernText = t.first([`cases.category.${concern.category}`, `helpline.category.${concern.category}`]) ?? concern.category;
  return (
    <>
      <Part id="concern" title={concernText}>
        <p className="case-words">{concern.summary}</p>
        {warnings == null ? null : <p className="case-warning">{warnings}</p>}
        {accused == null ? null : (
          <p>
            {t('cases.input.accused')}: {accused.words ?? t('cases.panel.in-directory')}
            {accused.relation == null ? '' : `, ${t(`cases.accused-relation.${accused.relation}`)}`}
            {accused.representative ? ` (${t('cases.input.accused-representative')})` : ''}
          </p>
        )}
        {record.representative == null ? null : (
          <p>
            {t('cases.panel.representative')}: {record.representative.name}
            {record.representative.act === undefined || record.representative.actDate === undefined
              ? ''
              : ` (${t('cases.panel.by-act', { act: record.representative.act, date: formatDate(record.representative.actDate, language) })})`}
          </p>
        )}
      </Part>
      <Twin record={record} />
      <Reports record={record} />
      <Part id="safety" title={t('cases.input.safety')}>
        {safety == null ? (
          <p>{t('cases.panel.not-decided')}</p>
        ) : (
          <p>
            <b>{t(`cases.safety.${safety.decision}`)}</b> <span className="soft">{formatDateTime(safety.at, language)}</span>
          </p>
        )}
        {safety?.plan == null ? null : <p className="case-words">{safety.plan}</p>}
        {last === undefined ? <p>{t('cases.panel.not-visited')}</p> : <LastVisit visit={last} count={record.visits.length} />}
        {removal == null ? null : (
          <p>
            {t('cases.panel.removed', { act: removal.act, date: formatDate(removal.actDate, language) })} {removal.placed?.where ?? ''}
          </p>
        )}
      </Part>
      <Plan record={record} />
      {record.leaving === undefined ? null : (
        <Part id="leaving" title={t('cases.panel.leaving')}>
          <p className="case-words">{record.leaving.plan}</p>
        </Part>
      )}
      {record.assessment === null ? null : (
        <Part id="assessment" title={t('cases.panel.assessment')}>
          <p className="case-words">{record.assessment.summary}</p>
          <dl className="facts">
            {record.assessment.domains.map((d) => (
              <Pair key={d.domain} term={`${t(`cases.domain.${d.domain}`)} · ${t(`cases.level.${d.level}`)}`}>
                {d.words}
              </Pair>
            ))}
          </dl>
        </Part>
      )}
      <Referrals record={record} />
      {siblings == null ? null : (
        <Part id="siblings" title={t('cases.input.siblings')}>
          {siblings.length === 0 ? <p>{t('cases.input.no-siblings')}</p> : null}
          <ul className="plain case-list">
            {siblings.map((s, i) => (
              <li key={i}>
                {s.case === null ? (s.name ?? '?') : <Go to={proceedingPage(s.case)}>{s.name ?? '?'}</Go>} <span className="soft">{s.reason ?? ''}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}

/** One child, two open cases. */
function Twin({ record }: { record: Work }): ReactNode {
  const t = useText();
  if (record.twin == null || record.twin.settled !== null) return null;
  return (
    <p className="case-warning">
      {t(record.twin.asked ? 'cases.panel.twin-asked' : 'cases.panel.twin-keeps')} <Go to={proceedingPage(record.twin.pair)}>{t('children.duplicate')}</Go>
    </p>
  );
}

/** What came in while the case was open: the newest first. */
function Reports({ record }: { record: Work }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const reports = record.reports ?? [];
  if (reports.length === 0) return null;
  return (
    <Part id="reports" title={t('cases.panel.reports')}>
      <ul className="plain case-list">
        {reports.toReversed().map((r) => (
          <li key={r.at}>
            <span className="soft">{formatDateTime(r.at, language)}</span>
            <p className="case-words">{r.summary}</p>
            {r.weighed === null ? <p className="case-warning">{t('cases.panel.not-weighed')}</p> : <p className="case-words soft">{r.weighed.words}</p>}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function LastVisit({ visit, count }: { visit: Visit; count: number }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  return (
    <>
      <p>
        {t(`cases.contact.${visit.contact}`)} <span className="soft">{`${visit.where} · ${formatDateTime(visit.at, language)} · ${t('cases.panel.visits', { count })}`}</span>
      </p>
      {visit.words === null ? null : <blockquote className="case-quote">{visit.words}</blockquote>}
    </>
  );
}

function Plan({ record }: { record: Work }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  if (record.plan.length === 0) return null;
  return (
    <Part id="plan" title={t('cases.share.plan')}>
      <table className="case-plan">
        <thead>
          <tr>
            {['number', 'what', 'who', 'by', 'state'].map((name) => (
              <th key={name} scope="col">
                {t(`cases.panel.plan.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {record.plan.map((m) => (
            <tr key={m.id}>
              <td>{m.id}</td>
              <th scope="row">{m.what}</th>
              <td>{[t(`cases.body.${m.body}`), m.who].filter((w) => w !== null).join(' · ')}</td>
              <td>{formatDate(m.by, language)}</td>
              <td>
                {t(`cases.measure-state.${m.state}`)}
                {m.note === null ? null : <span className="soft"> {m.note}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

function Referrals({ record }: { record: Work }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  if (record.referrals.length === 0) return null;
  return (
    <Part id="referrals" title={t('cases.panel.referrals')}>
      <ul className="plain case-list">
        {record.referrals.map((r) => (
          <li key={r.id}>
            <Go to={proceedingPage(r.id)}>{t.first([`cases.need.${r.need}`]) ?? r.need}</Go> <b>{t(`cases.referral-state.${r.state}`)}</b>{' '}
            <span className="soft">{[formatDate(r.sentAt, language), r.answer === null ? null : answerInWords(t, r.answer)].filter((w) => w !== null).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Pair({ term, children }: { term: string; children: ReactNode }): ReactNode {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Part({ title, id, children }: { title: string; id: string; children: ReactNode }): ReactNode {
  return (
    <section className="part" aria-labelledby={`part-${id}`}>
      <h2 id={`part-${id}`}>{title}</h2>
      {children}
    </section>
  );
}

/** An answer begins with its result or reason as one word of a list; after it come the receiver's own words. */
function answerInWords(t: Say, answer: string): string {
  const [code = '', ...own] = answer.split(': ');
  const word = t.first([`referrals.result.${code}`, `referrals.reason.${code}`]);
  return word === null ? answer : [word, ...own].join(': ');
}

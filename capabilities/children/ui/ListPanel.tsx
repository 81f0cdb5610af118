/** A list of an agency: its file, how far it is, what the try found or what was done, and the rows that cannot be read. */
import type { ReactNode } from 'react';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { useRead } from '#design/data/CallProvider.tsx';
import type { RecordPanelProps } from '#design/slots.ts';
import { useLanguage, useNames, useText } from '#design/texts/TextProvider.tsx';
import { formatDate, formatNumber } from '#kernel/texts/format.ts';
import type { ListCounts, ListRecords } from '../domain/lists/inputs.ts';
import type { ListState } from '../lists/answers.ts';
import './list.css';

/** Milliseconds between looks while it is worked on. */
const soon = 2_000;
const later = 30_000;
const parts = ['fresh', 'known', 'looked', 'failed'] as const;

export default function ListPanel({ view }: RecordPanelProps): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const inWords = useNames();
  const { list } = view.records as Partial<ListRecords>;
  const working = view.stage === 'trying' || view.stage === 'running';
  const read = useRead<ListState>(`/api/children/lists/${view.id}`, { every: working ? soon : later, enabled: list !== undefined });
  if (list === undefined) return null;
  const house = view.names[list.organisation];
  return (
    <section className="part" aria-labelledby="list-of-children">
      <h2 id="list-of-children">{t('children.list.class.list')}</h2>
      <dl className="facts">
        <dt>{t('children.list.field.organisation')}</dt>
        <dd>{house === undefined ? view.label : inWords(house)}</dd>
        {list.about === null ? null : (
          <>
            <dt>{t('children.list.field.about')}</dt>
            <dd>{list.about}</dd>
          </>
        )}
        {list.file === null ? null : (
          <>
            <dt>{t('children.list.field.name')}</dt>
            <dd>
              {list.file.name} <span className="soft">{formatDate(list.file.at, language)}</span>
            </dd>
          </>
        )}
      </dl>
      {list.file === null ? <p className="soft">{t('children.list.nothing')}</p> : null}
      {read.isError ? <ProblemNote problem={read.error.problem} during="reading" onAgain={() => void read.refetch()} /> : null}
      {read.isPending ? <Skeleton lines={3} /> : null}
      {read.data === undefined ? null : <Progress state={read.data} all={list.preview?.rows ?? null} working={working} />}
      {list.done !== null ? <Counts title={t('children.list.result')} counts={list.done} /> : list.preview !== null && !working ? <Counts title={t('children.list.preview')} counts={list.preview} /> : null}
      {read.data === undefined ? null : <Failed state={read.data} />}
    </section>
  );
}

function Progress({ state, all, working }: { state: ListState; all: number | null; working: boolean }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  if (!working && state.state !== 'stopped') return null;
  const said = t('children.list.progress', { count: formatNumber(state.rows, language) });
  return (
    <p className="stack-tight" role="status">
      <progress className="list-progress" aria-label={said} {...(state.phase === 'run' && all !== null && all > 0 ? { value: state.rows, max: all } : {})} />
      <span>{said}</span>
    </p>
  );
}

function Counts({ title, counts }: { title: string; counts: ListCounts }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  return (
    <div className="stack-tight">
      <h3>{title}</h3>
      <dl className="facts list-counts">
        <dt>{t('children.list.rows')}</dt>
        <dd className="figure">{formatNumber(counts.rows, language)}</dd>
        {parts.map((part) => (
          <Line key={part} label={t(`children.list.${part}`)} value={formatNumber(counts[part], language)} />
        ))}
      </dl>
      {counts.failures.length === 0 ? null : (
        <ul className="plain">
          {counts.failures.map((f) => (
            <li key={`${f.column} ${f.code}`}>
              <b>{t(`children.list-column.${f.column}`)}</b>: {t(`field.${f.code}`)} <span className="figure soft">× {formatNumber(f.rows, language)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Line({ label, value }: { label: string; value: string }): ReactNode {
  return (
    <>
      <dt>{label}</dt>
      <dd className="figure">{value}</dd>
    </>
  );
}

function Failed({ state }: { state: ListState }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  if (state.examples.length === 0) return null;
  return (
    <div className="stack-tight">
      <h3>{t('children.list.failed')}</h3>
      {state.file === null ? null : (
        <p>
          <a href={state.file.href} download>
            {t('children.list.failed-file')}
          </a>{' '}
          {state.file.until === null ? null : <span className="soft">{t('children.list.failed-until', { day: formatDate(state.file.until, language) })}</span>}
        </p>
      )}
      <ul className="plain list-failed">
        {state.examples.map((row) => (
          <li key={row.line}>
            <b>{t('children.list.line-number', { number: row.line })}</b>
            <span className="list-cells">{row.cells.filter((c) => c.trim() !== '').join(' · ')}</span>
            <span>{row.why.join(' ')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One sheet for the shift that begins: what cannot wait, what else is open, whom it waits for, who is on duty tonight and when nobody is. */
import type { ReactNode } from 'react';
import type { RosterOfRole, RosterView } from '#cap/agencies/contract.ts';
import type { HandOver as Sheet, HandOverLine } from '#kernel/contract.ts';
import { formatDateTime, formatMoment, formatTime } from '#kernel/texts/format.ts';
import { Badge } from '#design/components/Badge.tsx';
import { Button } from '#design/components/Button.tsx';
import { Go } from '#design/components/Go.tsx';
import { Page } from '#design/components/Page.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { useRead } from '#design/data/CallProvider.tsx';
import { useSession } from '#design/data/session.tsx';
import { proceedingPage } from '#design/proceeding/paths.ts';
import { readablePhone } from '#design/proceeding/phone.ts';
import { useLanguage, useNames, useText } from '#design/texts/TextProvider.tsx';
import './HandOver.css';
import './pages.css';

export default function HandOver(): ReactNode {
  const t = useText();
  const names = useNames();
  const { language } = useLanguage();
  const session = useSession();
  const read = useRead<Sheet>('/api/hand-over');
  const sheet = read.data;
  return (
    <Page
      title={t('web.hand-over.title')}
      aside={
        sheet === undefined ? null : (
          <Button kind="main" className="no-print" onClick={() => print()}>
            {t('web.hand-over.print')}
          </Button>
        )
      }
    >
      {read.isPending ? <Skeleton lines={8} /> : null}
      {read.isError ? <ProblemNote problem={read.error.problem} during="reading" onAgain={() => void read.refetch()} /> : null}
      {sheet === undefined ? null : (
        <div className="hand-over">
          <p>
            {names(session.organisation.names)}
            <br />
            <span className="soft">{t('web.hand-over.at', { at: formatDateTime(sheet.at, language), until: formatDateTime(sheet.until, language) })}</span>
          </p>
          <Lines id="urgent" lines={sheet.urgent} left={sheet.left.urgent} atLeast={sheet.left.more} at={sheet.at} />
          <Tonight from={sheet.at} to={sheet.until} />
          <Lines id="other" lines={sheet.other} left={sheet.left.other} atLeast={sheet.left.more} at={sheet.at} />
          <section className="print-only hand-over-sign">
            <p>{t('web.hand-over.remember')}</p>
            <p>
              {t('web.hand-over.gave')}: {sheet.by}
            </p>
            <p>{t('web.hand-over.took')}</p>
          </section>
        </div>
      )}
    </Page>
  );
}

interface LinesProps {
  readonly id: 'urgent' | 'other';
  readonly lines: readonly HandOverLine[];
  /** How many did not fit. */
  readonly left: number;
  readonly atLeast: boolean;
  readonly at: string;
}

function Lines({ id, lines, left, atLeast, at }: LinesProps): ReactNode {
  const t = useText();
  return (
    <section aria-labelledby={`hand-over-${id}`}>
      <h2 id={`hand-over-${id}`}>{t(`web.hand-over.${id}`)}</h2>
      {lines.length === 0 ? <p className="soft">{t(`web.hand-over.no-${id}`)}</p> : null}
      {lines.length === 0 ? null : (
        <table className="list">
          <thead>
            <tr>
              {['what', 'next', 'due', 'who'].map((column) => (
                <th key={column} scope="col">
                  {t(`web.hand-over.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.proceeding} line={line} at={at} />
            ))}
          </tbody>
        </table>
      )}
      {left === 0 ? null : <p className="soft">{t(atLeast ? 'web.hand-over.left-more' : 'web.hand-over.left', { count: left })}</p>}
    </section>
  );
}

function Line({ line, at }: { line: HandOverLine; at: string }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  return (
    <tr>
      <th scope="row">
        <Go to={proceedingPage(line.proceeding)} className="day-label">
          {line.label}
        </Go>{' '}
        {line.weighed ? <Badge danger={line.danger} /> : null}
        <span className="soft hand-over-kind">{line.title}</span>
      </th>
      <td>{line.termTitle ?? line.stageTitle}</td>
      <td>
        {line.late ? <b className="hand-over-late">{t('web.hand-over.late')} </b> : null}
        {line.due === null ? t('web.due.none') : formatMoment(line.due, at, language)}
      </td>
      <td>
        <Person person={line.worker} />
        {line.told === null ? null : <span className="soft hand-over-kind">{t('web.hand-over.told', { name: line.told.name })}</span>}
      </td>
    </tr>
  );
}

function Person({ person }: { person: HandOverLine['worker'] }): ReactNode {
  const t = useText();
  if (person === null) return <span>{t('web.proceeding.no-worker')}</span>;
  return (
    <span>
      {person.name}
      {person.phone === null ? null : <span className="soft hand-over-kind">{readablePhone(person.phone)}</span>}
    </span>
  );
}

function Tonight({ from, to }: { from: string; to: string }): ReactNode {
  const t = useText();
  const query = new URLSearchParams({ from, to });
  const read = useRead<RosterView>(`/api/agencies/rosters?${query.toString()}`);
  return (
    <section aria-labelledby="hand-over-duty">
      <h2 id="hand-over-duty">{t('web.hand-over.duty')}</h2>
      {read.isPending ? <Skeleton lines={2} /> : null}
      {read.isError ? <ProblemNote problem={read.error.problem} during="reading" onAgain={() => void read.refetch()} /> : null}
      {read.data?.roles.length === 0 ? <p className="soft">{t('web.hand-over.no-duty')}</p> : null}
      {(read.data?.roles ?? []).map((roster) => (
        <Duty key={roster.role} roster={roster} />
      ))}
    </section>
  );
}

function Duty({ roster: { role, lines, gaps } }: { roster: RosterOfRole }): ReactNode {
  const t = useText();
  return (
    <div className="hand-over-duty">
      <p>{t(`role.${role}`)}</p>
      <ul className="plain">
        {lines.map((line) => (
          <li key={line.id}>
            {formatTime(line.starts)}–{formatTime(line.ends)} {line.who.name}, {readablePhone(line.phone)}
            {line.away ? <b className="hand-over-late"> {t('agencies.roster.line-away')}</b> : null}
          </li>
        ))}
        {gaps.map((gap) => (
          <li key={gap.from} className="hand-over-late">
            <b>{t('web.hand-over.nobody', { from: formatTime(gap.from), to: formatTime(gap.to) })}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** For a head: who carries how much, what is dangerous, what was missed, who can be called. Each figure opens its list. */
import type { ReactNode } from 'react';
import type { TeamMember } from '#kernel/contract.ts';
import { formatDay } from '#kernel/texts/format.ts';
import { Due } from '#design/components/Due.tsx';
import { EmptyState } from '#design/components/EmptyState.tsx';
import { Go } from '#design/components/Go.tsx';
import { Page } from '#design/components/Page.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { useRead } from '#design/data/CallProvider.tsx';
import { useSession } from '#design/data/session.tsx';
import { readablePhone } from '#design/proceeding/phone.ts';
import { useLanguage, useNames, useText } from '#design/texts/TextProvider.tsx';
import { bars, isOurs, scopeOf } from './team.ts';
import './pages.css';
import './Team.css';

/** Milliseconds between looks at a page that is open. */
const every = 60_000;

export default function Team(): ReactNode {
  const t = useText();
  const read = useRead<readonly TeamMember[]>('/api/team', { every });
  const team = read.data ?? [];
  const ours = team.filter(isOurs);
  const others = team.filter((one) => !isOurs(one));
  return (
    <Page title={t('web.team.title')}>
      <p className="soft">{t('web.team.what')}</p>
      {read.isPending ? <Skeleton lines={6} /> : null}
      {read.isError ? (
        <ProblemNote problem={read.error.problem} during="reading" onAgain={() => void read.refetch()} />
      ) : null}
      {read.isSuccess && ours.length === 0 ? (
        <EmptyState title={t('web.team.empty')} what={t('web.team.empty-what')} />
      ) : null}
      <People title={t('web.team.own')} people={ours} />
      <People title={t('web.team.others')} what={t('web.team.others-what')} people={others} />
    </Page>
  );
}

function People({ title, what, people }: { title: string; what?: string; people: readonly TeamMember[] }): ReactNode {
  const t = useText();
  if (people.length === 0) return null;
  const bar = bars(people);
  const columns = ['who', 'open', 'dangerous', 'raised', 'due'];
  return (
    <section className="stack-tight">
      <h2>{title}</h2>
      {what === undefined ? null : <p className="soft">{what}</p>}
      <table className="list team">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`web.team.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((one) => (
            <Row key={one.appointment} one={one} bar={bar(one)} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ one, bar }: { one: TeamMember; bar: { open: number; dangerous: number } }): ReactNode {
  const t = useText();
  const names = useNames();
  const { organisation } = useSession();
  const house = names(one.organisation);
  return (
    <tr>
      <th scope="row" className="team-who">
        <b>{one.name}</b>
        {one.onDuty ? <span className="team-duty"> · {t('web.team.on-duty')}</span> : null}
        <span className="team-line soft">
          {one.roleTitle}
          {house === names(organisation.names) ? null : ` · ${house}`}
        </span>
        <Absence one={one} />
        {one.phone === null ? null : (
          <a className="phone" href={`tel:${one.phone}`} aria-label={t('web.team.call', { name: one.name })}>
            {readablePhone(one.phone)}
          </a>
        )}
        {one.mayManage ? (
          <Go to={`/agencies/staff/${one.appointment}`} className="team-manage">
            {t('web.team.manage')}
            <span className="visually-hidden">: {one.name}</span>
          </Go>
        ) : null}
      </th>
      <td className="team-open">
        {one.open === 0 ? (
          <span className="soft">{t('web.team.free')}</span>
        ) : (
          <>
            <Figure one={one} figure={one.open} column="open" />
            <Bar {...bar} />
          </>
        )}
      </td>
      <td>
        <Figure one={one} figure={one.dangerous} column="dangerous" only="dangerous" />
      </td>
      <td className={one.escalated > 0 ? 'team-raised' : undefined}>
        <Figure one={one} figure={one.escalated} column="raised" only="raised" />
      </td>
      <td className="team-due">
        {one.nextDue === null ? null : (
          <>
            <span className="team-word soft">{t('web.team.column.due')}: </span>
            <Due due={one.nextDue} />
          </>
        )}
      </td>
    </tr>
  );
}

/** From when to when, and who stands in; where nobody does, that is what the head must see. */
function Absence({ one }: { one: TeamMember }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  if (one.awayFrom === null) return null;
  const from = formatDay(one.awayFrom, language);
  return (
    <span className="team-line team-away">
      {one.awayUntil === null ? t('web.team.away-from', { from }) : t('web.team.away-span', { from, until: formatDay(one.awayUntil, language) })}
      {' · '}
      {one.substitute === null || one.unattended ? <b>{t('web.team.unattended')}</b> : t('web.team.stands-in', { name: one.substitute })}
    </span>
  );
}

interface FigureProps {
  readonly one: TeamMember;
  readonly figure: number;
  readonly column: 'open' | 'dangerous' | 'raised';
  readonly only?: 'dangerous' | 'raised';
}

/** Nothing behind a nought, so it leads nowhere. */
function Figure({ one, figure, column, only }: FigureProps): ReactNode {
  const t = useText();
  const scope = scopeOf(useSession().role);
  const search = { scope, worker: one.appointment, ...(only === undefined ? {} : { only }) };
  const word = t(`web.team.column.${column}`);
  return (
    <>
      <span className="team-word soft">{word}: </span>
      {figure === 0 ? (
        <span className="figure soft">0</span>
      ) : (
        <Go to="/list" search={search} className="figure team-figure">
          {figure}
          <span className="visually-hidden">
            {' '}
            – {word}, {one.name}
          </span>
        </Go>
      )}
    </>
  );
}

function Bar({ open, dangerous }: { open: number; dangerous: number }): ReactNode {
  return (
    <svg className="team-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect width={open} height="8" className="team-bar-open" />
      <rect width={dangerous} height="8" className="team-bar-dangerous" />
    </svg>
  );
}

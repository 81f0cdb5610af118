/** Who of one's own house answers this week. Heads see the gaps first and name somebody. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useSearch } from '@tanstack/react-router';
import { Button } from '#design/components/Button.tsx';
import { EmptyState } from '#design/components/EmptyState.tsx';
import { Go } from '#design/components/Go.tsx';
import { Page } from '#design/components/Page.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { Skeleton } from '#design/components/Skeleton.tsx';
import { useRead } from '#design/data/CallProvider.tsx';
import { useNow } from '#design/time/useNow.ts';
import { useLanguage, useNames, useText } from '#design/texts/TextProvider.tsx';
import { addDays, almatyDate, isDate, startOfDay } from '#kernel/terms/almaty.ts';
import { formatDay } from '#kernel/texts/format.ts';
import type { RosterGap, RosterLine, RosterView } from '../contract.ts';
import { AddDutyPanel } from './AddDutyPanel.tsx';
import { ChangeDutyPanel } from './ChangeDutyPanel.tsx';
import { RosterWeek } from './RosterWeek.tsx';
import { daysShown } from './week.ts';
import './roster.css';

/** Milliseconds between looks at a page that is open. */
const every = 60_000;

export default function Roster(): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const names = useNames();
  const today = almatyDate(useNow());
  const { from: asked } = useSearch({ strict: false }) as { from?: string };
  const first = asked !== undefined && isDate(asked) ? asked : today;
  const [adding, setAdding] = useState<{ readonly gap: RosterGap | null } | null>(null);
  const [changing, setChanging] = useState<{ readonly role: string; readonly line: RosterLine } | null>(null);

  const query = new URLSearchParams({ from: startOfDay(first), to: startOfDay(addDays(first, daysShown)) });
  const read = useRead<RosterView>(`/api/agencies/rosters?${query.toString()}`, { every });
  const view = read.data;

  const changed = view?.roles.find((r) => r.role === changing?.role);

  const week = (date: string): Readonly<Record<string, string>> => ({ from: date });
  return (
    <Page
      title={t('agencies.roster.title')}
      aside={
        view?.mayChange === true ? (
          <Button kind="main" onClick={() => setAdding({ gap: null })}>
            {t('agencies.roster.add')}
          </Button>
        ) : null
      }
    >
      <div className="stack-tight">
        {view === undefined ? null : <p>{names(view.organisation.names)}</p>}
        <p className="soft">{t('agencies.roster.what')}</p>
        <nav className="line" aria-label={t('agencies.roster.title')}>
          <Go to="/agencies/roster" search={week(addDays(first, -daysShown))}>
            {t('agencies.roster.earlier')}
          </Go>
          <strong>{t('agencies.roster.week', { from: formatDay(first, language), to: formatDay(addDays(first, daysShown - 1), language) })}</strong>
          <Go to="/agencies/roster" search={week(addDays(first, daysShown))}>
            {t('agencies.roster.later')}
          </Go>
          {first === today ? null : <Go to="/agencies/roster">{t('agencies.roster.this-week')}</Go>}
        </nav>
      </div>
      {read.isPending ? <Skeleton lines={8} /> : null}
      {read.isError ? <ProblemNote problem={read.error.problem} during="reading" onAgain={() => void read.refetch()} /> : null}
      {view?.roles.length === 0 ? <EmptyState title={t('agencies.roster.none')} what={t('agencies.roster.none-what')} /> : null}
      {view?.roles.map((roster) => (
        <RosterWeek
          key={roster.role}
          roster={roster}
          first={first}
          onFill={view.mayChange ? (gap) => setAdding({ gap }) : undefined}
          onChange={view.mayChange ? (line) => setChanging({ role: roster.role, line }) : undefined}
        />
      ))}
      {adding === null ? null : <AddDutyPanel gap={adding.gap} onClose={() => setAdding(null)} />}
      {changing === null || changed === undefined ? null : (
        <ChangeDutyPanel key={changing.line.id} line={changing.line} roster={changed} onClose={() => setChanging(null)} />
      )}
    </Page>
  );
}

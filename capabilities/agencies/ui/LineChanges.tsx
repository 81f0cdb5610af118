/** Who changed this line, and when. Silent where nobody did since the roster was loaded. */
import type { ReactNode } from 'react';
import { useRead } from '#design/data/CallProvider.tsx';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { formatDay, formatTime } from '#kernel/texts/format.ts';
import type { RosterChange } from '../contract.ts';
import { useDayStretch } from './stretch.ts';

export function LineChanges({ line }: { line: string }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const stretch = useDayStretch();
  const changes = useRead<readonly RosterChange[]>(`/api/agencies/rosters/${line}/changes`).data ?? [];
  if (changes.length === 0) return null;
  return (
    <section className="stack-tight" aria-labelledby="line-changes">
      <h3 id="line-changes">{t('agencies.roster.history')}</h3>
      <ul className="plain">
        {changes.map(({ at, what, by, before, after }) => {
          const stood = after ?? before;
          return (
            <li key={`${at} ${what}`} className="small">
              {formatDay(at, language)}, {formatTime(at)} · {by}: {t(`agencies.change.${what}`)}
              {stood === null ? null : (
                <span className="soft">
                  {' '}
                  – {stood.who}, {stretch(stood.starts, stood.ends)}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What runs, how long still, and the rule behind it. Those met or cancelled come last and quiet. */
import type { ReactNode } from 'react';
import type { DeadlineView } from '#kernel/contract.ts';
import { formatDate } from '#kernel/texts/format.ts';
import { Basis } from '#design/components/Basis.tsx';
import { Due } from '#design/components/Due.tsx';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';

const isOpen = (d: DeadlineView): boolean => d.state === 'running' || d.state === 'breached' || d.state === 'paused';

export function Deadlines({ deadlines }: { deadlines: readonly DeadlineView[] }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const ordered = deadlines.toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || a.dueAt.localeCompare(b.dueAt));
  if (ordered.length === 0) return <p className="soft">{t('web.proceeding.no-deadlines')}</p>;
  return (
    <ul className="deadlines plain">
      {ordered.map((d) => (
        <li key={d.key} className={isOpen(d) ? 'deadline' : 'deadline soft'}>
          <span className="deadline-title">{d.title}</span>
          <span className="line">
            <Due due={d.dueAt} state={d.state} />
            {d.pausedUntil === null ? null : (
              <span>{t('web.due.until', { date: formatDate(d.pausedUntil, language) })}</span>
            )}
            <Basis of={d} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** One line of work: danger, whom it concerns, where it stands, by when, and the step as the link. */
import type { ReactNode } from 'react';
import type { DayItem } from '#kernel/contract.ts';
import { Badge } from '#design/components/Badge.tsx';
import { Basis } from '#design/components/Basis.tsx';
import { Due } from '#design/components/Due.tsx';
import { Go } from '#design/components/Go.tsx';
import { proceedingPage } from '#design/proceeding/paths.ts';
import { useText } from '#design/texts/TextProvider.tsx';

export function DayRow({ item }: { item: DayItem }): ReactNode {
  const t = useText();
  const page = proceedingPage(item.proceeding);
  return (
    <li className="day-row">
      <div className="day-danger">
        {item.weighed ? <Badge danger={item.danger} /> : null}
      </div>
      <div className="day-what">
        <Go to={page} className="day-label">
          {item.label}
        </Go>
        <span className="soft">
          {item.title} · {item.stageTitle}
        </span>
        {item.of === null ? null : <span className="day-of small">{t('web.day.of', { name: item.of.name })}</span>}
      </div>
      <div className="day-due">
        {item.due === null ? <span className="soft">{t('web.due.none')}</span> : <Due due={item.due} />}
        {item.termTitle === null ? null : (
          <span className="soft small">
            {item.termTitle}
            {item.basis === null || item.due === null ? null : <Basis of={{ title: item.termTitle, startedAt: item.basis.startedAt, dueAt: item.due, basis: item.basis }} />}
          </span>
        )}
      </div>
      <div className="day-step">
        {item.step === null ? (
          <Go to={page} className="button" data-row="">
            {t('web.day.look')}
            <span className="visually-hidden">: {item.label}</span>
          </Go>
        ) : (
          <Go to={page} search={{ step: item.step.name }} className="button" data-row="">
            {item.step.title}
            <span className="visually-hidden">: {item.label}</span>
          </Go>
        )}
      </div>
    </li>
  );
}

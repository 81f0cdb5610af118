/** When something is due: how long still, and by when. The full date on hover and in print. */
import type { ReactNode } from 'react';
import type { DeadlineState } from '#kernel/procedures/context.ts';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { useNow } from '#design/time/useNow.ts';
import { urgency } from '#design/time/urgency.ts';
import { formatDateTime, timeLeft } from '#kernel/texts/format.ts';
import './Due.css';

interface Props {
  /** Instant, UTC. */
  readonly due: string;
  /** Of the deadline, where known; without it, running. */
  readonly state?: DeadlineState;
}

export function Due({ due, state = 'running' }: Props): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const now = useNow();
  const how = state === 'breached' ? 'late' : state === 'running' ? urgency(due, now) : 'later';
  const full = formatDateTime(due, language);
  return (
    <time className={`due due-${how}`} dateTime={due} title={full}>
      {state === 'running' || state === 'breached' ? (
        <span className="due-word">{timeLeft(due, now, language).text}</span>
      ) : (
        <span>{t(`web.due.${state}`)}</span>
      )}
      <span className="due-full">{full}</span>
    </time>
  );
}

/** The operator's own pause: how long it still runs, and the one button that ends it. Nobody is held in it. */
import type { ReactNode } from 'react';
import { formatTime } from '#kernel/texts/format.ts';
import { Button } from '#design/components/Button.tsx';
import { Go } from '#design/components/Go.tsx';
import { ProblemNote } from '#design/components/ProblemNote.tsx';
import { proceedingPage } from '#design/proceeding/paths.ts';
import { useSend } from '#design/proceeding/useSend.ts';
import { useText } from '#design/texts/TextProvider.tsx';
import type { Rest as RestState } from '../../contract.ts';
import { clockText } from './clock.ts';
import { useSecond } from './useSecond.ts';

export function Rest({ rest, onEnded }: { rest: RestState; onEnded: () => void }): ReactNode {
  const t = useText();
  const now = useSecond();
  const { busy, problem, send } = useSend(`/api/helpline/debrief/${rest.proceeding}/end-pause`);
  const left = clockText(rest.until, now);
  if (left === null || left.late) return null;
  const id = 'desk-rest';
  return (
    <section className="rest" aria-labelledby={id}>
      <div className="stack-tight">
        <h2 id={id}>{t('helpline.desk.rest', { until: formatTime(rest.until) })}</h2>
        <p>{t(rest.alone ? 'helpline.desk.rest-alone' : 'helpline.desk.rest-what')}</p>
        <p className="small">
          <Go to={proceedingPage(rest.proceeding)}>{t('helpline.desk.rest-debrief')}</Go>
        </p>
        {problem === null ? null : <ProblemNote problem={problem} during="reading" />}
      </div>
      <div className="rest-end">
        <time className="rest-clock" dateTime={rest.until}>
          {left.text}
        </time>
        <Button busy={busy} onClick={() => void send({}, rest.sequence).then(onEnded)}>
          {t('helpline.debrief.step.end-pause')}
        </Button>
      </div>
    </section>
  );
}

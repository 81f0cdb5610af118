/** Somebody acted while one was writing: what it was, what is different now, and that nothing typed is lost. */
import type { ReactNode } from 'react';
import type { ProceedingView } from '#kernel/contract.ts';
import { Button } from '#design/components/Button.tsx';
import { useText } from '#design/texts/TextProvider.tsx';
import { Story } from './Story.tsx';

interface Props {
  readonly before: ProceedingView;
  readonly now: ProceedingView;
  readonly onRead: () => void;
  /** What was typed is not needed any more. */
  readonly onDrop: () => void;
}

export function Meanwhile({ before, now, onRead, onDrop }: Props): ReactNode {
  const t = useText();
  return (
    <section className="problem" role="alert">
      <h3>{t('web.stale.title')}</h3>
      <dl className="facts">
        <dt>{t('web.stale.before')}</dt>
        <dd>{before.stageTitle}</dd>
        <dt>{t('web.stale.now')}</dt>
        <dd>{now.stageTitle}</dd>
      </dl>
      <Story view={now} since={before.sequence} />
      <p>{t('web.stale.kept')}</p>
      <div className="line">
        <Button onClick={onRead}>{t('web.stale.go-on')}</Button>
        <Button kind="quiet" onClick={onDrop}>
          {t('web.stale.drop')}
        </Button>
      </div>
    </section>
  );
}

/** What happened, what is safe, what to do. */
import { useEffect, useRef, type ReactNode } from 'react';
import type { ProblemDocument } from '#design/data/call.ts';
import { useText } from '#design/texts/TextProvider.tsx';
import { Button } from './Button.tsx';
import './states.css';

interface Props {
  readonly problem: ProblemDocument;
  /** Reading: nothing was changed. Writing: the text is kept. */
  readonly during: 'reading' | 'writing';
  readonly onAgain?: () => void;
  readonly children?: ReactNode;
}

export function ProblemNote({ problem, during, onAgain, children }: Props): ReactNode {
  const t = useText();
  const note = useRef<HTMLDivElement>(null);
  // What was sent and refused is answered where the person looks: on a phone the end of a form lies outside the screen.
  useEffect(() => {
    if (during === 'writing') note.current?.scrollIntoView({ block: 'nearest' });
  }, [during, problem]);
  const what = problem.title || t(`web.problem.${problem.code}.title`);
  const more = problem.detail || t(`web.problem.${problem.code}.detail`);
  return (
    <div className="problem" role="alert" ref={note}>
      <h2 className="problem-what">{what}</h2>
      {more === what ? null : <p>{more}</p>}
      <p>{t(during === 'writing' ? 'web.problem.kept' : 'web.problem.unchanged')}</p>
      {children}
      {onAgain === undefined ? null : <Button onClick={onAgain}>{t('web.problem.again')}</Button>}
    </div>
  );
}

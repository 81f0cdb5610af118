/** A page that could not be read: what happened, that nothing was changed, and the way on. */
import type { ReactNode } from 'react';
import { Button } from '#design/components/Button.tsx';
import { Go } from '#design/components/Go.tsx';
import { Page } from '#design/components/Page.tsx';
import type { ProblemDocument } from '#design/data/call.ts';
import { useText } from '#design/texts/TextProvider.tsx';

interface Props {
  readonly problem: ProblemDocument;
  readonly onAgain: () => void;
}

const absent = 404;

export function ProblemPage({ problem, onAgain }: Props): ReactNode {
  const t = useText();
  return (
    <Page title={problem.title || t(`web.problem.${problem.code}.title`)}>
      <p>{problem.detail || t(`web.problem.${problem.code}.detail`)}</p>
      <div className="line">
        {problem.status === absent ? null : (
          <Button kind="main" onClick={onAgain}>
            {t('web.problem.again')}
          </Button>
        )}
        <Go to="/" className="button">
          {t('web.nav.day')}
        </Go>
      </div>
    </Page>
  );
}

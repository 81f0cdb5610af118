/** Who else has a form of this proceeding open now, so that two agree before both write; and that nothing is overwritten. */
import type { ReactNode } from 'react';
import type { ProceedingView } from '#kernel/contract.ts';
import { useText } from '#design/texts/TextProvider.tsx';
import { useWriters } from './useWriters.ts';

interface Props {
  readonly view: ProceedingView;
  readonly step: string;
}

export function Writers({ view, step }: Props): ReactNode {
  const t = useText();
  const others = useWriters(view.id, step);
  const told = others.map((o) => [o.name, t.first([`${view.procedure}.step.${o.step}`, `kernel.step.${o.step}`])].filter((part) => part !== null).join(' – '));
  return (
    <div role="status">
      {others.length === 0 ? null : (
        <p className="writers">
          {t('web.writers.also', { who: told.join(', ') })} <span className="soft">{t('web.writers.safe')}</span>
        </p>
      )}
    </div>
  );
}

/** The shape of what is coming, so that nothing jumps when it is there. */
import type { ReactNode } from 'react';
import { useText } from '#design/texts/TextProvider.tsx';
import './states.css';

export function Skeleton({ lines = 4 }: { lines?: number }): ReactNode {
  const t = useText();
  return (
    <div className="skeleton" aria-busy="true">
      <p className="visually-hidden">{t('web.loading')}</p>
      {Array.from({ length: lines }, (_, i) => (
        <div key={i} className="skeleton-line" aria-hidden="true" />
      ))}
    </div>
  );
}

/** Danger to a child: a word, a shape and a colour together. Red is used for nothing else. */
import type { ReactNode } from 'react';
import type { Danger } from '#kernel/procedures/declare.ts';
import { useText } from '#design/texts/TextProvider.tsx';
import './Badge.css';

function Shape({ danger }: { danger: Danger }): ReactNode {
  return (
    <svg className="badge-shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {danger === 3 ? <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" fill="currentColor" /> : null}
      {danger === 2 ? <path d="M8 1.5 15 14.5H1z" fill="currentColor" /> : null}
      {danger === 1 ? <path d="M8 2 14 8 8 14 2 8z" fill="none" stroke="currentColor" strokeWidth="2" /> : null}
      {danger === 0 ? <circle cx="8" cy="8" r="5" fill="none" stroke="currentColor" strokeWidth="1.5" /> : null}
    </svg>
  );
}

export function Badge({ danger }: { danger: Danger }): ReactNode {
  const t = useText();
  return (
    <span className={`badge badge-${danger}`} title={t(`danger.${danger}`)}>
      <Shape danger={danger} />
      {t(`web.danger.${danger}`)}
    </span>
  );
}

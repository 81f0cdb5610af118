/** An empty page says what it means and what one can do. */
import type { ReactNode } from 'react';
import './states.css';

interface Props {
  readonly title: string;
  readonly what?: string;
  readonly children?: ReactNode;
}

export function EmptyState({ title, what, children }: Props): ReactNode {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {what === undefined ? null : <p>{what}</p>}
      {children === undefined ? null : <div className="line">{children}</div>}
    </div>
  );
}

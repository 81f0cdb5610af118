/** What happened, newest first. A step as a heading, who and when under it, what was written below. */
import type { ReactNode } from 'react';
import './Timeline.css';

export interface Moment {
  readonly key: string | number;
  readonly title: string;
  /** Already written out for the reader. */
  readonly when: ReactNode;
  readonly who: string;
  /** Which matter it belongs to, where several are told together. */
  readonly of?: ReactNode;
  readonly content?: ReactNode;
}

export function Timeline({ moments }: { moments: readonly Moment[] }): ReactNode {
  return (
    <ol className="timeline plain">
      {moments.map((moment) => (
        <li key={moment.key} className="moment">
          <h3 className="moment-title">{moment.title}</h3>
          {moment.of === undefined ? null : <p className="moment-of">{moment.of}</p>}
          <p className="moment-who">
            {moment.when} · {moment.who}
          </p>
          {moment.content}
        </li>
      ))}
    </ol>
  );
}

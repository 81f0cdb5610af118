/** The mark: one line of қошқар мүйіз, a ram's horns, drawn by hand for this program. Decoration, so it has no name. */
import type { ReactNode } from 'react';
import './Mark.css';

export function Mark(): ReactNode {
  return (
    <svg className="mark" viewBox="0 0 48 32" aria-hidden="true" focusable="false">
      <path
        d="M24 30V15C24 6 17 2 11 3 5 4 2 9 4 14c2 4 8 5 10 1 1-3-1-5-4-4M24 15c0-9 7-13 13-12 6 1 9 6 7 11-2 4-8 5-10 1-1-3 1-5 4-4"
        fill="none"
        stroke="currentColor"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

/** A page: its title in the tab and as the heading, to which the keyboard goes when one comes from another page. */
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import './Page.css';

interface Props {
  readonly title: string;
  /** For the tab, where the title names a person: browsers write titles into their history. */
  readonly tab?: string;
  /** Beside the heading. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

let first = true;

export function Page({ title, tab = title, aside, children }: Props): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${tab} · Qorgan`;
  }, [tab]);
  useEffect(() => {
    if (!first) heading.current?.focus({ preventScroll: true });
    first = false;
  }, []);
  return (
    <div className="page">
      <div className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {aside}
      </div>
      {children}
    </div>
  );
}

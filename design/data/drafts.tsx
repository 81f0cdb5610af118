/**
 * What was typed and not yet sent. In memory only: these are words about children, and a device at work may be shared.
 * Closing a panel or moving to another page keeps them; closing the tab asks first; signing out drops them.
 */
import { createContext, use, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { isTouched } from '#design/forms/draft.ts';
import type { Draft } from '#design/forms/draft.ts';

type Drafts = Map<string, Draft>;

const DraftsContext = createContext<Drafts>(new Map());

/** Drafts belong to one appointment: give its id, and another's are not shown. */
export function DraftsProvider({ of, children }: { of: string; children: ReactNode }): ReactNode {
  const drafts = useMemo<Drafts>(() => new Map(), [of]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if ([...drafts.values()].some(isTouched)) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [drafts]);
  return <DraftsContext value={drafts}>{children}</DraftsContext>;
}

export interface KeptDraft {
  readonly draft: Draft;
  /** Something was here already when the form was opened. */
  readonly found: boolean;
  readonly change: (draft: Draft) => void;
  readonly drop: () => void;
}

/** `key` names the form: `<proceeding>/<step>`. Give the component a React key of the same, so that it starts anew. */
export function useDraft(key: string): KeptDraft {
  const drafts = use(DraftsContext);
  const [draft, setDraft] = useState<Draft>(() => drafts.get(key));
  const [found] = useState(() => isTouched(drafts.get(key)));
  return {
    draft,
    found,
    change: (next) => {
      drafts.set(key, next);
      setDraft(next);
    },
    drop: () => {
      drafts.delete(key);
      setDraft(undefined);
    },
  };
}

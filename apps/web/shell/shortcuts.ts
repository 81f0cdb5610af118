/** Pages that open from anywhere by a key, e.g. the search by Ctrl+K. What was typed in a form stays (design/data/drafts.tsx). */
import { useEffect } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useSession } from '#design/data/session.tsx';
import { isShortcut } from '#design/slots.ts';
import { pageSlots } from '../slots.ts';

export function useShortcuts(): void {
  const go = useNavigate();
  const { role } = useSession();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const page = pageSlots.find(({ shortcut }) => shortcut !== undefined && (shortcut.roles as readonly string[]).includes(role) && isShortcut(event, shortcut.code));
      if (page === undefined) return;
      event.preventDefault();
      void go({ to: page.path, search: {} });
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [go, role]);
}

/** Keys of every page: Ctrl+K (⌘K) finds and goes, ? says which keys there are. What was typed in a form stays (design/data/drafts.tsx). */
import { useEffect } from 'react';
import { isTyping } from '#design/hooks/useRowKeys.ts';

export type Opened = 'everywhere' | 'keys' | null;

/** Of a keyboard: the place of the key, whatever letter people type with it. */
const isFind = (event: KeyboardEvent): boolean => event.code === 'KeyK' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
const isHelp = (event: KeyboardEvent): boolean =>
  !event.ctrlKey && !event.altKey && !event.metaKey && (event.key === '?' || (event.code === 'Slash' && event.shiftKey)) && !isTyping(event.target) && document.querySelector('dialog[open]') === null;

export function useShortcuts(open: (what: Opened) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (isFind(event)) {
        event.preventDefault();
        open('everywhere');
      } else if (isHelp(event)) {
        // A page with keys of its own tells them itself: it is asked first.
        setTimeout(() => {
          if (!event.defaultPrevented) open('keys');
        });
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [open]);
}

/** j and k move along the rows of a list, as do the letters under them on a Kazakh or Russian keyboard. Enter is the link's own. */
import { useEffect } from 'react';
import type { RefObject } from 'react';

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Moves focus among elements with `data-row` inside `list`. */
export function useRowKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // The place of the key, not its letter: KeyJ is о and KeyK л where people type Kazakh.
      const move = event.code === 'KeyJ' ? 1 : event.code === 'KeyK' ? -1 : 0;
      if (move === 0 || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]') !== null) return;
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
      const at = rows.findIndex((row) => row === document.activeElement);
      rows[at < 0 ? (move > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + move))]?.focus();
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [list]);
}

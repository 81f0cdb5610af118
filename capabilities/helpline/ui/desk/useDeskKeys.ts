/** The desk's keys. They may be turned off: single letters are in the way of some who speak to their computer. */
import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useRowKeys } from '#design/hooks/useRowKeys.ts';
import { actionOf, type DeskAction } from './keys.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const nobody: RefObject<HTMLElement | null> = { current: null };

export function useDeskKeys(frame: RefObject<HTMLElement | null>, act: (action: DeskAction) => void): { readonly on: boolean; readonly turn: (on: boolean) => void } {
  const [on, turn] = useState(true);
  const latest = useRef(act);
  latest.current = act;
  // j and k are those of every list.
  useRowKeys(on ? frame : nobody);
  useEffect(() => {
    if (!on) return;
    const onKey = (event: KeyboardEvent): void => {
      if (isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
      const action = actionOf(event);
      if (action === null || action.do === 'move') return;
      event.preventDefault();
      const press = (selector: string): HTMLElement | null => frame.current?.querySelector<HTMLElement>(selector) ?? null;
      if (action.do === 'claim') press('[data-claim]')?.click();
      else if (action.do === 'reply') press('[data-reply]')?.focus();
      else if (action.do === 'search') press('[data-search]')?.focus();
      else latest.current(action);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [on, frame]);
  return { on, turn };
}

/** Who works here when the server cannot be asked: whoever's sign-in is open on this device, for as long as its key holds. */
import { useEffect, useState } from 'react';
import type { SessionView } from '#kernel/contract.ts';
import { timeIsUp, whoIsOpen } from '#design/data/kept/device.ts';
import { onLocked } from '#design/data/kept/tabs.ts';
import { useNow } from '#design/time/useNow.ts';

/** Undefined: still looking. Null: nobody. Looks while `wanted`. */
export function useOpenHere(wanted: boolean): SessionView | null | undefined {
  const now = useNow();
  const [open, setOpen] = useState<SessionView | null | undefined>(undefined);
  useEffect(() => {
    if (!wanted) return;
    let here = true;
    void whoIsOpen(now).then((found) => {
      // The same person stays the same: nothing below is made anew by the clock.
      if (here) setOpen((before) => (found === null ? null : before?.appointment === found.session.appointment ? before : found.session));
    });
    return () => {
      here = false;
    };
  }, [wanted, now]);
  return open;
}

/** Once ended it stays so until the server has said anew who is signed in. Pure. `ended`: the last word before; `word`: the last one now. */
export const staysEnded = (ended: number | null, word: number): boolean => ended !== null && word <= ended;

/**
 * Without a word with the server a sign-in ends by itself, and it ends in every page of the browser when one of them locks
 * the device. `word`: when the server last said who is signed in, ms; `wanted`: it cannot be asked.
 */
export function useEnded(wanted: boolean, word: number): boolean {
  const now = useNow();
  const [ended, setEnded] = useState<number | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let here = true;
    void timeIsUp(now).then((is) => {
      if (is && here) setEnded(word);
    });
    return () => {
      here = false;
    };
  }, [wanted, now, word]);
  // A newer word has come: what was asked before it, in another language too, says nothing any more.
  useEffect(() => setEnded((before) => (staysEnded(before, word) ? before : null)), [word]);
  useEffect(() => onLocked(() => setEnded(word)), [word]);
  return staysEnded(ended, word);
}

/** Who works here when the server cannot be asked: whoever's sign-in is open on this device, for as long as its key holds. */
import { useEffect, useState } from 'react';
import type { SessionView } from '#kernel/contract.ts';
import { timeIsUp, whoIsOpen } from '#design/data/kept/device.ts';
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

/** Without a word with the server a sign-in ends by itself. */
export function useTimeUp(wanted: boolean): boolean {
  const now = useNow();
  const [up, setUp] = useState(false);
  useEffect(() => {
    if (wanted) void timeIsUp(now).then(setUp);
    else setUp(false);
  }, [wanted, now]);
  return up;
}

/** What is half written, kept sealed on the device as one types. */
import { useEffect, useRef, useState } from 'react';
import { useDevice } from '#design/data/kept/DeviceProvider.tsx';
import { useSession } from '#design/data/session.tsx';
import type { Draft } from '#design/forms/draft.ts';
import { systemClock } from '#kernel/clock.ts';

export interface Half {
  readonly draft: Draft;
  readonly pictureName: string | null;
  readonly picture: ArrayBuffer | null;
}

/** Milliseconds of quiet before it is written down. */
const quiet = 250;

/** `given`: begins with this instead, and keeps nothing. `now`: undefined while it is looked for, null where there is none. */
export function useHalf(id: string, given: Half | null) {
  const device = useDevice();
  const { appointment } = useSession();
  const [now, setNow] = useState<Half | null | undefined>(given ?? undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const last = useRef<Half | null>(null);

  const write = async (): Promise<void> => {
    const half = last.current;
    last.current = null;
    if (half !== null) await (await device).drafts.put({ id, appointment, at: systemClock(), value: { draft: half.draft, pictureName: half.pictureName }, bytes: half.picture });
  };
  useEffect(() => {
    if (given !== null) return;
    let here = true;
    const look = async (): Promise<Half | null> => {
      const found = (await (await device).drafts.of(appointment)).find((item) => item.id === id);
      return found === undefined ? null : { ...found.value, picture: found.bytes };
    };
    // What the browser's database refuses is not there: the form opens, empty.
    void look().catch(() => null).then((half) => {
      if (here) setNow(half);
    });
    return () => {
      here = false;
      if (timer.current !== null) clearTimeout(timer.current);
      void write();
    };
  }, [id, device, appointment]);

  return {
    now,
    keep: (half: Half): void => {
      if (given !== null) return;
      last.current = half;
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = setTimeout(() => void write(), quiet);
    },
    drop: async (): Promise<void> => {
      if (given !== null) return;
      if (timer.current !== null) clearTimeout(timer.current);
      last.current = null;
      await (await device).drafts.remove(id);
    },
  };
}

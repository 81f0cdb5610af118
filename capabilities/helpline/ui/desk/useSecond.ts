/** An instant that moves every second, for the clocks of the queue. */
import { useEffect, useState } from 'react';
import { plusMillis, type Instant } from '#kernel/clock.ts';
import { useNow } from '#design/time/useNow.ts';

const second = 1000;

export function useSecond(): Instant {
  const now = useNow();
  const [passed, setPassed] = useState({ since: now, seconds: 0 });
  useEffect(() => {
    const timer = setInterval(() => setPassed((p) => ({ since: now, seconds: p.since === now ? p.seconds + 1 : 1 })), second);
    return () => clearInterval(timer);
  }, [now]);
  return plusMillis(now, passed.since === now ? passed.seconds * second : 0);
}

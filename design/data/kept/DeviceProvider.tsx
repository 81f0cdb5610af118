/** The shelves of whoever is signed in, for everything below. */
import { createContext, use, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { systemClock } from '#kernel/clock.ts';
import type { SessionView } from '#kernel/contract.ts';
import { useCall } from '../CallProvider.tsx';
import { useReach } from '../reach.ts';
import { openDevice, type Device } from './device.ts';
import { tryAgain } from './unlocking.ts';

/** Milliseconds between tries while the key does not come: a server in trouble is reached all the same. */
const every = 15_000;

const DeviceContext = createContext<Promise<Device> | null>(null);

export function useDevice(): Promise<Device> {
  const device = use(DeviceContext);
  if (device === null) throw new Error('DeviceProvider is missing');
  return device;
}

/** Give it a React key of the appointment: another's device is another one. */
export function DeviceProvider({ session, children }: { session: SessionView; children: ReactNode }): ReactNode {
  const call = useCall();
  const reached = useReach();
  // Opened once for each sign-in; a title in another language makes no new one.
  const [device, setDevice] = useState(() => openDevice(call, session, systemClock()));
  useEffect(() => {
    if (!reached) return;
    let timer: ReturnType<typeof setTimeout> | null = null;
    let here = true;
    const again = async (): Promise<void> => {
      const now = await device;
      if (!here || now.stage !== 'locked') return;
      const next = await tryAgain(now, () => openDevice(call, session, systemClock()));
      if (!here) return;
      if (next === null) timer = setTimeout(() => void again(), every);
      else setDevice(Promise.resolve(next));
    };
    void again();
    return () => {
      here = false;
      if (timer !== null) clearTimeout(timer);
    };
    // A title in another language begins nothing anew.
  }, [reached, device, call, session.appointment]);
  return <DeviceContext value={device}>{children}</DeviceContext>;
}

/** The shelves of whoever is signed in, for everything below. */
import { createContext, use, useMemo } from 'react';
import type { ReactNode } from 'react';
import { systemClock } from '#kernel/clock.ts';
import type { SessionView } from '#kernel/contract.ts';
import { useCall } from '../CallProvider.tsx';
import { openDevice, type Device } from './device.ts';

const DeviceContext = createContext<Promise<Device> | null>(null);

export function useDevice(): Promise<Device> {
  const device = use(DeviceContext);
  if (device === null) throw new Error('DeviceProvider is missing');
  return device;
}

export function DeviceProvider({ session, children }: { session: SessionView; children: ReactNode }): ReactNode {
  const call = useCall();
  // Opened once for each sign-in; a title in another language makes no new one.
  const device = useMemo(() => openDevice(call, session, systemClock()), [call, session.appointment]);
  return <DeviceContext value={device}>{children}</DeviceContext>;
}

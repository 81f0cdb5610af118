/** A device whose key did not come is tried again; once it comes, what was written meanwhile goes there. */
import type { Device } from './device.ts';

/** The device in place of this one; null: not yet, or none is needed. */
export async function tryAgain(now: Device, open: () => Promise<Device>): Promise<Device | null> {
  if (now.stage !== 'locked') return null;
  const next = await open();
  if (next.stage !== 'kept') return null;
  // No room there: what is in memory stays there, and the page says that it must stay open.
  return now.passTo(next).then(() => next, () => null);
}

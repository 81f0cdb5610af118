/** This device and what is pushed to it: named to the server, or not. What comes is said by the worker, and brings nothing with it. */
import type { Language } from '#kernel/contract.ts';
import type { Call, ProblemDocument } from '#design/data/call.ts';
import { tellWorker, workerHere } from './register.ts';

export const pushPath = '/api/push';

/** `refused`: by whoever sits here, or the browser for him. `unreachable`: the browser did not get an address from its service. */
export type Switched = { readonly stage: 'done' | 'refused' | 'unreachable' } | { readonly stage: 'problem'; readonly problem: ProblemDocument };

/** As the server names a device. */
async function nameOf(endpoint: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const bytesOf = (key: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
const isUnder = ({ options }: PushSubscription, key: Uint8Array): boolean => {
  const own = options.applicationServerKey;
  return own !== null && [...new Uint8Array(own)].join() === [...key].join();
};

/** Its name where it has an address already; null: this browser cannot be pushed to, or keeps no worker. */
export async function pushHere(): Promise<{ readonly device: string | null } | null> {
  const worker = await workerHere();
  if (worker === null || !('PushManager' in globalThis) || !('Notification' in globalThis)) return null;
  const there = await worker.pushManager.getSubscription();
  return { device: there === null ? null : await nameOf(there.endpoint) };
}

/** To be called right when it was pressed: browsers ask nobody who did nothing. `key`: the server's. */
export async function switchOn(call: Call, key: string, language: Language): Promise<Switched> {
  if ((await Notification.requestPermission()) !== 'granted') return { stage: 'refused' };
  const worker = await workerHere();
  if (worker === null) return { stage: 'unreachable' };
  const bytes = bytesOf(key);
  let subscription = await worker.pushManager.getSubscription();
  try {
    // An address under another key is of no use: the server has a new one.
    if (subscription !== null && !isUnder(subscription, bytes)) {
      await subscription.unsubscribe();
      subscription = null;
    }
    subscription ??= await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes });
  } catch {
    return { stage: 'unreachable' };
  }
  const answer = await call(pushPath, { method: 'PUT', body: { endpoint: subscription.endpoint } });
  if (!answer.ok) return { stage: 'problem', problem: answer.problem };
  await tellWorker(language);
  return { stage: 'done' };
}

/** The browser gives its address up, whatever the server says: then the service tells it that this device is gone. */
export async function switchOff(call: Call): Promise<Switched> {
  const subscription = await (await workerHere())?.pushManager?.getSubscription();
  if (subscription == null) return { stage: 'done' };
  const answer = await call(`${pushPath}/${await nameOf(subscription.endpoint)}`, { method: 'DELETE' });
  await subscription.unsubscribe().catch(() => false);
  return answer.ok ? { stage: 'done' } : { stage: 'problem', problem: answer.problem };
}

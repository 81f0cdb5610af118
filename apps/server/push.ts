/** Web push as the settings have it: what browsers are offered, and who sends. */
import type { PushOffer } from '#kernel/http/push.ts';
import { outgoing } from '#kernel/outgoing/outgoing.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { pusher, type Pusher } from '#kernel/push/push.ts';
import { endpointOf } from '#kernel/push/service.ts';
import { vapid } from '#kernel/push/vapid.ts';
import type { Keys } from './keys.ts';
import type { Settings } from './settings.ts';

export interface Push {
  /** Null where the settings name no service: then there is no key, and what waits for a device of before is let go. */
  readonly offer: PushOffer | null;
  readonly begin: (runtime: Runtime, failed: (error: unknown) => void) => Pusher;
}

export function pushFrom({ push, address, inside, demo }: Pick<Settings, 'push' | 'address' | 'inside' | 'demo'>, keys: Pick<Keys, 'push' | 'clock'>): Push {
  // In a demo without https the standard asks for an address of https all the same.
  const signer = push.length === 0 ? null : vapid(keys.push(), `https://${address?.host ?? 'localhost'}`);
  const accepts = (text: string): URL | null => endpointOf(text, push, demo);
  const call = outgoing({ inside, local: demo });
  return {
    offer: signer === null ? null : { publicKey: signer.publicKey, endpointOf: accepts },
    begin: (runtime, failed) => pusher(runtime, keys.clock, { call, vapid: signer, endpointOf: accepts, failed }),
  };
}

/** The runtime of this program: capabilities registered, directory cached, keys read. */
import type pg from 'pg';
import { directoryCache } from '#kernel/access/load.ts';
import type { Clock } from '#kernel/clock.ts';
import { beside } from '#kernel/db/pool.ts';
import { unscanned, type Scan } from '#kernel/files/scan.ts';
import { keyRing, masterInForce } from '#kernel/journal/ring.ts';
import { registry } from '#kernel/procedures/registry.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { kernelTexts } from '#kernel/texts/texts.ts';
import { gatherTexts } from '#kernel/texts/text.ts';
import { nearChildren } from '#cap/children/near.ts';
import { capabilities } from './capabilities.ts';
import type { Keys } from './keys.ts';

export const theRegistry = registry(capabilities);
export const theTexts = gatherTexts([kernelTexts, ...capabilities.map((c) => c.texts)]);

export function makeRuntime(pool: pg.Pool, keys: Keys, clock: Clock, changed: (ids: readonly string[]) => void, scan: Scan = unscanned): Runtime {
  return {
    pool,
    registry: theRegistry,
    texts: theTexts,
    keys: keyRing({ sources: keys.masters, inForce: () => beside(pool, masterInForce), clock }),
    journal: keys.journal,
    secret: keys.secret,
    program: keys.program,
    clock,
    directory: directoryCache(pool),
    explain: { 'children-near': nearChildren(pool, clock) },
    changed,
    scan,
  };
}

/** The first day of a demo: the narratives come in. Those in Kazakh are answered and routed, two in Russian still wait for the visitor. */
import { plusMillis } from '#kernel/clock.ts';
import { once } from '#kernel/db/provision.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { narratives, replayNarrative } from './replay/narratives.ts';

const waiting: readonly string[] = ['n3', 'n6'];

/** Does nothing where there is an appeal already. */
export async function takeNarrativesIn(runtime: Runtime, ownerUrl: string): Promise<number> {
  const { rows } = await once(ownerUrl, (client) => client.query<{ any: boolean }>('select exists (select 1 from helpline.appeal) as any'));
  if (rows[0]?.any === true) return 0;
  const all = narratives();
  // A few minutes ago, so that nothing stands in the future when the visitor arrives.
  const begun = plusMillis(runtime.clock(), -10 * 60_000);
  for (const n of all) await replayNarrative(runtime, n, 'kk', begun, false);
  for (const n of all.filter((x) => waiting.includes(x.id))) await replayNarrative(runtime, n, 'ru', runtime.clock(), true);
  return all.length + waiting.length;
}

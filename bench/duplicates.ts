/**
 * `npm run bench -- duplicates [--children N] [--data FOLDER] [--kill-at SLICE]`: a made country, the pass over it as it is run
 * at night, and what it found against the truth, which the pass does not see. A folder keeps the country for the next time.
 * Where it is to be killed on the way, another one goes on; the seconds are of both.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { startEmbedded } from '#kernel/db/embedded.ts';
import { once } from '#kernel/db/provision.ts';
import { short } from './figures.ts';
import { root } from './program.ts';

export interface DuplicatesOrder {
  readonly children: number;
  /** Null: a folder of its own, gone at the end. */
  readonly folder: string | null;
  /** After so many slices; null: it is left alone. */
  readonly killAt: number | null;
}

export async function duplicates({ children, folder, killAt }: DuplicatesOrder): Promise<object> {
  const own = folder ?? mkdtempSync(join(tmpdir(), 'qorgan-bench-'));
  mkdirSync(own, { recursive: true });
  chmodSync(own, 0o711);
  const cluster = await startEmbedded({ folder: own, log: () => undefined });
  const env = { DATABASE_URL: cluster.appUrl, QORGAN_OWNER_URL: cluster.ownerUrl, QORGAN_DATA: own, QORGAN_DEMO: '1' };
  try {
    const there = await once(cluster.ownerUrl, async (c) => (await c.query<{ there: boolean }>("select to_regclass('nation.made') is not null as there")).rows[0]?.there);
    if (there !== true) await command(['nation', '--children', String(children), '--seed', 'duplicates'], env);
    else await command(['migrate'], env);
    const parts: Ran[] = [];
    if (killAt !== null) parts.push(await command(['duplicates'], env, () => cameTo(cluster.ownerUrl, killAt)));
    parts.push(await command(['duplicates'], env));
    return {
      bench: 'duplicates', ...(await once(cluster.ownerUrl, async (c) => (await c.query<{ figures: object }>(figures)).rows[0]?.figures)), killedAt: killAt,
      seconds: short(parts.reduce((sum, p) => sum + p.seconds, 0)), memory: Math.max(...parts.map((p) => p.memory)),
    };
  } finally {
    await cluster.stop();
    if (folder === null) {
      rmSync(cluster.place, { recursive: true, force: true });
      rmSync(own, { recursive: true, force: true });
    }
  }
}

const cameTo = (ownerUrl: string, slice: number): Promise<boolean> =>
  once(ownerUrl, async (c) => (await c.query('select 1 from children.matching_pass where ended_at is null and done >= $1', [slice])).rowCount === 1);

interface Ran {
  readonly seconds: number;
  /** The highest, in MB, looked at ten times a second. */
  readonly memory: number;
}
/** Runs `qorgan` to its end, or kills it as soon as `enough` says so; asked twice a second. */
async function command(args: readonly string[], env: NodeJS.ProcessEnv, enough: (() => Promise<boolean>) | null = null): Promise<Ran> {
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'apps/server/cli.ts'), ...args], { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 2, 2] });
  let memory = 0;
  const watch = setInterval(() => {
    try {
      memory = Math.max(memory, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${String(child.pid)}/status`, 'utf8'))?.[1] ?? 0));
    } catch {
      // It has just ended.
    }
  }, 100);
  let killed = false;
  const asking = enough === null ? undefined : setInterval(() => void enough().then((is) => { if (is) killed = child.kill('SIGKILL'); }, () => undefined), 500);
  const code = await new Promise<number | null>((resolve, reject) => child.once('exit', resolve).once('error', reject));
  clearInterval(watch);
  clearInterval(asking);
  if (code !== 0 && !killed) throw new Error(`qorgan ${args.join(' ')} ended with ${String(code)}`);
  return { seconds: (performance.now() - began) / 1000, memory: Math.round(memory / 1024) };
}

/** Found against the truth: pairs taken as one, and pairs to be looked at; what the wrong ones are, and which errors hid the missed ones. */
const figures = `
with pair as (select a.child as one, b.child as other, a.errors || b.errors as errors
    from nation.truth a join nation.truth b on b.person = a.person and a.child < b.child),
  found as (select l.likely, a.person = b.person as is_right, a.household = b.household as kin, a.twin and b.twin as twins
    from children.likeness l join nation.truth a on a.child = l.one join nation.truth b on b.child = l.other where l.source = 'pass'),
  missed as (select p.errors from pair p where not exists (select 1 from children.likeness l where l.one = p.one and l.other = p.other and l.likely = 'same')),
  sums as (select (select count(*) from pair) as pairs,
    count(*) filter (where likely = 'same') as same, count(*) filter (where likely = 'same' and is_right) as same_right,
    count(*) filter (where likely = 'look') as look, count(*) filter (where likely = 'look' and is_right) as look_right,
    count(*) filter (where likely = 'same' and not is_right and twins and kin) as wrong_twins,
    count(*) filter (where likely = 'same' and not is_right and kin and not twins) as wrong_kin,
    count(*) filter (where likely = 'same' and not is_right and not kin) as wrong_others from found)
select jsonb_build_object('children', (select children from nation.made), 'rows', (select rows from nation.made), 'pairs', pairs,
  'recall', round(same_right::numeric / greatest(pairs, 1), 4), 'precision', round(same_right::numeric / greatest(same, 1), 4), 'same', same,
  'wrong', jsonb_build_object('twins', wrong_twins, 'brothers and sisters', wrong_kin, 'others', wrong_others),
  'look', look, 'lookRight', look_right, 'recallWithLook', round((same_right + look_right)::numeric / greatest(pairs, 1), 4),
  'compared', (select compared from children.matching_pass order by began_at desc limit 1),
  'missed', (select coalesce(jsonb_object_agg(kind, n), '{}') from (select kind, count(*) as n from missed, unnest(errors) kind group by kind order by n desc) m),
  'errors', (select jsonb_object_agg(kind, n) from (select kind, count(*) as n from pair, unnest(errors) kind group by kind) e)) as figures
from sums`;

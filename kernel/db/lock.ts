/**
 * One program at a time uses an embedded database. Each leaves a file named after itself,
 * `program-<pid>-<start>.lock`; a file whose process is gone is dead and swept away.
 * Two that start at the same moment both give way, never both proceed.
 */
import { closeSync, openSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, startOf } from './processes.ts';

const shape = /^program-(\d+)-(\w+)\.lock$/;

/** Process ids of the live programs that hold the folder. Dead locks are removed on the way. */
export function holders(folder: string): number[] {
  const live: number[] = [];
  for (const name of readdirSync(folder)) {
    const [, pid, start] = shape.exec(name) ?? [];
    if (pid === undefined || start === undefined) continue;
    if (isAlive(Number(pid)) && startOf(Number(pid)) === start) live.push(Number(pid));
    else rmSync(join(folder, name), { force: true });
  }
  return live;
}

export type Taken = { readonly release: () => void } | { readonly heldBy: number };

/** Takes the folder for this process, or says which process has it. */
export function takeLock(folder: string): Taken {
  const held = holders(folder)[0];
  if (held !== undefined) return { heldBy: held };
  const path = join(folder, `program-${process.pid}-${startOf(process.pid)}.lock`);
  closeSync(openSync(path, 'wx', 0o600));
  const release = (): void => rmSync(path, { force: true });
  const other = holders(folder).find((pid) => pid !== process.pid);
  if (other === undefined) return { release };
  release();
  return { heldBy: other };
}

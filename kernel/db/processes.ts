/** Which processes live, told apart by their start so that a number used again deceives nobody. */
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

interface ProcessStat {
  readonly command: string;
  readonly state: string;
  /** Clock ticks since boot, as text. */
  readonly started: string;
}

/** /proc/<pid>/stat, or null where there is no such process or no /proc. */
function statOf(pid: number): ProcessStat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const open = text.indexOf('(');
    const close = text.lastIndexOf(')');
    const rest = text.slice(close + 2).split(' ');
    return { command: text.slice(open + 1, close), state: rest[0] ?? '', started: rest[19] ?? '' };
  } catch {
    return null;
  }
}

/** Alive and not a zombie: the orphan of a killed parent may stay one where nobody reaps it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !isZombie(pid);
}

/** Ended, but its parent has not yet taken note. */
export function isZombie(pid: number): boolean {
  const state = statOf(pid)?.state;
  return state === 'Z' || state === 'X';
}

/** The live processes that work in a folder; none where the system does not tell. */
export function processesIn(folder: string): number[] {
  const pids = readEntries('/proc').filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => linkOf(`/proc/${pid}/cwd`) === folder).map(Number);
}

function readEntries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function linkOf(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}

/** When the process began, in a form only good for comparison; `unknown` where the system does not tell. */
export const startOf = (pid: number): string => statOf(pid)?.started ?? 'unknown';

/** The name of the program, or null where the system does not tell. */
export const commandOf = (pid: number): string | null => statOf(pid)?.command ?? null;

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

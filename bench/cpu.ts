/** Time processes spent on a processor: tells what a request costs also where others work on the machine. */
import { readFileSync } from 'node:fs';
import { processesIn } from '#kernel/db/processes.ts';

/** Clock ticks of Linux are hundredths of a second. */
const tickMs = 10;

/** Milliseconds so far of one process. */
export function processMs(pid: number): number {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const rest = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return (Number(rest[11]) + Number(rest[12])) * tickMs;
  } catch {
    // It has ended meanwhile.
    return 0;
  }
}

/** Milliseconds so far of a program and of the PostgreSQL that works in a folder. */
export const cpuMs = (pid: number, data: string): number => processMs(pid) + processesIn(data).reduce((sum, one) => sum + processMs(one), 0);

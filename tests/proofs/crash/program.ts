/** Starts and kills the program of the crash proof, and PostgreSQL under it; always by process id. */
import { spawn, type ChildProcess } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { running, stopServer } from '#kernel/db/postmaster.ts';
import { processesIn } from '#kernel/db/processes.ts';
import type { Serving } from './server.ts';

export interface Program extends Serving {
  readonly child: ChildProcess;
  readonly base: string;
}

/** Resolves when it serves; rejects with what it said when it ends before. */
export async function startProgram(folder: string): Promise<Program> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'server.ts'), folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4_000)));
  for await (const line of createInterface({ input: child.stdout })) {
    const serving = JSON.parse(line) as Serving;
    return { ...serving, child, base: `http://127.0.0.1:${serving.port}` };
  }
  await killProgram(child);
  throw new Error(`the server program ended: ${said}`);
}

export function killProgram(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

/** The postmaster first, so that it does not see its children die and tidy up after them. */
export function killPostgres(data: string): number {
  const postmaster = running(data)?.pid;
  if (postmaster === undefined) throw new Error('no PostgreSQL is there to be killed');
  const children = processesIn(realpathSync(data)).filter((pid) => pid !== postmaster);
  for (const pid of [postmaster, ...children]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      // It ended by itself between the look and the kill.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
  return 1 + children.length;
}

export async function endPostgres(data: string): Promise<void> {
  await stopServer(data);
}

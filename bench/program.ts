/** Child processes of a bench: servers that say where they listen, and the load generator. Ended by their ids. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Load, Measured } from './load.ts';

export const root = join(import.meta.dirname, '..');

export interface Program {
  readonly port: number;
  readonly pid: number;
  /** The line in which it said where it is. */
  readonly line: string;
  end(): Promise<void>;
}

const nodeFlags = (): string[] => (process.env['BENCH_PROFILE'] === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${process.env['BENCH_PROFILE']}`]);

/** Runs one of our programs and waits for the line that matches; its first group is the port. */
export async function startProgram(file: string, args: readonly string[], env: NodeJS.ProcessEnv, says: RegExp): Promise<Program> {
  const child = spawn(process.execPath, [...nodeFlags(), '--import', 'tsx', join(root, file), ...args], {
    cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const keep = (text: string): void => {
    said = (said + text).slice(-4_000);
  };
  child.stderr.on('data', (chunk: Buffer) => {
    keep(chunk.toString());
    process.stderr.write(chunk);
  });
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) {
    keep(`${line}\n`);
    const port = says.exec(line)?.[1];
    if (port === undefined) continue;
    child.stdout.resume();
    return { port: Number(port), pid: child.pid ?? 0, line, end: () => endChild(child) };
  }
  await endChild(child);
  throw new Error(`${file} ended before it served: ${said}`);
}

async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(timer);
}

/** Runs the load generator to its end. `folder`: where its order may be written. */
export async function load(folder: string, order: Load): Promise<Measured> {
  const file = join(folder, 'load.json');
  writeFileSync(file, JSON.stringify(order));
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'bench/load.ts'), file], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`the load generator ended with ${String(code)}`);
  return JSON.parse(out) as Measured;
}

/** Resident memory of a process, MB. */
export const residentMb = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024;

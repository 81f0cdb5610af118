/** Child programs: run one to its end, with signals handed on and the exit code handed back. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { root } from './root.mjs';

/** Runs a program to its end; resolves to its exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.once('error', (error) => {
      console.error(`qorgan: ${command} could not be started: ${error.message}`);
      resolve(127);
    });
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}

/** Runs a tool of node_modules by its own file, without a shell between. */
export const tool = (path, args, options) => run(process.execPath, [join(root, 'node_modules', path), ...args], options);

/**
 * Runs one of our TypeScript programs until it ends. It stands in a process group of its own: a Ctrl-C
 * reaches this script once from the terminal and once more from npm, and the program exactly once from here.
 * It may notice by `process.on('disconnect')` that this script was killed.
 */
export function runProgram(file, args, options = {}) {
  return new Promise((resolve) => {
    const loader = import.meta.resolve('tsx');
    const child = spawn(process.execPath, ['--import', loader, join(root, file), ...args], {
      ...options,
      env: { ...process.env, ...options.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') },
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      detached: true,
    });
    child.channel?.unref();
    let last = -Infinity;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        const again = performance.now() - last < 1_000;
        last = performance.now();
        if (!again) child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
      });
    }
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}

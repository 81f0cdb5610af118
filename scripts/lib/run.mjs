/** Child programs: run one to its end, with signals handed on and the exit code handed back. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { root } from './root.mjs';

const parent = process.ppid;

/** Runs a program to its end; resolves to its exit code. A signal ends it, and then us. */
export async function run(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
  child.once('error', (error) => console.error(`qorgan: ${command} could not be started: ${error.message}`));
  let ending = null;
  const code = await untilExit(child, (signal) => {
    ending = signal;
    // It shares our terminal, which told it of the Ctrl-C already.
    if (signal !== 'SIGINT') child.kill(signal);
  });
  if (ending !== null) process.exit(128 + constants.signals[ending]);
  return code;
}

/** Runs a tool of node_modules by its own file, without a shell between. */
export const tool = (path, args, options) =>
  run(process.execPath, [join(root, 'node_modules', path), ...args], options);

/**
 * Runs one of our TypeScript programs until it ends. It stands in a process group of its own: a Ctrl-C
 * reaches this script once from the terminal and once more from npm, and the program exactly once from here.
 * It may notice by `process.on('disconnect')` that this script was killed.
 */
export async function runProgram(file, args, options = {}) {
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), join(root, file), ...args], {
    ...options,
    env: { ...process.env, ...options.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: true,
  });
  child.channel?.unref();
  let last = -Infinity;
  return untilExit(child, (signal) => {
    const again = performance.now() - last < 1_000;
    last = performance.now();
    if (!again) child.kill(signal);
  });
}

/** The exit code of a child; meanwhile `onSignal` gets what we are told, SIGTERM too when npm left us behind. */
function untilExit(child, onSignal) {
  return new Promise((resolve) => {
    const handlers = Object.entries({ SIGINT: 'SIGINT', SIGTERM: 'SIGTERM', SIGHUP: 'SIGTERM' }).map(
      ([name, passed]) => {
        const handler = () => onSignal(passed);
        process.on(name, handler);
        return () => process.off(name, handler);
      },
    );
    const watch = watchParent(() => onSignal('SIGTERM'));
    const done = (code) => {
      clearInterval(watch);
      for (const off of handlers) off();
      resolve(code);
    };
    child.once('error', () => done(127));
    child.once('exit', (code, signal) => done(code ?? 128 + constants.signals[signal]));
  });
}

/**
 * npm hands SIGTERM to the shell it started us with, and the shell dies without telling us: all we see is
 * another parent. Without npm a change of parent means nothing (nohup, a closed shell).
 */
function watchParent(onGone) {
  if (process.env['npm_lifecycle_event'] === undefined) return undefined;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    onGone();
  }, 200);
  return watch;
}

/** What the figures were measured on. */
import { cpus, loadavg, release, totalmem } from 'node:os';

export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly memoryGb: number;
  readonly kernel: string;
  readonly node: string;
  readonly postgres: string;
  /** Load of the last minute at the end of the bench: above the cores, others worked here too. */
  readonly load: number;
}

export const machine = (): Machine => ({
  cores: cpus().length,
  processor: cpus()[0]?.model ?? 'unknown',
  memoryGb: Math.round(totalmem() / 2 ** 30),
  kernel: release(),
  node: process.version,
  postgres: 'embedded 18.4, client on the same machine, synchronous_commit on, fsync on',
  load: loadavg()[0] ?? 0,
});

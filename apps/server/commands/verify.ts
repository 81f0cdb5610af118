/** Verifies the journal: every header, payload, chain, leaf, root and signature. The live database's, or an export, which needs no database. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { audit, type Audited } from '#kernel/journal/audit.ts';
import type { Checkpoint } from '#kernel/journal/checkpoint.ts';
import { journalLines } from '#kernel/journal/export.ts';
import { faultInWords } from '#kernel/journal/fault.ts';
import type { Line } from '#kernel/journal/lines.ts';
import type { NoteKey } from '#kernel/journal/note.ts';
import { WrongSetting } from '../settings.ts';
import { checkpointsIn, keyIn, needed, type Command } from './command.ts';
import { inSnapshot } from './export-journal.ts';
import { say, withProgram } from './open.ts';

export interface Verified extends Audited {
  /** Each in words. */
  readonly faults: readonly string[];
}

const progressEvery = 100_000;

async function verifyLines(lines: AsyncIterable<Line>, key: NoteKey, held: readonly Checkpoint[], progress: (lines: number) => void): Promise<Verified> {
  const faults: string[] = [];
  const under = Math.max(0, ...held.map((c) => c.size));
  const verifier = audit({ key, held, report: (fault) => faults.push(faultInWords(fault, under)) });
  let read = 0;
  for await (const line of lines) {
    verifier.line(line);
    read += 1;
    if (read % progressEvery === 0) progress(read);
  }
  return { ...verifier.end(), faults };
}

/** The database as it is, against the checkpoints it keeps itself. */
export const verifyAll = (ownerUrl: string, key: NoteKey, progress: (lines: number) => void): Promise<Verified> =>
  inSnapshot(ownerUrl, (client) => verifyLines(journalLines(client), key, [], progress));

async function* linesOf(file: string): AsyncGenerator<Line> {
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number += 1;
    try {
      yield JSON.parse(text) as Line;
    } catch {
      // What cannot be read is missed by the count at the end, or by the leaf that names it.
      say(`line ${number} of the export cannot be read`);
    }
  }
}

export const verifyExport = (file: string, key: NoteKey, held: readonly Checkpoint[], progress: (lines: number) => void): Promise<Verified> =>
  verifyLines(linesOf(file), key, held, progress);

function tell(v: Verified): void {
  for (const fault of v.faults) say(fault);
  say(`${v.entries} entries of ${v.proceedings} proceedings, ${v.looks} looks and ${v.events} security events verified, ${v.faults.length} faults`);
  if (v.under > 0) say(`under your checkpoint: leaves 0 to ${v.under - 1}; not yet under your checkpoint: ${Math.max(0, v.leaves - v.under)} leaves`);
  if (v.waiting > 0) say(`not sealed yet: ${v.waiting} rows`);
  if (v.faults.length > 0) process.exitCode = 1;
}

const progress = (lines: number): void => say(`  ${lines} lines`);

export const verifyCommand: Command = {
  usage: 'verify [--export FILE --checkpoint FILE --key KEY]   verify the journal; an export on any machine',
  run: async (args) => {
    if (args.length > 0) {
      const file = needed(args, 'export', 'the file that export-journal wrote');
      const key = keyIn(needed(args, 'key', 'the journal’s public key, or a file with it'));
      const held = checkpointsIn(needed(args, 'checkpoint', 'a file with the checkpoints you hold'), key);
      if (held.length === 0) throw new WrongSetting('--checkpoint names a file without a checkpoint');
      tell(await verifyExport(file, key, held, progress));
      return;
    }
    await withProgram(async ({ database, runtime }) => {
      if (database.ownerUrl === null) throw new WrongSetting('verify needs QORGAN_OWNER_URL: only the owner reads every entry');
      tell(await verifyAll(database.ownerUrl, runtime.journal, progress));
    });
  },
};

/** The witness: fetches the newest checkpoint and keeps it beside the ones before, if it continues them. Meant to run every minute, on a machine that is not the server's. */
import { appendFileSync, writeFileSync } from 'node:fs';
import { openCheckpoint } from '#kernel/journal/checkpoint.ts';
import type { NoteKey } from '#kernel/journal/note.ts';
import { judge, type Judgement } from '#kernel/journal/witness.ts';
import { checkpointsIn, keyIn, needed, type Command } from './command.ts';
import { say } from './open.ts';

/** Answers the text of an address, or throws. */
export type Ask = (path: string) => Promise<string>;

export interface Witnessed {
  readonly judgement: Judgement | 'signature';
  readonly size: number | null;
}

const good: readonly Witnessed['judgement'][] = ['first', 'same', 'longer'];
export const isGood = ({ judgement }: Witnessed): boolean => good.includes(judgement);

/** What is refused is kept beside the file: it is the evidence. */
export async function witness(ask: Ask, key: NoteKey, file: string): Promise<Witnessed> {
  const kept = checkpointsIn(file, key);
  const note = await ask('/api/journal/checkpoint');
  const refused = (found: Witnessed): Witnessed => {
    writeFileSync(`${file}.refused`, note);
    return found;
  };
  const fresh = openCheckpoint(note, key);
  if (fresh === null) return refused({ judgement: 'signature', size: null });
  const last = kept.reduce<(typeof kept)[number] | null>((a, b) => (a !== null && a.size > b.size ? a : b), null);
  const judgement = await judge(last, fresh, async (from, to) => (JSON.parse(await ask(`/api/journal/consistency?from=${from}&to=${to}`)) as { proof: string[] }).proof);
  const found = { judgement, size: fresh.size };
  if (!isGood(found)) return refused(found);
  if (judgement !== 'same') appendFileSync(file, `${note}\n`, { flush: true });
  return found;
}

const over = (from: string): Ask => async (path) => {
  const response = await fetch(new URL(path, from), { signal: AbortSignal.timeout(30_000) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
  return text;
};

const said: Readonly<Record<Witnessed['judgement'], string>> = {
  first: 'the first checkpoint is kept',
  same: 'nothing new',
  longer: 'the journal continues what is kept',
  signature: 'REFUSED: the checkpoint is not signed by this key',
  shorter: 'REFUSED: the journal is shorter than it was',
  'another root': 'REFUSED: two trees of one size were signed',
  'not its continuation': 'REFUSED: the journal is not the continuation of the one that is kept: history was changed',
};

export const witnessCommand: Command = {
  usage: 'witness --from URL --key KEY --keep FILE   keep the newest checkpoint, if it continues the last',
  run: async (args) => {
    const file = needed(args, 'keep', 'the file of the checkpoints you keep');
    const found = await witness(over(needed(args, 'from', 'the address of the server')), keyIn(needed(args, 'key', 'the journal’s public key, or a file with it')), file);
    say(`${said[found.judgement]}${found.size === null ? '' : ` (${found.size} leaves)`}`);
    if (isGood(found)) return;
    say(`What was refused is in ${file}.refused. Keep it: with your own file it is the proof.`);
    process.exitCode = 1;
  },
};

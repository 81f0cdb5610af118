/** A command of `qorgan`: how it is called, and what it does. */
import { existsSync, readFileSync } from 'node:fs';
import { openCheckpoint, type Checkpoint } from '#kernel/journal/checkpoint.ts';
import { notesIn, readKey, type NoteKey } from '#kernel/journal/note.ts';
import { WrongSetting } from '../settings.ts';

export interface Command {
  readonly usage: string;
  run(args: readonly string[]): Promise<void>;
}

/** What follows `--name`. */
export const valueOf = (args: readonly string[], name: string): string | undefined => {
  const i = args.indexOf(`--${name}`);
  return i === -1 ? undefined : args[i + 1];
};

export function needed(args: readonly string[], name: string, what: string): string {
  const value = valueOf(args, name);
  if (value === undefined || value === '' || value.startsWith('--')) throw new WrongSetting(`--${name} is missing: ${what}`);
  return value;
}

/** A public key of a journal, as it is printed, or the file it stands in. */
export function keyIn(text: string): NoteKey {
  const key = readKey(existsSync(text) ? readFileSync(text, 'utf8') : text);
  if (key === null) throw new WrongSetting('--key must be the journal’s public key, as `qorgan journal-key` prints it, or a file with it');
  return key;
}

/** The checkpoints of a file, each of which the key must have signed. */
export function checkpointsIn(file: string, key: NoteKey): Checkpoint[] {
  if (!existsSync(file)) return [];
  return notesIn(readFileSync(file, 'utf8')).map((note, i) => {
    const checkpoint = openCheckpoint(note, key);
    if (checkpoint === null) throw new WrongSetting(`${file}: checkpoint ${i + 1} is not signed by ${key.name}`);
    return checkpoint;
  });
}

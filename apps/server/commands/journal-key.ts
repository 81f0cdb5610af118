import { writeKey } from '#kernel/journal/note.ts';
import { readKeys } from '../keys.ts';
import { readSettings } from '../settings.ts';
import type { Command } from './command.ts';
import { say } from './open.ts';

/** Handed to whoever watches the journal, by a way that does not lead through the server. */
export const journalKeyCommand: Command = {
  usage: 'journal-key                          the public key that signs the journal',
  run: () => {
    say(writeKey(readKeys(readSettings(process.env)).journal));
    return Promise.resolve();
  },
};

/** The program's own secrets, in files only it can read: the secret behind numbers and codes, the clock's token, the journal's signature, the key that opens sessions, the one that signs pushes. The master keys are in master.ts. */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { journalSigner } from '#kernel/journal/checkpoint.ts';
import type { MasterKey } from '#kernel/journal/keys.ts';
import type { NoteSigner } from '#kernel/journal/note.ts';
import { masterKeys } from './master.ts';
import type { Settings } from './settings.ts';

function secretFile(folder: string, name: string): Buffer {
  const path = join(folder, name);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' });
  }
  chmodSync(path, 0o600);
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64');
  if (key.length !== 32) throw new Error(`${path} must hold 32 bytes in base64`);
  return key;
}

export interface Keys {
  /** Looks each time: a key may have come while the program runs. */
  readonly masters: () => readonly MasterKey[];
  readonly secret: Buffer;
  readonly clock: Buffer;
  readonly journal: NoteSigner;
  /** Asked for by the database before it opens a session; it keeps the hash alone. */
  readonly program: Buffer;
  /** Made when it is first asked for: many never push. */
  readonly push: () => Buffer;
}

export const readKeys = ({ data, masterKeys: sources }: Pick<Settings, 'data' | 'masterKeys'>): Keys => {
  const folder = join(data, 'keys');
  return {
    masters: masterKeys(sources),
    secret: secretFile(folder, 'codes.key'),
    clock: secretFile(folder, 'clock.token'),
    journal: journalSigner(secretFile(folder, 'journal.key')),
    program: secretFile(folder, 'program.key'),
    push: () => secretFile(folder, 'push.key'),
  };
};

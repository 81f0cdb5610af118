/** The master keys that the settings name: those in files, one a line, the newest first; and those of a key service. */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { keyId, masterKey, type MasterKey } from '#kernel/journal/keys.ts';
import { vaultMasterKey } from '#kernel/journal/vault.ts';
import { WrongSetting, type KeySource } from './settings.ts';

const linesOf = (path: string): string[] => readFileSync(path, 'utf8').split('\n').map((line) => line.trim()).filter((line) => line !== '');

function keysIn(path: string): Buffer[] {
  let lines: string[];
  try {
    lines = linesOf(path);
  } catch {
    throw new WrongSetting(`QORGAN_MASTER_KEY: ${path} cannot be read`);
  }
  const keys = lines.map((line) => Buffer.from(line, 'base64'));
  if (keys.length === 0 || keys.some((key) => key.length !== 32)) throw new WrongSetting(`QORGAN_MASTER_KEY: ${path} must hold 32 bytes in base64 on each line`);
  return keys;
}

function tokenIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new WrongSetting(`QORGAN_VAULT_TOKEN_FILE: ${file} cannot be read`);
  }
}

/** Whole or not at all: a reader meets the old file or the new one. */
function writeKeys(path: string, lines: readonly string[]): void {
  writeFileSync(`${path}.new`, `${lines.join('\n')}\n`, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}

/** Asked again, it looks again. A file of our own is made at the first time. Throws, in one line, what is wrong. */
export function masterKeys(sources: readonly KeySource[]): () => readonly MasterKey[] {
  for (const source of sources) {
    if (source.kind === 'vault') tokenIn(source.tokenFile);
    else if (source.ours && !existsSync(source.path)) {
      mkdirSync(dirname(source.path), { recursive: true });
      writeFileSync(source.path, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
    } else if (source.ours) chmodSync(source.path, 0o600);
  }
  const look = (): readonly MasterKey[] =>
    sources.flatMap((source) => (source.kind === 'file' ? keysIn(source.path).map(masterKey) : [vaultMasterKey({ ...source, token: () => tokenIn(source.tokenFile) })]));
  const twice = look().map((key) => key.id).find((id, i, ids) => ids.indexOf(id) !== i);
  if (twice !== undefined) throw new WrongSetting(`QORGAN_MASTER_KEY names key ${twice} twice`);
  return look;
}

/** A new key on the top of the first file. Its id, or null where no file is named. */
export function addKey(sources: readonly KeySource[]): string | null {
  const file = sources.find((source) => source.kind === 'file');
  if (file === undefined) return null;
  const key = randomBytes(32);
  writeKeys(file.path, [key.toString('base64'), ...linesOf(file.path)]);
  return keyId(key);
}

/** Takes every other key out of the files. How many went. */
export function keepKey(sources: readonly KeySource[], id: string): number {
  let gone = 0;
  for (const source of sources) {
    if (source.kind !== 'file') continue;
    const lines = linesOf(source.path);
    const kept = lines.filter((line) => keyId(Buffer.from(line, 'base64')) === id);
    if (kept.length === 0 || kept.length === lines.length) continue;
    gone += lines.length - kept.length;
    writeKeys(source.path, kept);
  }
  return gone;
}

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addKey, keepKey, masterKeys } from './master.ts';
import { readSettings } from './settings.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qorgan-master-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const look = (env: NodeJS.ProcessEnv) => masterKeys(readSettings(env).masterKeys);

describe('where the master keys are', () => {
  it('is a file of our own unless told otherwise, made once and closed to others', () => {
    const env = { QORGAN_DATA: join(folder, 'data') };
    const [first] = look(env)();
    expect(look(env)()[0]?.id).toBe(first?.id);
    expect(statSync(join(folder, 'data/keys/master.key')).mode & 0o777).toBe(0o600);
  });

  it('is named in one line where it is wrong', () => {
    const bad = join(folder, 'bad');
    writeFileSync(bad, 'short\n');
    for (const key of ['master.key', 'file:', 'vault:http://kms.example.kz/transit/qorgan', 'vault:https://kms.example.kz/qorgan', 'vault:']) {
      expect(() => look({ QORGAN_MASTER_KEY: key, QORGAN_VAULT_TOKEN_FILE: bad }), key).toThrow(/^QORGAN_MASTER_KEY must be file:PATH or vault:/);
    }
    expect(() => look({ QORGAN_MASTER_KEY: `file:${folder}/nowhere` })).toThrow(/nowhere cannot be read$/);
    expect(() => look({ QORGAN_MASTER_KEY: `file:${bad}` })).toThrow(/32 bytes in base64 on each line$/);
    expect(() => look({ QORGAN_MASTER_KEY: 'vault:https://kms.example.kz/transit/qorgan' })).toThrow(/needs QORGAN_VAULT_TOKEN_FILE/);
    expect(() => look({ QORGAN_MASTER_KEY: 'vault:https://kms.example.kz/transit/qorgan', QORGAN_VAULT_TOKEN_FILE: `${folder}/nowhere` })).toThrow(/^QORGAN_VAULT_TOKEN_FILE: .*cannot be read$/);
    const twice = 'vault:https://kms.example.kz/transit/qorgan';
    expect(() => look({ QORGAN_MASTER_KEY: `${twice},${twice}`, QORGAN_VAULT_TOKEN_FILE: bad })).toThrow(/twice$/);
  });

  it('may be several: a new one comes on top while others look on, the old one goes at last', () => {
    const sources = readSettings({ QORGAN_DATA: join(folder, 'rotates') }).masterKeys;
    const held = masterKeys(sources);
    const [old] = held();
    const fresh = addKey(sources);
    expect(held().map((k) => k.id)).toEqual([fresh, old?.id]);
    expect(keepKey(sources, 'none of them'), 'the last key is never taken').toBe(0);
    expect(keepKey(sources, String(fresh))).toBe(1);
    expect(held().map((k) => k.id)).toEqual([fresh]);
    expect(readFileSync(join(folder, 'rotates/keys/master.key'), 'utf8').trim().split('\n')).toHaveLength(1);
  });
});

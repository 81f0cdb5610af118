import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readKeys } from './keys.ts';

const made: string[] = [];
const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'qorgan-keys-'));
  made.push(path);
  return path;
};
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true });
});
const settings = (data: string) => ({ data, masterKeys: [{ kind: 'file' as const, path: join(data, 'keys/master.key'), ours: true }] });

describe('the keys of the program', () => {
  it('are made once, at random, for the program’s user alone', () => {
    const [one, two] = [folder(), folder()];
    const first = readKeys(settings(one));
    const names = readdirSync(join(one, 'keys'));
    expect(names.length).toBeGreaterThan(4);
    for (const name of names) expect([name, (statSync(join(one, 'keys', name)).mode & 0o777).toString(8)]).toEqual([name, '600']);
    expect(readKeys(settings(one)).program.equals(first.program)).toBe(true);
    expect(readKeys(settings(two)).program.equals(first.program)).toBe(false);
    const contents = names.map((name) => readFileSync(join(one, 'keys', name), 'utf8').trim());
    expect(new Set(contents).size).toBe(names.length);
    for (const text of contents) expect(Buffer.from(text, 'base64')).toHaveLength(32);
  });

  it('of pushes, when it is asked for first, and then the same', () => {
    const data = folder();
    const keys = readKeys(settings(data));
    expect(readdirSync(join(data, 'keys'))).not.toContain('push.key');
    expect(keys.push().equals(readKeys(settings(data)).push())).toBe(true);
    expect((statSync(join(data, 'keys/push.key')).mode & 0o777).toString(8)).toBe('600');
  });

  it('that are not whole are refused, by name', () => {
    const data = folder();
    readKeys(settings(data));
    writeFileSync(join(data, 'keys/program.key'), Buffer.alloc(16).toString('base64'));
    expect(() => readKeys(settings(data))).toThrow(/program\.key must hold 32 bytes/);
  });
});

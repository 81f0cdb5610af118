import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canReach } from './binaries.ts';

const stranger = { uid: 65_534, gid: 65_534, name: 'nobody' };
let base: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'qorgan-reach-'));
  mkdirSync(join(base, 'inner'));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

describe('whether another user can reach a folder', () => {
  it('needs every folder above to be passable', () => {
    chmodSync(base, 0o711);
    expect(canReach(stranger, join(base, 'inner', 'not-yet-there'))).toBe(true);
    chmodSync(base, 0o700);
    expect(canReach(stranger, join(base, 'inner', 'not-yet-there'))).toBe(false);
  });

  it('is always so for ourselves', () => {
    chmodSync(base, 0o700);
    expect(canReach(null, base)).toBe(true);
  });
});

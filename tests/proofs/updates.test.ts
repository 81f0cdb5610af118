/** What judges updates of what we use, and what it said of the versions that are installed now. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fingerprint, installedOf, judge, newerThan, type Looked } from '../../scripts/lib/updates.mjs';
import { daysIn } from '../../scripts/lib/weaknesses.mjs';

const root = join(import.meta.dirname, '../..');
const json = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));
const times = { '1.2.3': '2026-01-01T00:00:00Z', '1.2.4-beta.1': '2026-02-01T00:00:00Z', '1.10.0': '2026-03-01T00:00:00Z', '1.2.2': '2026-04-01T00:00:00Z', '2.0.0': '2026-05-01T00:00:00Z', created: '2020-01-01T00:00:00Z' };

describe('an update', () => {
  it('is a newer release of the same line; previews are only for who uses one', () => {
    expect(newerThan('1.2.3', times)).toEqual([{ version: '1.10.0', since: '2026-03-01' }]);
    expect(newerThan('0.28.9', { '0.28.9': '2026-01-01', '0.28.10': '2026-02-01', '0.29.0': '2026-02-02' }).map((n) => n.version)).toEqual(['0.28.10']);
    expect(newerThan('18.4.0-beta.9', { '18.4.0-beta.9': '2026-01-01', '18.4.0-beta.17': '2026-02-01', '18.3.0-beta.20': '2026-03-01', '18.4.0': '2026-04-01' }).map((n) => n.version)).toEqual(['18.4.0-beta.17', '18.4.0']);
  });

  it('may wait as many days as the page says, and not one more; a registry that knows nothing is no good news', () => {
    const installed = [{ alias: 'a', name: 'a', version: '1.2.3' }];
    const on = (today: string): Looked => judge({ installed, timesOf: () => times, today, days: 90 });
    expect([on('2026-05-30').late.length, on('2026-05-31').late]).toEqual([0, [{ name: 'a', version: '1.2.3', newer: '1.10.0', since: '2026-03-01' }]]);
    expect(() => judge({ installed, timesOf: () => ({}), today: '2026-05-30', days: 90 })).toThrow('the registry knows no release');
  });

  it('was looked for in the versions that are installed now, and none was late', () => {
    expect(existsSync(join(root, 'docs/updates.json')), 'run: npm run updates').toBe(true);
    const looked = json('docs/updates.json') as Looked;
    const installed = installedOf(json('package.json') as object, json('package-lock.json') as Parameters<typeof installedOf>[1]);
    expect(looked, 'run: npm run updates').toMatchObject({ of: fingerprint(installed), looked: installed.length, late: [] });
    expect(daysIn(readFileSync(join(root, 'docs/security.md'), 'utf8'))['low']).toBeGreaterThan(0);
  });
});

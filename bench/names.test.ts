/** That the bench of names runs, on a made file and, where it is there, on the real one; at full size it is run by hand. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { everyName } from '#cap/children/domain/names/alphabets.fixture.ts';
import { kazakhGiven, kazakhSurnames } from '#cap/children/domain/names/names.fixture.ts';
import { names } from './names.ts';
import { slipsBetween } from './names/slips.ts';

const folder = mkdtempSync(join(tmpdir(), 'names-'));
const real = new URL('../../shared/vectors/names/kz_name_variants_dev_half.tsv', import.meta.url).pathname;
const passport = everyName['passport with ye']!;
const russian = everyName['Russian keyboard']!;

it('each variant finds the person by another one', { timeout: 60_000 }, () => {
  const file = join(folder, 'made.tsv');
  const rows = kazakhSurnames.slice(0, 40).map((family, i) => {
    const whole = `${family} ${kazakhGiven[i * 5]!} ${kazakhGiven[300 - i * 3] ?? 'Серік'}ұлы`;
    return `${passport(whole)}\t${russian(whole)}|${whole}`;
  });
  writeFileSync(file, ['latin\tcyrillic', ...rows].join('\n'));
  expect(names(file, 1_000)).toEqual([{ bench: 'names', names: 40, decoys: 1_000, asked: 120, first: 1, ten: 1 }]);
  rmSync(folder, { recursive: true });
});

it.skipIf(!existsSync(real))('so do names that officials bear', { timeout: 60_000 }, () => {
  const [line] = names(real, 1_000) as [{ first: number; ten: number }];
  expect(line.first).toBeGreaterThanOrEqual(0.95);
  expect(line.ten).toBeGreaterThanOrEqual(0.99);
});

it('slips are letters left out, put in, changed, exchanged', () => {
  expect(['asan', 'asn', 'asaan', 'esan', 'saan', 'esen', 'dina'].map((other) => slipsBetween('asan', other, 2))).toEqual([0, 1, 1, 1, 1, 2, 3]);
});

import { describe, expect, it } from 'vitest';
import { demoDirectoryData } from '../demo/country.ts';
import { byName, named, organisationsFor } from './lists.ts';

const { organisations, districts } = demoDirectoryData('2026-11-22T12:00:00.000Z');
const regionOf = (code: string): string | undefined => districts.find((d) => d.code === code)?.region;
const kinds = (filter: Parameters<typeof organisationsFor>[1]): string[] =>
  organisationsFor(organisations, filter, regionOf).map((o) => o.kind);

describe('lists of the directory', () => {
  it('are found with and without the letters a Russian keyboard lacks, in any of three languages', () => {
    const names = { kk: 'Еңбекшіқазақ ауданы', ru: 'Енбекшиказахский район', en: 'Enbekshikazakh District' };
    for (const q of ['еңбекшіқазақ', 'ЕНБЕКШИКАЗАК', 'енбекшиказах', 'district enbek', '  ']) expect(named(names, q)).toBe(true);
    expect(named(names, 'Талғар')).toBe(false);
  });
  it('show a district its own houses and those above it, none of its neighbours', () => {
    const found = organisationsFor(organisations, { district: '196200000' }, regionOf);
    expect(found.filter((o) => o.district !== null && o.district !== '196200000')).toEqual([]);
    expect(found.filter((o) => o.region !== null && o.region !== 'KZ-19')).toEqual([]);
    expect(kinds({ district: '196200000' })).toEqual(expect.arrayContaining(['committee', 'region-department', 'police']));
  });
  it('leave out what has ended', () => {
    const [first, ...rest] = organisations;
    if (first === undefined) throw new Error('no organisations');
    const found = organisationsFor([{ ...first, endedAt: '2026-01-01T00:00:00.000Z' }, ...rest], {}, regionOf);
    expect(found).toHaveLength(rest.length);
  });
  it('stand in the order of the alphabet of the reader', () => {
    const regions = demoDirectoryData('2026-11-22T12:00:00.000Z').regions;
    const kk = [...regions].sort(byName('kk')).map((r) => r.names.kk);
    expect(kk.indexOf('Қарағанды облысы')).toBeLessThan(kk.indexOf('Маңғыстау облысы'));
    expect(kk.indexOf('Ақмола облысы')).toBeLessThan(kk.indexOf('Алматы облысы'));
  });
});

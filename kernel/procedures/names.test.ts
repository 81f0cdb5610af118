import { expect, it } from 'vitest';
import { directory } from '../access/lookup.ts';
import { knownNames } from './names.ts';

const names = (text: string) => ({ kk: text, ru: text, en: text });
const appointment = {
  id: 'a', person: 'p', name: 'Aigul', role: 'case-manager', organisation: 'o', region: 'KZ-19', district: '194000000', phone: null,
  since: '2020-01-01T00:00:00.000Z', until: null, substitute: null, awayFrom: null, awayUntil: null,
} as const;
const here = directory({
  version: 1,
  regions: [{ code: 'KZ-19', names: names('region') }],
  districts: [{ code: '194000000', region: 'KZ-19', names: names('district') }],
  organisations: [{ id: 'o', kind: 'clinic', parent: null, region: null, district: null, names: names('clinic'), phone: null }],
  appointments: [appointment],
  duties: [],
});

it('knows people, houses and places wherever they stand, and nobody else', () => {
  const values = { by: 'a', list: [{ organisation: 'o' }, null, 3, true], place: { region: 'KZ-19', district: '194000000' }, child: 'somebody' };
  expect(knownNames(values, here)).toEqual({
    a: names('Aigul'), o: names('clinic'), 'KZ-19': names('region'), '194000000': names('district'),
  });
});

/** What a teacher sees, or a sheet of a questionnaire says, becomes a case and a notice to the police in the same moment. */
import { beforeEach, describe, expect, it } from 'vitest';
import { demoDirectoryData } from '#cap/agencies/demo/country.ts';
import { calls, procedures, signs, type Sign } from '#cap/schools/contract.ts';
import { directory } from '#kernel/access/lookup.ts';
import { registry } from '#kernel/procedures/registry.ts';
import { memory, stage, type Memory } from '#kernel/procedures/testing.ts';
import { allCapabilities } from './capabilities.ts';

const monday = '2026-11-23T05:00:00.000Z';
const registered = registry(await allCapabilities());
const country = directory(demoDirectoryData(monday));
const school = country.data.organisations.find((o) => o.kind === 'school');
if (school === undefined) throw new Error('no school');
const place = { region: school.region ?? 'KZ', district: school.district, organisation: school.id };

let world: Memory;
let on: ReturnType<typeof stage>;
beforeEach(() => {
  world = memory(registered, country, monday);
  on = stage(world, country);
});
const opened = (touched: readonly string[], procedure: string) => touched.map((id) => world.row(id)).filter((row) => row.procedure === procedure);
const concern = (seen: readonly Sign[]) => on.must(world.start(procedures.concern, on.as('school-worker', place), { name: 'Тимур Қасымов', className: '4 Б', source: 'seen', signs: seen, summary: 'Қолы көгерген' }));

describe('a concern', () => {
  it.each(signs)('%s opens a case where it must, of its category, and the police are told of an offence', (sign) => {
    const { touched } = concern([sign]);
    const { guardianship, offence, danger } = calls[sign];
    const cases = opened(touched, 'cases.protection');
    expect(cases.map((c) => [c.danger, c.stage, c.district])).toEqual(guardianship === null ? [] : [[danger, 'received', school.district]]);
    for (const c of cases) expect(world.records(c.id)).toMatchObject({ header: { category: guardianship } });
    expect(opened(touched, 'referrals.police').length).toBe(offence ? 1 : 0);
  });

  it('about the school’s own staff: neither the case nor the concern is seen by anybody of the school', () => {
    const { id, touched } = concern(['hurt-by-staff']);
    const [found] = opened(touched, 'cases.protection');
    for (const of of [id, found?.id ?? '']) for (const role of ['school-head'] as const) expect(world.seenBy(on.as(role, place), of)).toBe(false);
    expect(world.conflicts(found?.id ?? '').map((c) => c.organisation)).toContain(school.id);
  });

  it('has one case, however much is found', () => {
    const { id } = concern(['changed']);
    on.does(id, 'read');
    expect(opened(on.does(id, 'grave', { signs: ['marks'], why: 'A burn' }).touched, 'cases.protection')).toHaveLength(1);
    expect(opened(on.does(id, 'accuse', { act: 'The trainer' }, on.as('guardianship-specialist', place)).touched, 'cases.protection').filter((c) => c.openedAt === world.now())).toHaveLength(1);
    expect([...world.rows.values()].filter((r) => r.procedure === 'cases.protection')).toHaveLength(1);
  });
});

describe('a class’s questionnaires', () => {
  it('of which four pupils write that they are beaten: four cases and four notices to the police, in the moment they are read', () => {
    const { id } = on.must(world.start(procedures.questionnaire, on.as('school-worker', place), { kind: 'questionnaire', className: '7 А', written: '2026-11-20', count: 4 }));
    const { touched } = on.does(id, 'read', { quiet: 0, found: ['Айша', 'Тимур', 'Нұрлан', 'Дана'].map((name) => ({ name, signs: ['hurt-at-home'], summary: 'Үйде ұрады' })) });
    expect(opened(touched, 'cases.protection').map((c) => c.danger)).toEqual([2, 2, 2, 2]);
    expect(opened(touched, 'referrals.police')).toHaveLength(4);
    expect(new Set(opened(touched, 'cases.protection').map((c) => c.subject.id)).size).toBe(4);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Duty } from '#kernel/access/directory.ts';
import { directory } from '#kernel/access/lookup.ts';
import { roles, type Role } from '#kernel/access/roles.ts';
import { almatyInstant } from '#kernel/terms/calendar.ts';
import { missingCover, coverOf } from '../domain/cover.ts';
import { normalisePhone } from '../domain/phone.ts';
import { demoCountry, demoDirectoryData } from './country.ts';
import { demoId } from './ids.ts';
import { fullRegions, nowhereYet, regions } from './places.ts';
import { rosterDays } from './rosters.ts';
import { officeCloses, officeOpens } from '../terms.ts';

const at = '2026-11-22T12:00:00.000Z';
const country = demoCountry(at);
const data = demoDirectoryData(at);
const found = directory(data);
const allRoles = Object.keys(roles) as Role[];
const hours = { opens: officeOpens.values[0]?.value ?? NaN, closes: officeCloses.values[0]?.value ?? NaN };
const day = 86_400_000;

describe('the demo country', () => {
  it('is the same at every start', () => {
    expect(demoCountry(at)).toEqual(country);
    expect(demoId('organisation talgar/police')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('has one id for one thing', () => {
    const ids = [country.organisations, country.persons, country.appointments, country.duties, country.services].flatMap((rows) => rows.map((r) => r.id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const values of [country.persons.map((p) => p.name), country.persons.map((p) => p.login), country.persons.map((p) => p.phone)]) {
      expect(new Set(values).size).toBe(values.length);
    }
  });

  it('refers only to what is there', () => {
    const codes = new Set<string | null>([null, ...regions.map((r) => r.code)]);
    const districts = new Set<string | null>([null, ...country.districts.map((d) => d.code)]);
    const organisations = new Set<string | null>([null, ...country.organisations.map((o) => o.id)]);
    const appointments = new Set<string | null>([null, ...country.appointments.map((a) => a.id)]);
    for (const o of country.organisations) expect([codes.has(o.region), districts.has(o.district), organisations.has(o.parent)]).toEqual([true, true, true]);
    for (const a of country.appointments) expect(organisations.has(a.organisation)).toBe(true);
    for (const d of country.duties) expect([appointments.has(d.appointment), appointments.has(d.deputy), d.deputy !== d.appointment]).toEqual([true, true, true]);
    for (const s of country.services) expect(organisations.has(s.organisation)).toBe(true);
  });

  it('names every organisation in three languages, each in its own letters, and gives numbers that are numbers', () => {
    for (const { names, phone, kind } of country.organisations) {
      expect(names.kk, names.en).toMatch(/\p{Script=Cyrillic}/u);
      // The two regions that keep their Kazakh spelling in Russian officially.
      expect(names.ru.replace(/Жетісу|Ұлытау/u, ''), names.en).toMatch(/^[^ғқңөұүәһі]{5,}$/iu);
      expect(names.en, kind).toMatch(/^[^\p{Script=Cyrillic}]{5,}$/u);
      expect(normalisePhone(phone ?? '')).toEqual({ ok: true, phone });
    }
    for (const { phone } of country.persons) expect(normalisePhone(phone)).toEqual({ ok: true, phone });
  });

  it('has at least two of every role at every desk where the role sits', () => {
    for (const role of allRoles) expect(country.appointments.filter((a) => a.role === role).length, role).toBeGreaterThanOrEqual(2);
    const desks = new Map<string, number>();
    for (const a of country.appointments) desks.set(`${a.organisation} ${a.role}`, (desks.get(`${a.organisation} ${a.role}`) ?? 0) + 1);
    for (const [desk, count] of desks) expect(count, desk).toBeGreaterThanOrEqual(2);
    for (const a of country.appointments) {
      const house = country.organisations.find((o) => o.id === a.organisation);
      expect(house?.kind).toBe(roles[a.role].kind);
      expect([a.region, a.district]).toEqual([house?.region, house?.district]);
    }
  });

  it('seats every role in the districts that are staffed in full', () => {
    // Schools and NGOs are one to a region: a school is its own place, never found by district alone.
    const elsewhere = new Set<Role>(['school-worker', 'school-head', 'teacher']);
    for (const { code, region } of country.districts) {
      for (const role of allRoles.filter((r) => !elsewhere.has(r))) {
        expect(found.choose(role, { region, district: code }, at, 'seed'), `${role} in ${code}`).not.toBeNull();
      }
    }
  });

  // Night of a working day, a Saturday noon, the holiday of 16 December, and minutes past midnight of New Year.
  const moments = [
    almatyInstant('2026-11-24', '03:30'),
    almatyInstant('2026-11-28', '12:00'),
    almatyInstant('2026-12-16', '14:00'),
    almatyInstant('2027-01-01', '00:05'),
  ];
  it.each(moments)('finds somebody for every escalation in every region at %s', (moment) => {
    const escalation: readonly Role[] = ['shift-lead', 'region-head', 'committee-duty'];
    for (const region of regions) {
      for (const role of escalation) {
        const chosen = found.choose(role, { region: region.code, district: null }, moment, 'seed');
        expect(chosen?.role, `${role} in ${region.code}`).toBe(role);
        if (role === 'region-head') expect(chosen?.region).toBe(region.code);
      }
    }
    for (const { code, region } of country.districts) {
      expect(found.choose('district-head', { region, district: code }, moment, 'seed')?.district).toBe(code);
    }
  });

  it('finds the contact centre and the Committee where the place is not known yet', () => {
    const place = { region: nowhereYet.code, district: null };
    for (const role of ['operator', 'shift-lead', 'committee-duty'] as const) expect(found.choose(role, place, at, 'seed')?.role).toBe(role);
  });

  it('finds another head when the head is the one complained of', () => {
    for (const region of regions) {
      const place = { region: region.code, district: null };
      const first = found.choose('region-head', place, at, 'seed');
      const excluded = { persons: new Set([first?.person ?? '']), organisations: new Set<string>() };
      const second = found.choose('region-head', place, at, 'seed', excluded);
      expect(second?.region).toBe(region.code);
      expect(second?.person).not.toBe(first?.person);
    }
  });

  it('covers every hour that a roster must cover, from the day before to sixty days on', () => {
    const from = almatyInstant('2026-11-21', '00:00');
    const to = almatyInstant('2027-01-22', '00:00');
    expect(Date.parse(to) - Date.parse(from)).toBe((rosterDays.before + rosterDays.after + 1) * day);
    const rosters = new Set(country.duties.map((d) => `${d.organisation} ${d.role}`));
    for (const role of allRoles.filter((r) => coverOf(r) !== null)) {
      const houses = country.organisations.filter((o) => o.kind === roles[role].kind && (o.region === null || fullRegions.includes(o.region)));
      expect(houses.length, role).toBeGreaterThan(0);
      for (const house of houses) {
        expect(rosters.has(`${house.id} ${role}`)).toBe(true);
        const lines = country.duties.filter((d) => d.organisation === house.id && d.role === role);
        expect(missingCover(role, lines, from, to, hours), `${role} at ${house.names.en}`).toEqual([]);
      }
    }
  });

  it('never has a person in two shifts at once, and gives half a day of rest between shifts', () => {
    const groups = new Map<string, Duty[]>();
    for (const d of country.duties) groups.set(d.appointment, [...(groups.get(d.appointment) ?? []), d]);
    const inShifts = new Set<Role>(['operator', 'shift-lead', 'police-inspector', 'committee-duty']);
    for (const lines of groups.values()) {
      const sorted = [...lines].sort((a, b) => (a.starts < b.starts ? -1 : 1));
      sorted.forEach((line, i) => {
        const next = sorted[i + 1];
        if (next === undefined) return;
        // On call from home follows on; shifts at the desk leave twelve hours between.
        const rest = Date.parse(next.starts) - Date.parse(line.ends);
        expect(rest, line.role).toBeGreaterThanOrEqual(inShifts.has(line.role) ? day / 2 : 0);
      });
    }
  });

  it('gives tomorrow the lines of today again, and only adds to them', () => {
    const tomorrow = demoCountry('2026-11-23T12:00:00.000Z').duties;
    const today = new Map(country.duties.map((d) => [d.id, d]));
    const both = tomorrow.filter((d) => today.has(d.id));
    for (const line of both) expect(line).toEqual(today.get(line.id));
    const lost = country.duties.filter((d) => d.ends > '2026-11-22T19:00:00.000Z' && !both.some((b) => b.id === d.id));
    expect(lost).toEqual([]);
  });
});

const official = new URL('../../../../shared/real/regions.json', import.meta.url);
describe.skipIf(!existsSync(official))('the regions', () => {
  it('are those of the official list', () => {
    const { regions: listed } = JSON.parse(readFileSync(official, 'utf8')) as { regions: { iso: string; kk: string; ru: string; en: string }[] };
    expect(regions.map(({ code, names }) => ({ iso: code, ...names }))).toEqual(listed.map(({ iso, kk, ru, en }) => ({ iso, kk, ru, en })));
  });
});

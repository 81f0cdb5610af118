/** Puts the demo country into a database. May be repeated at every start: rows are known by their ids. */
import type { Instant } from '#kernel/clock.ts';
import type { Names } from '#kernel/access/directory.ts';
import { once } from '#kernel/db/provision.ts';
import { demoCountry } from './country.ts';

// What people changed by hand (an absence, an end, a line of a roster) stays: appointments and duties are only added.
const statements = {
  districts: `insert into kernel.district (code, region, kk, ru, en)
    select code, region, kk, ru, en from jsonb_to_recordset($1) as x(code text, region text, kk text, ru text, en text)
    on conflict (code) do update set kk = excluded.kk, ru = excluded.ru, en = excluded.en`,
  organisations: `insert into kernel.organisation (id, kind, parent, region, district, kk, ru, en, phone)
    select id, kind, parent, region, district, kk, ru, en, phone from jsonb_to_recordset($1)
      as x(id uuid, kind text, parent uuid, region text, district text, kk text, ru text, en text, phone text)
    on conflict (id) do update set kk = excluded.kk, ru = excluded.ru, en = excluded.en, phone = excluded.phone`,
  persons: `insert into kernel.person (id, name, phone, login)
    select id, name, phone, login from jsonb_to_recordset($1) as x(id uuid, name text, phone text, login text)
    on conflict (id) do update set name = excluded.name, phone = excluded.phone`,
  appointments: `insert into kernel.appointment (id, person, role, organisation, region, district, since)
    select id, person, role, organisation, region, district, since from jsonb_to_recordset($1)
      as x(id uuid, person uuid, role text, organisation uuid, region text, district text, since timestamptz)
    on conflict do nothing`,
  duties: `insert into kernel.duty (id, role, organisation, appointment, deputy, phone, starts, ends)
    select id, role, organisation, appointment, deputy, phone, starts, ends from jsonb_to_recordset($1)
      as x(id uuid, role text, organisation uuid, appointment uuid, deputy uuid, phone text, starts timestamptz, ends timestamptz)
    on conflict do nothing`,
  services: `insert into agencies.service (id, organisation, kind, kk, ru, en, age_from, age_until, capacity)
    select id, organisation, kind, kk, ru, en, "ageFrom", "ageUntil", capacity from jsonb_to_recordset($1)
      as x(id uuid, organisation uuid, kind text, kk text, ru text, en text, "ageFrom" smallint, "ageUntil" smallint, capacity integer)
    on conflict (id) do update set kk = excluded.kk, ru = excluded.ru, en = excluded.en`,
} as const;

const flat = <T extends { readonly names: Names }>({ names, ...row }: T): Omit<T, 'names'> & Names => ({ ...row, ...names });

/** Rosters stand from the day before `at` to sixty days after. `ownerUrl`: login of qorgan_owner. All or nothing. */
export async function loadDemo(ownerUrl: string, at: Instant): Promise<void> {
  const country = demoCountry(at);
  const rows: Readonly<Record<keyof typeof statements, readonly object[]>> = {
    ...country,
    districts: country.districts.map(flat),
    organisations: country.organisations.map(flat),
    services: country.services.map(flat),
  };
  await once(ownerUrl, async (client) => {
    await client.query('begin');
    for (const [name, sql] of Object.entries(statements)) {
      await client.query(sql, [JSON.stringify(rows[name as keyof typeof statements])]);
    }
    await client.query('commit');
  });
}

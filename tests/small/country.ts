/** A country as small as one can be: two districts of one region, and a third in another. Every role is held by somebody. */
import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Role } from '#kernel/access/roles.ts';
import { roles } from '#kernel/access/roles.ts';

/** The same name, the same id. */
export function idOf(name: string): string {
  const h = createHash('sha256').update(name).digest('hex');
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-7${h.slice(13, 16)}-8${h.slice(17, 20)}-${h.slice(20, 32)}`;
}

export const districts = { north: '190000001', south: '190000002', far: '610000001' } as const;
const regionOf: Readonly<Record<string, string>> = { [districts.north]: 'KZ-19', [districts.south]: 'KZ-19', [districts.far]: 'KZ-61' };

/** `case-manager/north/1`: the first of two people of that role there. */
export const appointmentOf = (role: Role, place: keyof typeof districts | 'KZ-19' | 'KZ-61' | 'country', n: 1 | 2 = 1): string => idOf(`${role}/${place}/${n}`);

export async function loadSmallCountry(ownerUrl: string, since = '2020-01-01T00:00:00.000Z'): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`insert into kernel.region (code, kato, kk, ru, en) values ('KZ-19', '190000000', 'А', 'А', 'A'), ('KZ-61', '610000000', 'Т', 'Т', 'T') on conflict do nothing`);
    for (const [name, code] of Object.entries(districts)) {
      await client.query(`insert into kernel.district values ($1, $2, $3, $3, $3) on conflict do nothing`, [code, regionOf[code], name]);
    }
    const places = [...Object.entries(districts).map(([name, code]) => ({ name, district: code as string | null, region: (regionOf[code] ?? null) as string | null })),
      { name: 'KZ-19', district: null, region: 'KZ-19' }, { name: 'KZ-61', district: null, region: 'KZ-61' }, { name: 'country', district: null, region: null }];
    for (const [role, { kind, level }] of Object.entries(roles)) {
      for (const place of places) {
        const fits = level === 'country' ? place.region === null : level === 'region' ? place.region !== null && place.district === null : place.district !== null;
        if (!fits) continue;
        const organisation = idOf(`${kind}/${place.name}`);
        await client.query(`insert into kernel.organisation (id, kind, region, district, kk, ru, en) values ($1, $2, $3, $4, $5, $5, $5) on conflict do nothing`,
          [organisation, kind, place.region, place.district, `${kind} ${place.name}`]);
        for (const n of [1, 2] as const) {
          const name = `${role}/${place.name}/${n}`;
          await client.query(`insert into kernel.person (id, name) values ($1, $2)`, [idOf(`person ${name}`), name]);
          await client.query(`insert into kernel.appointment (id, person, role, organisation, region, district, since) values ($1, $2, $3, $4, $5, $6, $7)`,
            [idOf(name), idOf(`person ${name}`), role, organisation, place.region, place.district, since]);
        }
      }
    }
  } finally {
    await client.end();
  }
}

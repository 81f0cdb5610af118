/** SQL of the agencies. */
import type pg from 'pg';
import type { ChangeKind, ServiceItem, ServiceKind } from '../contract.ts';
import type { Names } from '#kernel/access/directory.ts';

interface ServiceRow {
  id: string; kind: ServiceKind; names: Names; organisation: string; organisation_names: Names; phone: string | null;
  age_from: number; age_until: number; capacity: number | null;
}

/** Services within reach of a place: houses of the district, of its region as a whole, and of the country. Null: no filter. */
export async function servicesFor(
  pool: pg.Pool,
  filter: { readonly region: string | null; readonly district: string | null; readonly kind: string | null },
): Promise<ServiceItem[]> {
  const { rows } = await pool.query<ServiceRow>(
    `select s.id, s.kind, json_build_object('kk', s.kk, 'ru', s.ru, 'en', s.en) as names, o.id as organisation,
       json_build_object('kk', o.kk, 'ru', o.ru, 'en', o.en) as organisation_names, o.phone, s.age_from, s.age_until, s.capacity
     from agencies.service s join kernel.organisation o on o.id = s.organisation
       left join kernel.district d on d.code = $2
     where s.ended_at is null and o.ended_at is null
       and ($1::text is null or o.region is null or o.region = $1)
       and ($2::text is null or o.district = $2 or (o.district is null and (o.region is null or o.region = d.region)))
       and ($3::text is null or s.kind = $3)
     order by s.kind, o.district nulls last, s.id limit 500`,
    [filter.region, filter.district, filter.kind],
  );
  return rows.map((r) => ({
    id: r.id,
    kind: r.kind,
    names: r.names,
    organisation: { id: r.organisation, names: r.organisation_names, phone: r.phone },
    ages: { from: r.age_from, until: r.age_until },
    capacity: r.capacity,
  }));
}

/** What the functions that write a roster answer. */
export type DutyAnswer =
  | { readonly id: string; readonly repeated: boolean }
  | { readonly refused: 'key-reused' | 'appointment' | 'deputy' | 'past' | 'missing' | 'changed' | 'over' | 'begun' | 'starts-past' };
/** What the functions for appointments answer. */
export type StaffAnswer =
  | { readonly id: string; readonly repeated: boolean }
  | { readonly refused: 'key-reused' | 'changed' | 'over' | 'past' | 'substitute' | 'last-desk' };
export interface CopyAnswer {
  readonly added: number;
  readonly skipped: number;
}

export const rosterSql = {
  add: 'select agencies.add_duty($1, $2, $3, $4, $5, $6, $7) as answer',
  change: 'select agencies.change_duty($1, $2, $3, $4, $5, $6, $7, $8, $9) as answer',
  remove: 'select agencies.remove_duty($1, $2, $3, $4) as answer',
  copy: 'select agencies.copy_week($1, $2, $3, $4) as answer',
  changes: 'select at, what, by_appointment, before, after from agencies.change where subject = $1 order by id desc limit 50',
} as const;

export const staffSql = {
  version: 'select version from kernel.appointment where id = $1',
  away: 'select agencies.set_away($1, $2, $3, $4, $5, $6, $7) as answer',
  back: 'select agencies.set_back($1, $2, $3, $4) as answer',
  end: 'select agencies.end_appointment($1, $2, $3, $4, $5) as answer',
  carried: 'select kernel.carried($1, $2, $3, $4, $5, $6) as answer',
} as const;

/** A line as agencies.change keeps it. */
export interface KeptDuty {
  readonly appointment: string; readonly deputy: string | null; readonly phone: string; readonly starts: string; readonly ends: string;
}
export interface ChangeRow {
  readonly at: string; readonly what: ChangeKind; readonly by_appointment: string; readonly before: KeptDuty | null; readonly after: KeptDuty | null;
}

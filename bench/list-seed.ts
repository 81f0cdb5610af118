/** A country's worth of open proceedings, copied from one real one: other places, people, dangers and terms. By COPY. */
import { join } from 'node:path';
import { once } from '#kernel/db/provision.ts';

/** Made-up districts, so that a district and a region hold what they would in the whole country. */
const districtsPerRegion = 10;
const workersPerDistrict = 8;

const places = `
insert into kernel.district (code, region, kk, ru, en)
  select 'b' || lpad((row_number() over ())::text, 8, '0'), r.code, 'Сынақ ауданы', 'Пробный район', 'Trial district'
  from kernel.region r cross join generate_series(1, ${districtsPerRegion}) g where r.code <> 'KZ';
insert into kernel.organisation (id, kind, region, district, kk, ru, en)
  select gen_random_uuid(), 'guardianship-body', d.region, d.code, 'Сынақ', 'Проба', 'Trial' from kernel.district d
  where not exists (select 1 from kernel.organisation o where o.district = d.code and o.kind = 'guardianship-body');
with body as (select o.id, o.region, o.district from kernel.organisation o where o.kind = 'guardianship-body' and o.district like 'b%'),
  people as (insert into kernel.person (id, name) select gen_random_uuid(), 'Сынақ' from body, generate_series(1, ${workersPerDistrict}) returning id),
  numbered as (select id, row_number() over () - 1 as n from people),
  houses as (select body.*, row_number() over () - 1 as n from body)
insert into kernel.appointment (id, person, role, organisation, region, district, since)
  select gen_random_uuid(), p.id, case when p.n % ${workersPerDistrict} = 0 then 'guardianship-specialist' else 'case-manager' end, h.id, h.region, h.district, '2020-01-01'
  from numbered p join houses h on h.n = p.n / ${workersPerDistrict};
create table if not exists public.bench_desk as
  select row_number() over (order by md5(a.id::text)) - 1 as n, a.id as worker, a.role, a.organisation, a.region, a.district,
    (select up.id from kernel.appointment up where up.role = 'region-head' and up.region = a.region order by up.id limit 1) as above
  from kernel.appointment a join kernel.organisation o on o.id = a.organisation
  where o.kind = 'guardianship-body' and a.role in ('case-manager', 'guardianship-specialist');`;

export interface SeedOf {
  /** A real proceeding that all are copied from. */
  readonly template: string;
  /** Appointment that has the first hundred, as a full desk would. */
  readonly worker: string;
  /** Appointment of the Committee that the second hundred were escalated to. */
  readonly last: string;
  /** Head of a region that the third hundred were escalated to. */
  readonly head: string;
}

/** Dangers as they fall: few at once; terms spread over forty days, all still to come. One in fifty was escalated. */
const chosen = (from: number, to: number, { template, worker, last, head }: SeedOf): string => `
create table public.bench_new as
  select gen_random_uuid() as id, d.worker, d.role, d.organisation, d.region, d.district,
    (array[0, 1, 1, 1, 1, 2, 2, 2, 2, 3])[1 + g % 10] as danger, now() + interval '2 days' + (g::bigint * 7919 % 3456000) * interval '1 second' as due,
    case when g between 101 and 200 then '${last}' when g between 201 and 300 then '${head}' when g % 50 = 0 then d.above end as escalated
  from generate_series(${from}, ${to}) g join public.bench_desk d on d.n = case
    when g <= 100 then (select n from public.bench_desk where worker = '${worker}')
    when g between 201 and 300 then (select min(n) from public.bench_desk where region = (select region from kernel.appointment where id = '${head}'))
    else g % (select count(*) from public.bench_desk) end;
create table public.bench_rows as
  select (jsonb_populate_record(t, jsonb_build_object('id', b.id, 'subject', b.id, 'worker', b.worker, 'role', b.role, 'organisation', b.organisation,
    'region', b.region, 'district', b.district, 'danger', b.danger, 'due', b.due, 'escalated_to', b.escalated, 'level', case when b.escalated is null then 0 else 1 end,
    'stage', case when b.role = 'case-manager' then 'assessing' else 'received' end))).*
  from public.bench_new b, kernel.proceeding t where t.id = '${template}';`;

/** `from`…`to`: numbers of the new ones. `superUrl`: of the database itself; `data`: a folder PostgreSQL may write to. */
export async function seedOpen(superUrl: string, data: string, of: SeedOf, from: number, to: number): Promise<void> {
  await once(superUrl, async (client) => {
    await client.query(`set session_replication_role = replica; set work_mem = '256MB'`);
    const { rows } = await client.query(`select 1 from pg_tables where schemaname = 'public' and tablename = 'bench_desk'`);
    if (rows.length === 0) await client.query(places);
    await client.query(chosen(from, to, of));
    const copies: readonly (readonly [string, string])[] = [
      ['kernel.proceeding', 'select * from public.bench_rows'],
      ['kernel.record', `select b.id, r.kind, r.body from public.bench_new b, kernel.record r where r.proceeding = '${of.template}'`],
      ['kernel.deadline (id, proceeding, key, term, started_at, due_at, state, met_at, paused_until, pause_reason)', `select gen_random_uuid(), b.id, d.key, d.term, d.started_at, b.due, 'running', null::timestamptz, null::timestamptz, null::text
        from public.bench_new b, (select * from kernel.deadline where proceeding = '${of.template}' and state = 'running' limit 1) d`],
    ];
    for (const [table, query] of copies) {
      const file = join(data, 'bench-seed.copy');
      await client.query(`copy (${query}) to '${file}' with (format binary)`);
      await client.query(`copy ${table} from '${file}' with (format binary)`);
      await client.query(`copy (select 1 where false) to '${file}'`);
    }
    await client.query('drop table public.bench_new, public.bench_rows');
    await client.query('vacuum analyze');
  });
}

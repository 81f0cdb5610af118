-- The clock asks at each tick who has left and who is away, and finds few or none. A plan made for any moment took them for
-- a third of everybody, and read all that is open, a million proceedings a second. So it is said in which order to read:
-- the people first, then what each of them carries.
create or replace function kernel.unattended(at timestamptz, most integer) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not kernel.context_ok() or kernel.word('role') is distinct from 'clock' then return; end if;
  return query
    select p.id from kernel.appointment a cross join lateral (
      select o.id, o.danger, o.due from kernel.proceeding o
      where o.worker = a.id and not o.final and (o.danger >= 2 or o.level > 0)
        and not exists (
          select 1 from kernel.appointment s where s.id = a.substitute and s.role = a.role and s.organisation = a.organisation
            and s.since <= unattended.at and (s.until is null or unattended.at < s.until)
            and not (s.away_from is not null and s.away_from <= unattended.at and (s.away_until is null or unattended.at < s.away_until))
            and not exists (select 1 from kernel.conflict c where c.proceeding = o.id and (c.person = s.person
              or c.organisation = any (array(select h.organisation from kernel.appointment h
                where h.person = s.person and h.since <= unattended.at and (h.until is null or unattended.at < h.until))))))
      order by o.danger desc, o.due, o.id limit most) p
    where a.away_from <= unattended.at and (a.away_until is null or unattended.at < a.away_until)
    order by p.danger desc, p.due, p.id limit most;
end $$;

create or replace function kernel.late(token bytea, at timestamptz, most integer) returns jsonb language plpgsql as $$
declare actor jsonb;
begin
  actor := kernel.enter(token, at);
  if actor is null then return '{}'; end if;
  return jsonb_build_object('actor', actor, 'ids', (
    select coalesce(jsonb_agg(distinct l.proceeding), '[]') from (
      (select d.proceeding from kernel.deadline d where d.state = 'running' and d.due_at <= at order by d.due_at limit most)
      union all
      (select d.proceeding from kernel.deadline d where d.state = 'paused' and d.paused_until <= at order by d.paused_until limit most)
      union all
      -- Nothing stays with a worker whose appointment has ended. The first minute is the head's, who hands over what
      -- was carried to whom he named: the tick would be quicker and take it to another.
      (select p.id from kernel.appointment a cross join lateral (
         select o.id from kernel.proceeding o where o.worker = a.id and not o.final limit most) p
       where a.until <= at - interval '1 minute' limit most)
      union all
      (select p.id from kernel.appointment a cross join lateral (
         select o.id from kernel.proceeding o where o.escalated_to = a.id and not o.final limit most) p
       where a.until <= at - interval '1 minute' limit most)
      union all
      select * from kernel.unattended(at, most)) l));
end $$;

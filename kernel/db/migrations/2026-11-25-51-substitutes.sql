-- Who stands in for somebody away finds that one's work on his own day, and is told whose it is.
create index appointment_substitute on kernel.appointment (substitute) where substitute is not null;
create index appointment_away on kernel.appointment (away_from) where away_from is not null;

-- Appointments of the same desk for whom this one stands in at this moment; mostly none.
create function kernel.stands_in_for(me uuid, at timestamptz) returns uuid[] language plpgsql stable as $$
begin
  return array(select a.id from kernel.appointment a join kernel.appointment s on s.id = me
    where a.substitute = me and a.organisation = s.organisation and a.role = s.role
      and a.away_from <= stands_in_for.at and (a.away_until is null or stands_in_for.at < a.away_until)
      and (a.until is null or stands_in_for.at < a.until)
      -- Who is away himself stands in for nobody.
      and not (s.away_from is not null and s.away_from <= stands_in_for.at and (s.away_until is null or stands_in_for.at < s.away_until)));
end $$;

-- As before, and what is an absent person's: 'substitute', or 'escalated' where it was told to him. `of`: whose it is.
create or replace function kernel.my_day(token bytea, at timestamptz, after_danger smallint, after_due timestamptz, after_id uuid, most integer, route text)
returns json language plpgsql as $$
declare actor jsonb; me uuid; absent uuid[]; items json; page uuid[];
begin
  actor := kernel.enter(token, at);
  if actor is null then return '{}'; end if;
  me := (actor ->> 'appointment')::uuid;
  absent := kernel.stands_in_for(me, at);
  if after_id is null then after_danger := 4; after_due := '-infinity'; after_id := '00000000-0000-0000-0000-000000000000'; end if;
  select json_agg(json_build_object('row', row_to_json(x.p), 'why', x.why, 'of', x.whose) order by (x.p).danger desc, (x.p).due, (x.p).id), array_agg((x.p).id)
    into items, page from (
    select u.p, u.why, u.whose from (
      (select p, 'mine' as why, null::uuid as whose from kernel.proceeding p where p.worker = me and not p.final
         and p.danger <= after_danger and (p.danger < after_danger or (p.due, p.id) > (after_due, after_id))
       order by p.danger desc, p.due, p.id limit most)
      union all
      (select p, 'escalated', null from kernel.proceeding p where p.escalated_to = me and p.worker <> me and not p.final
         and p.danger <= after_danger and (p.danger < after_danger or (p.due, p.id) > (after_due, after_id))
       order by p.danger desc, p.due, p.id limit most)
      union all
      select s.p, 'substitute', s.whose from unnest(absent) w cross join lateral (
        select p, w as whose from kernel.proceeding p where p.worker = w and p.escalated_to is distinct from me and not p.final
          and p.danger <= after_danger and (p.danger < after_danger or (p.due, p.id) > (after_due, after_id))
        order by p.danger desc, p.due, p.id limit most) s
      union all
      select e.p, 'escalated', e.whose from unnest(absent) w cross join lateral (
        select p, w as whose from kernel.proceeding p where p.escalated_to = w and p.worker <> all (absent || me) and not p.final
          and p.danger <= after_danger and (p.danger < after_danger or (p.due, p.id) > (after_due, after_id))
        order by p.danger desc, p.due, p.id limit most) e
    ) u order by (u.p).danger desc, (u.p).due, (u.p).id limit most
  ) x;
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (at, actor ->> 'role', me, (actor ->> 'person')::uuid, 'list', null, route, coalesce(cardinality(page), 0));
  return json_build_object('actor', actor, 'items', items, 'records', kernel.page_records(page));
end $$;

-- As before; what an absent person waits for, his substitute waits for.
create or replace function kernel.waiting(token bytea, at timestamptz, most integer, route text) returns json language plpgsql as $$
declare actor jsonb; me uuid; mine uuid[]; items json; shown integer;
begin
  actor := kernel.enter(token, at);
  if actor is null then return '{}'; end if;
  me := (actor ->> 'appointment')::uuid;
  mine := me || kernel.stands_in_for(me, at);
  -- What two of mine wait for stands once, under the one that was opened first.
  select json_agg(json_build_object('row', row_to_json(w.p), 'of', nullif(w.whose, me), 'from', json_build_object('proceeding', w.mine, 'label', w.label))
      order by (w.p).due, (w.p).id), count(*)
    into items, shown from (
    select one.* from (
      select distinct on (o.id) o as p, m.id as mine, m.label, m.worker as whose
      from (select p.id, p.label, p.worker from kernel.proceeding p where p.worker = any (mine) and not p.final) m
        join kernel.link l on l.source = m.id
        join kernel.proceeding o on o.id = l.target
      where not o.final and o.worker <> all (mine)
      order by o.id, m.id) one
    order by (one.p).due, (one.p).id limit most) w;
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (at, actor ->> 'role', me, (actor ->> 'person')::uuid, 'list', null, route, shown);
  return json_build_object('actor', actor, 'items', items);
end $$;

-- Dangerous or missed, and its worker is away with nobody who may act in his place: who stands in is away, has left, or has an
-- interest in the matter. For the clock alone; conflicts are no one else's to read, so it looks past row-level security.
create function kernel.unattended(at timestamptz, most integer) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not kernel.context_ok() or kernel.word('role') is distinct from 'clock' then return; end if;
  return query
    select p.id from kernel.appointment a join kernel.proceeding p on p.worker = a.id and not p.final and (p.danger >= 2 or p.level > 0)
    where a.away_from <= unattended.at and (a.away_until is null or unattended.at < a.away_until)
      and not exists (
        select 1 from kernel.appointment s where s.id = a.substitute and s.role = a.role and s.organisation = a.organisation
          and s.since <= unattended.at and (s.until is null or unattended.at < s.until)
          and not (s.away_from is not null and s.away_from <= unattended.at and (s.away_until is null or unattended.at < s.away_until))
          and not exists (select 1 from kernel.conflict c where c.proceeding = p.id and (c.person = s.person
            or c.organisation = any (array(select o.organisation from kernel.appointment o
              where o.person = s.person and o.since <= unattended.at and (o.until is null or unattended.at < o.until))))))
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
      (select p.id from kernel.appointment a join kernel.proceeding p on p.worker = a.id and not p.final
       where a.until <= at - interval '1 minute' limit most)
      union all
      select * from kernel.unattended(at, most)) l));
end $$;

revoke all on function kernel.stands_in_for(uuid, timestamptz), kernel.unattended(timestamptz, integer) from public;
grant execute on function kernel.stands_in_for(uuid, timestamptz), kernel.unattended(timestamptz, integer) to qorgan_app;

-- What one appointment carries, its own and what was told to it, in the order of ids: for the head who hands it over.
-- Invoker's rights: he is shown, and hands over, what he sees; the rest the tick finds after a minute.
create function kernel.carried(token bytea, at timestamptz, whose uuid, after_id uuid, most integer, route text) returns json language plpgsql as $$
declare actor jsonb; rows_ json;
begin
  actor := kernel.enter(token, at);
  if actor is null then return '{}'; end if;
  select json_agg(row_to_json(x.p) order by (x.p).id) into rows_ from (
    select u.p from (
      (select p from kernel.proceeding p where p.worker = whose and not p.final and (after_id is null or p.id > after_id) order by p.id limit most)
      union all
      (select p from kernel.proceeding p where p.escalated_to = whose and p.worker <> whose and not p.final and (after_id is null or p.id > after_id) order by p.id limit most)
    ) u order by (u.p).id limit most) x;
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (at, actor ->> 'role', (actor ->> 'appointment')::uuid, (actor ->> 'person')::uuid, 'list', null, route, coalesce(json_array_length(rows_), 0));
  return json_build_object('actor', actor, 'rows', rows_);
end $$;
revoke all on function kernel.carried(bytea, timestamptz, uuid, uuid, integer, text) from public;
grant execute on function kernel.carried(bytea, timestamptz, uuid, uuid, integer, text) to qorgan_app;

-- The head of a police division sees how much his people carry, as the lead of a shift does.
create or replace function kernel.team(token bytea, at timestamptz, route text) returns jsonb language plpgsql as $$
declare actor jsonb; rows_ jsonb;
begin
  actor := kernel.enter(token, at);
  if actor is null then return '{}'; end if;
  if actor ->> 'role' = 'district-head' then
    select coalesce(jsonb_agg(to_jsonb(t)), '[]') into rows_ from (
      select p.worker, count(*) as open, count(*) filter (where p.danger >= 2) as dangerous,
             count(*) filter (where p.level > 0) as escalated, min(p.due) as next_due
      from kernel.proceeding p where p.district = actor ->> 'district' and not p.final group by p.worker) t;
  elsif actor ->> 'role' = 'region-head' then
    select coalesce(jsonb_agg(to_jsonb(t)), '[]') into rows_ from (
      select p.worker, count(*) as open, count(*) filter (where p.danger >= 2) as dangerous,
             count(*) filter (where p.level > 0) as escalated, min(p.due) as next_due
      from kernel.proceeding p where p.region = actor ->> 'region' and not p.final group by p.worker) t;
  elsif actor ->> 'role' in ('shift-lead', 'police-head') then
    select coalesce(jsonb_agg(to_jsonb(t)), '[]') into rows_ from (
      select p.worker, count(*) as open, count(*) filter (where p.danger >= 2) as dangerous,
             count(*) filter (where p.level > 0) as escalated, min(p.due) as next_due
      from kernel.proceeding p where p.organisation = (actor ->> 'organisation')::uuid and not p.final group by p.worker) t;
  else
    return jsonb_build_object('actor', actor, 'refused', true);
  end if;
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (at, actor ->> 'role', (actor ->> 'appointment')::uuid, (actor ->> 'person')::uuid, 'list', null, route, jsonb_array_length(rows_));
  return jsonb_build_object('actor', actor, 'rows', rows_);
end $$;

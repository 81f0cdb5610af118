-- Lists: keyset pages by danger, due and id, each over an index that begins with what decides. One look per list.

-- Records of the rows on a page, of the classes that are the caller's.
create function kernel.page_records(page uuid[]) returns json language plpgsql stable as $$
begin
  return (select json_agg(json_build_array(r.proceeding, r.kind, r.body)) from kernel.record r where r.proceeding = any (page));
end $$;

-- What the acting appointment must do: its own, and what was escalated to it.
-- `after_*` are the last row's danger, due and id of the page before; null for the first page.
create function kernel.my_day(token bytea, at timestamptz, after_danger smallint, after_due timestamptz, after_id uuid, most integer, route text)
returns json language plpgsql as $$
declare actor jsonb; me uuid; items json; page uuid[];
begin
  actor := kernel.enter(token, at);
  if actor is null then return '{}'; end if;
  me := (actor ->> 'appointment')::uuid;
  if after_id is null then after_danger := 4; after_due := '-infinity'; after_id := '00000000-0000-0000-0000-000000000000'; end if;
  select json_agg(json_build_object('row', row_to_json(x.p), 'why', x.why) order by (x.p).danger desc, (x.p).due, (x.p).id), array_agg((x.p).id)
    into items, page from (
    select u.p, u.why from (
      (select p, 'mine' as why from kernel.proceeding p where p.worker = me and not p.final
         and p.danger <= after_danger and (p.danger < after_danger or (p.due, p.id) > (after_due, after_id))
       order by p.danger desc, p.due, p.id limit most)
      union all
      (select p, 'escalated' from kernel.proceeding p where p.escalated_to = me and p.worker <> me and not p.final
         and p.danger <= after_danger and (p.danger < after_danger or (p.due, p.id) > (after_due, after_id))
       order by p.danger desc, p.due, p.id limit most)
    ) u order by (u.p).danger desc, (u.p).due, (u.p).id limit most
  ) x;
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (at, actor ->> 'role', me, (actor ->> 'person')::uuid, 'list', null, route, coalesce(cardinality(page), 0));
  return json_build_object('actor', actor, 'items', items, 'records', kernel.page_records(page));
end $$;

-- Open proceedings of a scope: desk (the caller's own organisation and role), district, region or country.
-- A null procedure means all. The scope only chooses the index; what is seen is row-level security's to say.
-- A scope of which the caller's role reads nothing is empty at once: else every row of it would be looked at.
create function kernel.list_open(token bytea, at timestamptz, scope text, wanted text, after_danger smallint, after_due timestamptz, after_id uuid, most integer, route text)
returns json language plpgsql as $$
declare actor jsonb; house uuid; place text; acting text; rows kernel.proceeding[]; items json; page uuid[];
begin
  actor := kernel.enter(token, at);
  if actor is null then return '{}'; end if;
  acting := actor ->> 'role';
  if after_id is null then after_danger := 4; after_due := '-infinity'; after_id := '00000000-0000-0000-0000-000000000000'; end if;
  if scope = 'desk' then
    house := (actor ->> 'organisation')::uuid;
    rows := array(select p from kernel.proceeding p where p.organisation = house and p.role = acting and not p.final
      and (wanted is null or p.procedure = wanted)
      and p.danger <= after_danger and (p.danger < after_danger or (p.due, p.id) > (after_due, after_id))
      order by p.danger desc, p.due, p.id limit most);
  elsif scope = 'district' and kernel.word('by_district') is not null then
    place := actor ->> 'district';
    rows := array(select p from kernel.proceeding p where p.district = place and not p.final
      and (wanted is null or p.procedure = wanted)
      and p.danger <= after_danger and (p.danger < after_danger or (p.due, p.id) > (after_due, after_id))
      order by p.danger desc, p.due, p.id limit most);
  elsif scope = 'region' and kernel.word('by_region') is not null then
    place := actor ->> 'region';
    rows := array(select p from kernel.proceeding p where p.region = place and not p.final
      and (wanted is null or p.procedure = wanted)
      and p.danger <= after_danger and (p.danger < after_danger or (p.due, p.id) > (after_due, after_id))
      order by p.danger desc, p.due, p.id limit most);
  elsif scope = 'country' and kernel.word('by_country') is not null then
    rows := array(select p from kernel.proceeding p where not p.final
      and (wanted is null or p.procedure = wanted)
      and p.danger <= after_danger and (p.danger < after_danger or (p.due, p.id) > (after_due, after_id))
      order by p.danger desc, p.due, p.id limit most);
  end if;
  select json_agg(json_build_object('row', row_to_json(r), 'why', case when r.worker = (actor ->> 'appointment')::uuid then 'mine' else 'desk' end)
      order by r.danger desc, r.due, r.id), array_agg(r.id)
    into items, page from unnest(rows) r;
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (at, acting, (actor ->> 'appointment')::uuid, (actor ->> 'person')::uuid, 'list', null, route, coalesce(cardinality(page), 0));
  return json_build_object('actor', actor, 'items', items, 'records', kernel.page_records(page));
end $$;

-- Deadlines that passed, for the tick. Only the clock's own session sees them all.
create function kernel.late(token bytea, at timestamptz, most integer) returns jsonb language plpgsql as $$
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
      -- Nothing stays with a worker whose appointment has ended.
      (select p.id from kernel.appointment a join kernel.proceeding p on p.worker = a.id and not p.final
       where a.until <= at limit most)) l));
end $$;
revoke all on function kernel.my_day(bytea, timestamptz, smallint, timestamptz, uuid, integer, text),
  kernel.list_open(bytea, timestamptz, text, text, smallint, timestamptz, uuid, integer, text), kernel.late(bytea, timestamptz, integer) from public;
grant execute on function kernel.page_records(uuid[]), kernel.my_day(bytea, timestamptz, smallint, timestamptz, uuid, integer, text),
  kernel.list_open(bytea, timestamptz, text, text, smallint, timestamptz, uuid, integer, text), kernel.late(bytea, timestamptz, integer) to qorgan_app;

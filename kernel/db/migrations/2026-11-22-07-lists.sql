-- Lists: keyset pages by danger, due and id, each over an index that begins with what decides. One look per list.
create function kernel.day_row(p kernel.proceeding, why text) returns jsonb language sql stable as $$
  select jsonb_build_object('row', to_jsonb(p), 'why', why,
    'records', (select coalesce(jsonb_agg(jsonb_build_array(r.proceeding, r.kind, r.body)), '[]') from kernel.record r where r.proceeding = p.id))
$$;

-- What the acting appointment must do: its own, and what was escalated to it.
-- `after_*` are the last row's danger, due and id of the page before; null for the first page.
create function kernel.my_day(token bytea, at timestamptz, after_danger smallint, after_due timestamptz, after_id uuid, most integer, route text)
returns jsonb language plpgsql as $$
declare actor jsonb; me uuid; items jsonb;
begin
  actor := kernel.enter(token, at);
  if actor is null then return '{}'; end if;
  me := (actor ->> 'appointment')::uuid;
  select coalesce(jsonb_agg(kernel.day_row(x.p, x.why) order by (x.p).danger desc, (x.p).due, (x.p).id), '[]') into items from (
    select u.p, u.why from (
      (select p, 'mine' as why from kernel.proceeding p where p.worker = me and not p.final
         and (after_id is null or (p.danger <= after_danger and (p.danger < after_danger or (p.due, p.id) > (after_due, after_id))))
       order by p.danger desc, p.due, p.id limit most)
      union all
      (select p, 'escalated' from kernel.proceeding p where p.escalated_to = me and p.worker <> me and not p.final
         and (after_id is null or (p.danger <= after_danger and (p.danger < after_danger or (p.due, p.id) > (after_due, after_id))))
       order by p.danger desc, p.due, p.id limit most)
    ) u order by (u.p).danger desc, (u.p).due, (u.p).id limit most
  ) x;
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (at, actor ->> 'role', me, (actor ->> 'person')::uuid, 'list', null, route, jsonb_array_length(items));
  return jsonb_build_object('actor', actor, 'items', items);
end $$;

-- Open proceedings of a scope: desk (the caller's own organisation and role), district, region or country.
-- A null procedure means all. The scope only chooses the index; what is seen is row-level security's to say.
create function kernel.list_open(token bytea, at timestamptz, scope text, wanted text, after_danger smallint, after_due timestamptz, after_id uuid, most integer, route text)
returns jsonb language plpgsql as $$
declare actor jsonb; items jsonb; place text; condition text;
begin
  actor := kernel.enter(token, at);
  if actor is null then return '{}'; end if;
  condition := case scope
    when 'desk' then 'p.organisation = $1::uuid and p.role = $2'
    when 'district' then 'p.district = $1 and $2::text is not null'
    when 'region' then 'p.region = $1 and $2::text is not null'
    when 'country' then '($1::text is null or true) and $2::text is not null' end;
  place := case scope when 'desk' then actor ->> 'organisation' when 'district' then actor ->> 'district' when 'region' then actor ->> 'region' end;
  execute 'select coalesce(jsonb_agg(kernel.day_row(x.p, case when (x.p).worker = $3 then ''mine'' else ''desk'' end)
             order by (x.p).danger desc, (x.p).due, (x.p).id), ''[]'') from (
      select p from kernel.proceeding p where ' || condition || ' and not p.final'
      || case when wanted is null then '' else ' and p.procedure = $4' end
      || case when after_id is null then '' else ' and (p.danger <= $5 and (p.danger < $5 or (p.due, p.id) > ($6, $7)))' end
      || ' order by p.danger desc, p.due, p.id limit $8) x'
    into items using place, actor ->> 'role', (actor ->> 'appointment')::uuid, wanted, after_danger, after_due, after_id, most;
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (at, actor ->> 'role', (actor ->> 'appointment')::uuid, (actor ->> 'person')::uuid, 'list', null, route, jsonb_array_length(items));
  return jsonb_build_object('actor', actor, 'items', items);
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
      (select d.proceeding from kernel.deadline d where d.state = 'paused' and d.paused_until <= at order by d.paused_until limit most)) l));
end $$;
revoke all on function kernel.my_day(bytea, timestamptz, smallint, timestamptz, uuid, integer, text),
  kernel.list_open(bytea, timestamptz, text, text, smallint, timestamptz, uuid, integer, text), kernel.late(bytea, timestamptz, integer) from public;
grant execute on function kernel.day_row(kernel.proceeding, text), kernel.my_day(bytea, timestamptz, smallint, timestamptz, uuid, integer, text),
  kernel.list_open(bytea, timestamptz, text, text, smallint, timestamptz, uuid, integer, text), kernel.late(bytea, timestamptz, integer) to qorgan_app;

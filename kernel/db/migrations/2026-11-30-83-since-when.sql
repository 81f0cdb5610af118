-- Since when the term runs that a row of my day names: which value of it applies, and so the rule behind it, depends on that.
create function kernel.page_started(page uuid[]) returns json language plpgsql stable as $$
begin
  return (select json_agg(json_build_array(d.proceeding, d.term, d.due_at, d.started_at)) from kernel.deadline d
    where d.proceeding = any (page) and d.state in ('running', 'paused'));
end $$;
grant execute on function kernel.page_started(uuid[]) to qorgan_app;

-- As before, and that.
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
  return json_build_object('actor', actor, 'items', items, 'records', kernel.page_records(page), 'started', kernel.page_started(page));
end $$;

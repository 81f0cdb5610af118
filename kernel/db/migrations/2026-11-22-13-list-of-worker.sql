-- What one person carries, within the scope it was counted in: the list behind a figure of the team. Keyset over
-- proceeding_worker; the scope is a plain column and row-level security still says what is seen. One look.
-- `at_least`: danger from this on; `raised`: only what was escalated. `after_*` as in my_day.
create function kernel.list_of_worker(token bytea, at timestamptz, scope text, wanted text, whose uuid, at_least smallint, raised boolean,
  after_danger smallint, after_due timestamptz, after_id uuid, most integer, route text)
returns json language plpgsql as $$
declare actor jsonb; items json; page uuid[];
begin
  actor := kernel.enter(token, at);
  if actor is null then return '{}'; end if;
  if after_id is null then after_danger := 4; after_due := '-infinity'; after_id := '00000000-0000-0000-0000-000000000000'; end if;
  select json_agg(json_build_object('row', row_to_json(x.p), 'why', case when whose = (actor ->> 'appointment')::uuid then 'mine' else 'desk' end)
      order by (x.p).danger desc, (x.p).due, (x.p).id), array_agg((x.p).id)
    into items, page from (
    select p from kernel.proceeding p where p.worker = whose and not p.final
      and (wanted is null or p.procedure = wanted) and p.danger >= at_least and (not raised or p.level > 0)
      and case scope
        when 'desk' then p.organisation = (actor ->> 'organisation')::uuid
        when 'district' then p.district = actor ->> 'district'
        when 'region' then p.region = actor ->> 'region'
        else true end
      and p.danger <= after_danger and (p.danger < after_danger or (p.due, p.id) > (after_due, after_id))
    order by p.danger desc, p.due, p.id limit most) x;
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (at, actor ->> 'role', (actor ->> 'appointment')::uuid, (actor ->> 'person')::uuid, 'list', null, route, coalesce(cardinality(page), 0));
  return json_build_object('actor', actor, 'items', items, 'records', kernel.page_records(page));
end $$;
revoke all on function kernel.list_of_worker(bytea, timestamptz, text, text, uuid, smallint, boolean, smallint, timestamptz, uuid, integer, text) from public;
grant execute on function kernel.list_of_worker(bytea, timestamptz, text, text, uuid, smallint, boolean, smallint, timestamptz, uuid, integer, text) to qorgan_app;

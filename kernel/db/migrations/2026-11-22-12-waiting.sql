-- What I wait for: open proceedings of others that grew out of open ones of mine. Invoker's rights: row-level security
-- says which of them are seen. Begins at my own few rows (proceeding_worker), then walks the links. One look.
create function kernel.waiting(token bytea, at timestamptz, most integer, route text) returns json language plpgsql as $$
declare actor jsonb; me uuid; items json; shown integer;
begin
  actor := kernel.enter(token, at);
  if actor is null then return '{}'; end if;
  me := (actor ->> 'appointment')::uuid;
  -- What two of mine wait for stands once, under the one that was opened first.
  select json_agg(json_build_object('row', row_to_json(w.p), 'from', json_build_object('proceeding', w.mine, 'label', w.label))
      order by (w.p).due, (w.p).id), count(*)
    into items, shown from (
    select one.* from (
      select distinct on (o.id) o as p, m.id as mine, m.label
      from (select p.id, p.label from kernel.proceeding p where p.worker = me and not p.final) m
        join kernel.link l on l.source = m.id
        join kernel.proceeding o on o.id = l.target
      where not o.final and o.worker <> me
      order by o.id, m.id) one
    order by (one.p).due, (one.p).id limit most) w;
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (at, actor ->> 'role', me, (actor ->> 'person')::uuid, 'list', null, route, shown);
  return json_build_object('actor', actor, 'items', items);
end $$;
revoke all on function kernel.waiting(bytea, timestamptz, integer, text) from public;
grant execute on function kernel.waiting(bytea, timestamptz, integer, text) to qorgan_app;

-- What is open at a house when one shift hands over to the next, of every desk in it, the most dangerous and the most pressing
-- first. Invoker's rights: row-level security says which of them are seen. Each desk by its own index (proceeding_desk). One look.
-- `may`: the roles that hand over; to others it is `missing`.
create function kernel.house_open(token bytea, at timestamptz, may text[], most integer, route text) returns json language plpgsql as $$
declare actor jsonb; house uuid; items json; shown integer;
begin
  actor := kernel.enter(token, at);
  if actor is null then return '{}'; end if;
  if actor ->> 'role' <> all (may) then return json_build_object('actor', actor, 'missing', true); end if;
  house := (actor ->> 'organisation')::uuid;
  select json_agg(row_to_json(x.p) order by (x.p).danger desc, (x.p).due, (x.p).id), count(*) into items, shown from (
    select d.p from (select distinct a.role from kernel.appointment a where a.organisation = house) r cross join lateral (
      select p from kernel.proceeding p where p.organisation = house and p.role = r.role and not p.final
      order by p.danger desc, p.due, p.id limit most) d
    order by (d.p).danger desc, (d.p).due, (d.p).id limit most) x;
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (at, actor ->> 'role', (actor ->> 'appointment')::uuid, (actor ->> 'person')::uuid, 'list', null, route, shown);
  return json_build_object('actor', actor, 'items', items);
end $$;
revoke all on function kernel.house_open(bytea, timestamptz, text[], integer, text) from public;
grant execute on function kernel.house_open(bytea, timestamptz, text[], integer, text) to qorgan_app;

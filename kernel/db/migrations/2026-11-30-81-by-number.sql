-- An appeal and a request are called by their number, which is their label: twelve digits in threes. Found by it, over an
-- index of those alone (length says which; a pattern would be no index's under row-level security). Invoker's rights:
-- what is not the caller's is not there. One look, that names what was found by its count alone.
create index proceeding_number on kernel.proceeding (label) where length(label) = 15;

create function kernel.by_number(token bytea, at timestamptz, wanted text, most integer, route text) returns json language plpgsql as $$
declare actor jsonb; items json; shown integer;
begin
  actor := kernel.enter(token, at);
  if actor is null then return '{}'; end if;
  select json_agg(row_to_json(f.p) order by (f.p).final, (f.p).opened_at desc, (f.p).id), count(*) into items, shown
    from (select p from kernel.proceeding p where p.label = wanted and length(p.label) = 15 order by p.final, p.opened_at desc, p.id limit most) f;
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (at, actor ->> 'role', (actor ->> 'appointment')::uuid, (actor ->> 'person')::uuid, 'search', null, route, shown);
  return json_build_object('actor', actor, 'items', items);
end $$;
revoke all on function kernel.by_number(bytea, timestamptz, text, integer, text) from public;
grant execute on function kernel.by_number(bytea, timestamptz, text, integer, text) to qorgan_app;

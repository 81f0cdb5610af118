-- What a step locks beyond the proceeding that its actor sees (what it is linked with, what else is about the child) is
-- loaded for the program's decisions, never for the actor. So it is given to the program alone: whoever holds the
-- application's login and somebody's session, and not the program's key, gets what that session sees, and no more.
drop function kernel.begin_step(bytea, timestamptz, uuid, uuid, uuid[]);
create function kernel.begin_step(token bytea, at timestamptz, call_key uuid, main uuid, subjects uuid[], program bytea default null) returns json
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare actor jsonb; k record; ids uuid[] := '{}';
begin
  actor := kernel.enter(token, at);
  if actor is null then return '{}'; end if;
  select i.request, i.status, i.proceeding, i.sequence into k
    from kernel.idempotency i where i.actor = current_setting('qorgan.actor', true) and i.key = call_key;
  if found then return json_build_object('actor', actor, 'replay', row_to_json(k)); end if;
  if main is not null or cardinality(subjects) > 0 then
    ids := kernel.lock_step(main, subjects);
    if ids is null then return json_build_object('actor', actor, 'missing', true); end if;
    if ids <> array[main] or cardinality(subjects) > 0 then perform kernel.demand_program(program); end if;
  end if;
  return kernel.load(actor, ids, subjects);
end $$;
revoke all on function kernel.begin_step(bytea, timestamptz, uuid, uuid, uuid[], bytea) from public;
grant execute on function kernel.begin_step(bytea, timestamptz, uuid, uuid, uuid[], bytea) to qorgan_app;

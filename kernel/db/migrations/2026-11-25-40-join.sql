-- A step may turn out to be about a subject (a child) that is known: then all proceedings about him are locked with it,
-- the open ones with what they are linked with, so that what would open another one is given to the open one.

-- What a step on `main`, about these subjects too, may write; in the order of ids.
create function kernel.family(main uuid, subjects uuid[]) returns uuid[] language plpgsql stable as $$
begin
  if cardinality(subjects) = 0 then return case when main is null then '{}' else kernel.closure(main) end; end if;
  return coalesce((
    with about as (select p.id, p.final from kernel.proceeding p where p.subject = any (subjects))
    select array_agg(distinct near.id order by near.id) from (
      select unnest(kernel.closure(main)) as id where main is not null
      union all select a.id from about a
      union all select unnest(kernel.closure(a.id)) from about a where not a.final) near), '{}');
end $$;

drop function kernel.lock_step(uuid);
-- Locks the proceeding of a step and all that belongs to it, in the order of ids, so that two agencies answering each
-- other never wait in a circle; asked again, when something came in between. Null where the caller does not see `main`.
create function kernel.lock_step(main uuid, subjects uuid[]) returns uuid[] language plpgsql as $$
declare p kernel.proceeding; ids uuid[]; again uuid[]; done text; about uuid;
begin
  -- Before any row: two reports about one child come after each other, also where nothing about him is open yet.
  for about in select distinct s from unnest(subjects) s order by s loop
    perform pg_advisory_xact_lock(hashtextextended('subject ' || about, 0));
  end loop;
  ids := kernel.family(main, subjects);
  loop
    perform 1 from kernel.proceeding where id = any (ids) order by id for update;
    again := kernel.family(main, subjects);
    exit when again = ids;
    ids := again;
  end loop;
  if main is not null then
    -- Judged as it is under the lock.
    select * into p from kernel.proceeding where id = main;
    if not found or not kernel.allows(p) then return null; end if;
  end if;
  done := set_config('qorgan.writing', array_to_string(ids, ','), true);
  done := set_config('qorgan.signature', kernel.context_mac(), true);
  return ids;
end $$;

-- Flight 1. `main` is null for a start; `subjects` whom the decision turned out to need as well, and their keys.
-- Answers {actor} and one of {replay}, {missing}, or what load() gives.
create or replace function kernel.begin_step(token bytea, at timestamptz, call_key uuid, main uuid, subjects uuid[]) returns json
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
  end if;
  return kernel.load(actor, ids, subjects);
end $$;

revoke all on function kernel.family(uuid, uuid[]), kernel.lock_step(uuid, uuid[]) from public, qorgan_app;

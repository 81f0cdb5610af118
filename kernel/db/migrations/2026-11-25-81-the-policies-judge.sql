-- Who sees a proceeding was said twice: in the policy `sees`, and in kernel.allows() for the functions that lock, save and
-- show with the owner's rights. Now those functions ask the policy itself, through a role that owns nothing, is held by
-- every policy of the program's, and cannot sign in (ADR 0004). What is judged here is what the policies say, no more.
do $$ begin
  if not exists (select from pg_roles where rolname = 'qorgan_judge') then
    raise exception 'the role qorgan_judge is missing: a superuser runs kernel/db/roles.sql once more, then migrate again';
  end if;
end $$;

-- Stays null where the caller does not see it, or it is not there.
create function kernel.judged(main uuid) returns kernel.proceeding
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare p kernel.proceeding;
begin
  select * into p from kernel.proceeding where id = main;
  return p;
end $$;

-- A line about each of these that the caller sees.
create function kernel.judged_lines(ids uuid[]) returns table (id uuid, line json)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select p.id, json_build_object('id', p.id, 'procedure', p.procedure, 'label', p.label, 'stage', p.stage, 'final', p.final)
    from kernel.proceeding p where p.id = any (ids);
end $$;

revoke all on function kernel.judged(uuid), kernel.judged_lines(uuid[]) from public, qorgan_app;
grant execute on function kernel.judged(uuid), kernel.judged_lines(uuid[]) to qorgan_owner;
grant usage, create on schema kernel to qorgan_judge;
alter function kernel.judged(uuid) owner to qorgan_judge;
alter function kernel.judged_lines(uuid[]) owner to qorgan_judge;
revoke create on schema kernel from qorgan_judge;

create or replace function kernel.look_at(at timestamptz, main uuid, route text) returns kernel.proceeding language plpgsql as $$
declare p kernel.proceeding := kernel.judged(main); seen boolean := p.id is not null;
begin
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (at, kernel.word('role'), kernel.one('appointment'), kernel.one('person'),
            case when seen then 'proceeding' else 'refused' end, main, route, case when seen then 1 else 0 end);
  return case when seen then p end;
end $$;

-- What a proceeding is linked with: the name, and of the other end a line where the caller sees it too.
create function kernel.links_of(main uuid) returns json language plpgsql stable as $$
declare others uuid[] := array(select case when l.source = main then l.target else l.source end from kernel.link l where l.source = main or l.target = main);
begin
  if cardinality(others) = 0 then return null; end if;
  return (select json_agg(json_build_object('name', l.name, 'source', l.source, 'target', l.target, 'other', o.line))
    from kernel.link l left join kernel.judged_lines(others) o on o.id = case when l.source = main then l.target else l.source end
    where l.source = main or l.target = main);
end $$;

create or replace function kernel.show(actor jsonb, at timestamptz, main uuid, route text) returns json language plpgsql as $$
declare p kernel.proceeding := kernel.look_at(at, main, route);
begin
  if p.id is null then return json_build_object('actor', actor, 'missing', true); end if;
  return json_build_object('actor', actor, 'proceedings', json_build_array(row_to_json(p)),
    -- Of what is seen, the classes that are the caller's: the policy of records would judge the proceeding once more.
    'records', (select json_agg(json_build_array(r.proceeding, r.kind, r.body)) from kernel.record r
      where r.proceeding = main and r.kind = any (kernel.list('kinds'))),
    'deadlines', (select json_agg(row_to_json(d) order by d.due_at) from kernel.deadline d where d.proceeding = main),
    'links', kernel.links_of(main),
    'entries', kernel.entries_of(main, null, kernel.story_page()),
    'keys', (select json_agg(json_build_object('subject', k.subject, 'wrapped', encode(k.wrapped, 'base64'), 'master', k.master))
      from kernel.subject_key k where k.subject = p.subject));
end $$;
revoke all on function kernel.links_of(uuid) from public;

create or replace function kernel.lock_step(main uuid, subjects uuid[]) returns uuid[] language plpgsql as $$
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
    p := kernel.judged(main);
    if p.id is null then return null; end if;
  end if;
  done := set_config('qorgan.writing', array_to_string(ids, ','), true);
  done := set_config('qorgan.signature', kernel.context_mac(), true);
  return ids;
end $$;

create or replace function kernel.leaf_of(token bytea, at timestamptz, asked_entry uuid, asked_look bigint, route text) returns json
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare actor jsonb := kernel.enter(token, at); about uuid; row json; f record;
begin
  if actor is null then return '{}'; end if;
  if asked_entry is not null then
    select e.proceeding into about from kernel.entry e where e.id = asked_entry;
    if (kernel.judged(about)).id is not null then
      select json_build_object('entry', e.id, 'hash', e.hash) into row from kernel.entry e where e.id = asked_entry;
    end if;
  else
    select json_build_object('look', kernel.look_line(l)) into row from kernel.look l where l.id = asked_look and l.person = kernel.one('person');
  end if;
  if row is null then
    insert into kernel.look (at, role, appointment, person, what, target, route, found)
      values (at, kernel.word('role'), kernel.one('appointment'), kernel.one('person'), 'refused', asked_entry, route, 0);
    return json_build_object('actor', actor, 'missing', true);
  end if;
  select x.number, encode(x.salt, 'hex') as salt into f from kernel.leaf x where x.entry = asked_entry or x.look = asked_look;
  return json_build_object('actor', actor, 'row', row, 'number', f.number, 'salt', f.salt);
end $$;

drop function kernel.allows(kernel.proceeding);

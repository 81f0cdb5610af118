-- Flight 1 of a step, and the save of flight 2. Policies hold for everyone; what every step and every read runs through
-- goes past them, since setting up a policy costs more than the row behind it. So there are definer functions which the
-- application may call, and no more than these: enter (who is it), begin_step, save, show_step, read_proceeding. Each
-- begins with enter(), or refuses without a verified context; the ids it works on are allowed by allows() (the words
-- of the policy), or stand in the signed context as `writing`. They give and take what the policies would.

-- A proceeding and all it is linked with, two hops; in the order of ids.
create function kernel.closure(main uuid) returns uuid[] language plpgsql stable as $$
begin
  if not exists (select 1 from kernel.link l where l.source = main) and not exists (select 1 from kernel.link l where l.target = main) then
    return array[main];
  end if;
  return (
    with recursive near(id, hop) as (
      select main, 0
      union
      select case when l.source = n.id then l.target else l.source end, n.hop + 1
      from near n join kernel.link l on l.source = n.id or l.target = n.id
      where n.hop < 2
    )
    select array_agg(distinct id order by id) from near);
end $$;

-- Does the caller see this proceeding? The words of the policy `sees`, for the definer functions, which no policy holds.
create function kernel.allows(p kernel.proceeding) returns boolean language plpgsql stable as $$
begin
  if p.id = any (kernel.ids('writing')) then return true; end if;
  if p.id = any (kernel.ids('conflicts')) then return false; end if;
  if p.organisation = kernel.one('organisation') and p.procedure = any (kernel.list('by_organisation')) then return true; end if;
  if not p.sealed then
    if p.district = kernel.word('district') and p.procedure = any (kernel.list('by_district')) then return true; end if;
    if p.region = kernel.word('region') and p.procedure = any (kernel.list('by_region')) then return true; end if;
    if p.procedure = any (kernel.list('by_country')) then return true; end if;
  end if;
  if p.id = kernel.one('own') and p.procedure = any (kernel.list('by_own')) then return true; end if;
  return exists (select 1 from kernel.access_grant g where g.proceeding = p.id
    and g.organisation = kernel.one('organisation') and g.until > kernel.word('at')::timestamptz);
end $$;

-- Locks the proceeding of a step and all it is linked with, in the order of ids, so that two agencies answering each
-- other never wait in a circle; asked again, when links came in between. Null where the caller does not see `main`.
create function kernel.lock_step(main uuid) returns uuid[] language plpgsql as $$
declare p kernel.proceeding; ids uuid[]; again uuid[]; done text;
begin
  ids := kernel.closure(main);
  loop
    perform 1 from kernel.proceeding where id = any (ids) order by id for update;
    again := kernel.closure(main);
    exit when again = ids;
    ids := again;
  end loop;
  -- Judged as it is under the lock.
  select * into p from kernel.proceeding where id = main;
  if not found or not kernel.allows(p) then return null; end if;
  done := set_config('qorgan.writing', array_to_string(ids, ','), true);
  done := set_config('qorgan.signature', kernel.context_mac(), true);
  return ids;
end $$;

-- Proceedings that come to be in this step belong to it.
create function kernel.opening(fresh uuid[]) returns void language plpgsql as $$
declare done text;
begin
  if exists (select 1 from kernel.proceeding where id = any (fresh)) then
    raise exception 'this proceeding exists' using errcode = '23505';
  end if;
  done := set_config('qorgan.writing', concat_ws(',', nullif(current_setting('qorgan.writing', true), ''), array_to_string(fresh, ',')), true);
  done := set_config('qorgan.signature', kernel.context_mac(), true);
end $$;

-- What a step decides on: everything of the proceedings it has locked, whoever they belong to.
-- `subjects`: keys the step turned out to need as well.
create function kernel.load(actor jsonb, ids uuid[], subjects uuid[]) returns json language plpgsql stable as $$
begin
  return json_build_object('actor', actor,
    'proceedings', (select json_agg(row_to_json(p)) from kernel.proceeding p where p.id = any (ids)),
    'records', (select json_agg(json_build_array(r.proceeding, r.kind, r.body)) from kernel.record r where r.proceeding = any (ids)),
    'deadlines', (select json_agg(row_to_json(d) order by d.due_at) from kernel.deadline d where d.proceeding = any (ids)),
    'links', (select json_agg(row_to_json(l)) from kernel.link l where l.source = any (ids) or l.target = any (ids)),
    'conflicts', (select json_agg(row_to_json(c)) from kernel.conflict c where c.proceeding = any (ids)),
    'keys', (select json_agg(json_build_object('subject', k.subject, 'wrapped', encode(k.wrapped, 'base64'), 'master', k.master))
             from kernel.subject_key k
             where k.subject = any (subjects || array(select p.subject from kernel.proceeding p where p.id = any (ids)))));
end $$;

-- Flight 1. `main` is null for a start. Answers {actor} and one of {replay}, {missing}, or what load() gives.
create function kernel.begin_step(token bytea, at timestamptz, call_key uuid, main uuid, subjects uuid[]) returns json
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare actor jsonb; k record; ids uuid[] := '{}';
begin
  actor := kernel.enter(token, at);
  if actor is null then return '{}'; end if;
  select i.request, i.status, i.proceeding, i.sequence into k
    from kernel.idempotency i where i.actor = current_setting('qorgan.actor', true) and i.key = call_key;
  if found then return json_build_object('actor', actor, 'replay', row_to_json(k)); end if;
  if main is not null then
    ids := kernel.lock_step(main);
    if ids is null then return json_build_object('actor', actor, 'missing', true); end if;
  end if;
  return kernel.load(actor, ids, subjects);
end $$;

-- Flight 2. One document in, every row out, or nothing. All of it belongs to proceedings of `writing`.
create function kernel.save(c jsonb) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare held uuid[];
begin
  if not kernel.context_ok() then raise exception 'no verified context' using errcode = '42501'; end if;
  if c ? 'opened' then
    perform kernel.opening((select array_agg((o ->> 'id')::uuid) from jsonb_array_elements(c -> 'opened') o));
    insert into kernel.proceeding select * from jsonb_populate_recordset(null::kernel.proceeding, c -> 'opened');
  end if;
  held := coalesce(kernel.ids('writing'), '{}');
  if exists (
    select 1 from jsonb_each(c) part(name, list), jsonb_array_elements(case jsonb_typeof(list) when 'array' then list else jsonb_build_array(list) end) item
    -- Each by the column it is written by, so that no other key of an item can speak for it; a link by both its ends.
    where name <> 'keys' and ((case when name in ('opened', 'changed') then item ->> 'id' when name = 'links' then item ->> 'source'
        else item ->> 'proceeding' end)::uuid = any (held) and (name <> 'links' or (item ->> 'target')::uuid = any (held))) is not true
  ) then raise exception 'not of this step' using errcode = '42501'; end if;
  if c ? 'changed' then
    update kernel.proceeding p set stage = u.stage, final = u.final, outcome = u.outcome, sequence = u.sequence, head = u.head,
        region = u.region, district = u.district, organisation = u.organisation, role = u.role, worker = u.worker,
        sealed = u.sealed, danger = u.danger, label = u.label, due = u.due, due_term = u.due_term, level = u.level,
        escalated_to = u.escalated_to, closed_at = u.closed_at, version = u.version
      from jsonb_populate_recordset(null::kernel.proceeding, c -> 'changed') u where p.id = u.id;
  end if;
  if c ? 'keys' then
    insert into kernel.subject_key (subject, wrapped, master)
      select (k ->> 'subject')::uuid, decode(k ->> 'wrapped', 'base64'), k ->> 'master' from jsonb_array_elements(c -> 'keys') k;
  end if;
  insert into kernel.entry (id, proceeding, sequence, at, header, payload, prev, hash)
    select (e ->> 'id')::uuid, (e ->> 'proceeding')::uuid, (e ->> 'sequence')::int, (e ->> 'at')::timestamptz, e ->> 'header',
           decode(e ->> 'payload', 'base64'), e ->> 'prev', e ->> 'hash'
    from jsonb_array_elements(c -> 'entries') e;
  if c ? 'records' then
    insert into kernel.record (proceeding, kind, body)
      select (r ->> 'proceeding')::uuid, r ->> 'kind', r -> 'body' from jsonb_array_elements(c -> 'records') r
    on conflict (proceeding, kind) do update set body = excluded.body;
  end if;
  if c ? 'deadlines' then
    insert into kernel.deadline as d select * from jsonb_populate_recordset(null::kernel.deadline, c -> 'deadlines')
    on conflict (id) do update set due_at = excluded.due_at, state = excluded.state, met_at = excluded.met_at,
      paused_until = excluded.paused_until, pause_reason = excluded.pause_reason where d.proceeding = excluded.proceeding;
  end if;
  if c ? 'links' then insert into kernel.link select * from jsonb_populate_recordset(null::kernel.link, c -> 'links') on conflict do nothing; end if;
  if c ? 'facts' then insert into kernel.fact select * from jsonb_populate_recordset(null::kernel.fact, c -> 'facts'); end if;
  if c ? 'conflicts' then insert into kernel.conflict select * from jsonb_populate_recordset(null::kernel.conflict, c -> 'conflicts') on conflict do nothing; end if;
  if c ? 'grants' then insert into kernel.access_grant select * from jsonb_populate_recordset(null::kernel.access_grant, c -> 'grants') on conflict do nothing; end if;
  -- A code opens to its holder, an applicant, the one proceeding of this step.
  if c ? 'codes' then
    insert into kernel.session (hash, role, proceeding, created_at, until)
      select decode(s ->> 'hash', 'hex'), 'applicant', (s ->> 'proceeding')::uuid, (s ->> 'at')::timestamptz, (s ->> 'until')::timestamptz
      from jsonb_array_elements(c -> 'codes') s;
  end if;
  if c ? 'call' then
    if c -> 'call' ->> 'actor' is distinct from kernel.word('actor') then raise exception 'not of this actor' using errcode = '42501'; end if;
    insert into kernel.idempotency select * from jsonb_populate_record(null::kernel.idempotency, c -> 'call');
  end if;
end $$;

-- What a caller sees of one proceeding, and the look that is part of it: records of the classes that are his, and of what
-- it is linked with no more than a line, and only of those he sees. A proceeding that is not his is `missing`.
create function kernel.show(actor jsonb, at timestamptz, main uuid, route text) returns json language plpgsql as $$
declare p kernel.proceeding; seen boolean;
begin
  select * into p from kernel.proceeding where id = main;
  seen := found and kernel.allows(p);
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (at, kernel.word('role'), kernel.one('appointment'), kernel.one('person'),
            case when seen then 'proceeding' else 'refused' end, main, route, case when seen then 1 else 0 end);
  if not seen then return json_build_object('actor', actor, 'missing', true); end if;
  return json_build_object('actor', actor, 'proceedings', json_build_array(row_to_json(p)),
    'records', (select json_agg(json_build_array(r.proceeding, r.kind, r.body)) from kernel.record r
      where r.proceeding = main and r.kind = any (kernel.list('kinds'))),
    'deadlines', (select json_agg(row_to_json(d) order by d.due_at) from kernel.deadline d where d.proceeding = main),
    'links', (select json_agg(json_build_object('name', l.name, 'source', l.source, 'target', l.target, 'other',
        case when kernel.allows(o) then json_build_object('id', o.id, 'procedure', o.procedure, 'label', o.label, 'stage', o.stage, 'final', o.final) end))
      from kernel.link l join kernel.proceeding o on o.id = case when l.source = main then l.target else l.source end
      where l.source = main or l.target = main),
    'entries', (select json_agg(json_build_object('header', e.header::json, 'payload', encode(e.payload, 'base64')) order by e.sequence desc)
      from (select header, payload, sequence from kernel.entry where proceeding = main order by sequence desc limit 200) e),
    'keys', (select json_agg(json_build_object('subject', k.subject, 'wrapped', encode(k.wrapped, 'base64'), 'master', k.master))
      from kernel.subject_key k where k.subject = p.subject));
end $$;

-- A read of one proceeding in one flight.
create function kernel.read_proceeding(token bytea, at timestamptz, main uuid, route text) returns json
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare actor jsonb := kernel.enter(token, at);
begin
  if actor is null then return '{}'; end if;
  return kernel.show(actor, at, main, route);
end $$;

-- What the caller sees after his step, in the step's own transaction: from here on again no more than what is his own,
-- and nothing that came to conflict with him.
create function kernel.show_step(at timestamptz, main uuid, route text) returns json
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare clashing text; done text;
begin
  if not kernel.context_ok() then raise exception 'no verified context' using errcode = '42501'; end if;
  if kernel.one('person') is not null then
    select string_agg(distinct k.proceeding::text, ',') into clashing
      from kernel.conflict k where k.person = kernel.one('person')
        or k.organisation = any (array(select a.organisation from kernel.appointment a
          where a.person = kernel.one('person') and a.since <= show_step.at and (a.until is null or show_step.at < a.until)));
  end if;
  done := set_config('qorgan.writing', '', true) || set_config('qorgan.conflicts', coalesce(clashing, ''), true);
  done := set_config('qorgan.signature', kernel.context_mac(), true);
  return kernel.show(null, at, main, route);
end $$;

-- Nobody calls what is not named here or elsewhere; above all not the inner rooms of the functions above.
revoke all on all functions in schema kernel from public;
grant execute on all functions in schema kernel to qorgan_app;
revoke all on function kernel.context_mac(), kernel.closure(uuid), kernel.allows(kernel.proceeding), kernel.lock_step(uuid), kernel.opening(uuid[]),
  kernel.load(jsonb, uuid[], uuid[]), kernel.show(jsonb, timestamptz, uuid, text) from qorgan_app;

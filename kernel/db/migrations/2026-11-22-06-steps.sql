-- Flight 1 of a step, and the save of flight 2. Both run with the caller's rights; the definer functions
-- below them are three: enter (who is it), widen (what does this step lock), opening (ids that come to be).

-- The proceedings a step on `main` locks: itself and all it is linked with, two hops. Only for one that the
-- caller sees: the check is made by the caller's own SELECT in begin_step before, and again here by the same policy's words.
create function kernel.closure(main uuid) returns uuid[] language sql stable security definer set search_path = kernel, pg_temp as $$
  with recursive near(id, hop) as (
    select main, 0
    union
    select case when l.source = n.id then l.target else l.source end, n.hop + 1
    from near n join kernel.link l on l.source = n.id or l.target = n.id
    where n.hop < 2
  )
  select array_agg(distinct id order by id) from near
$$;
revoke all on function kernel.closure(uuid) from public;

create function kernel.widen(main uuid) returns uuid[]
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare ids uuid[]; seen boolean;
begin
  if not kernel.context_ok() then raise exception 'no verified context' using errcode = '42501'; end if;
  ids := kernel.closure(main);
  perform kernel.put('writing', array_to_string(ids, ','));
  perform kernel.put('signature', kernel.context_mac());
  return ids;
end $$;

create function kernel.opening(fresh uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not kernel.context_ok() then raise exception 'no verified context' using errcode = '42501'; end if;
  if exists (select 1 from kernel.proceeding where id = any (fresh)) then
    raise exception 'this proceeding exists' using errcode = '23505';
  end if;
  perform kernel.put('writing', concat_ws(',', nullif(current_setting('qorgan.writing', true), ''), array_to_string(fresh, ',')));
  perform kernel.put('signature', kernel.context_mac());
end $$;
revoke all on function kernel.widen(uuid), kernel.opening(uuid[]) from public;
grant execute on function kernel.opening(uuid[]) to qorgan_app;

-- Lock in the order of ids, so that two agencies answering each other never wait in a circle.
-- Visible first under the caller's rights, then widened; asked again when links came in between.
create function kernel.lock_step(main uuid) returns uuid[]
language plpgsql as $$
declare ids uuid[]; again uuid[];
begin
  perform 1 from kernel.proceeding where id = main;
  if not found then return null; end if;
  ids := kernel.widen_visible(main);
  loop
    perform 1 from kernel.proceeding where id = any (ids) order by id for update;
    again := kernel.widen_visible(main);
    exit when again = ids;
    ids := again;
  end loop;
  return ids;
end $$;

-- widen() for the application: the definer asks, under the caller's own context, whether the caller sees it.
create function kernel.widen_visible(main uuid) returns uuid[]
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare p record; allowed boolean;
begin
  if not kernel.context_ok() then raise exception 'no verified context' using errcode = '42501'; end if;
  select * into p from kernel.proceeding where id = main;
  if not found then return null; end if;
  allowed := coalesce(p.id = any (kernel.ids('writing')), false) or (
    coalesce(p.id = any (kernel.ids('conflicts')), false) is not true and (
      coalesce(p.organisation = kernel.one('organisation') and p.procedure = any (kernel.list('by_organisation')), false)
      or (not p.sealed and (
        coalesce(p.district = kernel.word('district') and p.procedure = any (kernel.list('by_district')), false)
        or coalesce(p.region = kernel.word('region') and p.procedure = any (kernel.list('by_region')), false)
        or coalesce(p.procedure = any (kernel.list('by_country')), false)))
      or coalesce(p.id = kernel.one('own') and p.procedure = any (kernel.list('by_own')), false)
      or exists (select 1 from kernel.access_grant g where g.proceeding = p.id
                 and g.organisation = kernel.one('organisation') and g.until > kernel.word('at')::timestamptz)));
  if not allowed then raise exception 'not seen' using errcode = '42501'; end if;
  return kernel.widen(main);
end $$;
revoke all on function kernel.widen_visible(uuid) from public;
grant execute on function kernel.widen_visible(uuid) to qorgan_app;

create function kernel.load(ids uuid[], subjects uuid[]) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'proceedings', (select coalesce(jsonb_agg(to_jsonb(p)), '[]') from kernel.proceeding p where p.id = any (ids)),
    'records', (select coalesce(jsonb_agg(jsonb_build_array(r.proceeding, r.kind, r.body)), '[]') from kernel.record r where r.proceeding = any (ids)),
    'deadlines', (select coalesce(jsonb_agg(to_jsonb(d) order by d.due_at), '[]') from kernel.deadline d where d.proceeding = any (ids)),
    'links', (select coalesce(jsonb_agg(to_jsonb(l)), '[]') from kernel.link l where l.source = any (ids) or l.target = any (ids)),
    'conflicts', (select coalesce(jsonb_agg(to_jsonb(c)), '[]') from kernel.conflict c where c.proceeding = any (ids)),
    'keys', (select coalesce(jsonb_agg(jsonb_build_object('subject', k.subject, 'wrapped', encode(k.wrapped, 'base64'), 'master', k.master)), '[]')
             from kernel.subject_key k
             where k.subject = any (subjects) or k.subject in (select p.subject from kernel.proceeding p where p.id = any (ids))))
$$;

-- Flight 1. `main` is null for a start. Answers {actor} and one of {replay}, {missing}, or what load() gives.
create function kernel.begin_step(token bytea, at timestamptz, call_key uuid, main uuid, subjects uuid[]) returns jsonb
language plpgsql as $$
declare actor jsonb; k record; ids uuid[];
begin
  actor := kernel.enter(token, at);
  if actor is null then return '{}'; end if;
  select i.request, i.status, i.proceeding, i.sequence into k
    from kernel.idempotency i where i.actor = kernel.word('actor') and i.key = call_key;
  if found then return jsonb_build_object('actor', actor, 'replay', to_jsonb(k)); end if;
  if main is not null then
    ids := kernel.lock_step(main);
    if ids is null then return jsonb_build_object('actor', actor, 'missing', true); end if;
  end if;
  return jsonb_build_object('actor', actor) || kernel.load(coalesce(ids, '{}'), subjects);
end $$;

-- Flight 2. One document in, every row out, or nothing.
create function kernel.save(c jsonb) returns void language plpgsql as $$
begin
  if c ? 'opened' then
    perform kernel.opening((select array_agg((o ->> 'id')::uuid) from jsonb_array_elements(c -> 'opened') o));
    insert into kernel.proceeding select * from jsonb_populate_recordset(null::kernel.proceeding, c -> 'opened');
  end if;
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
    insert into kernel.deadline select * from jsonb_populate_recordset(null::kernel.deadline, c -> 'deadlines')
    on conflict (id) do update set due_at = excluded.due_at, state = excluded.state, met_at = excluded.met_at,
      paused_until = excluded.paused_until, pause_reason = excluded.pause_reason;
  end if;
  if c ? 'links' then insert into kernel.link select * from jsonb_populate_recordset(null::kernel.link, c -> 'links') on conflict do nothing; end if;
  if c ? 'facts' then insert into kernel.fact select * from jsonb_populate_recordset(null::kernel.fact, c -> 'facts'); end if;
  if c ? 'conflicts' then insert into kernel.conflict select * from jsonb_populate_recordset(null::kernel.conflict, c -> 'conflicts') on conflict do nothing; end if;
  if c ? 'grants' then insert into kernel.access_grant select * from jsonb_populate_recordset(null::kernel.access_grant, c -> 'grants') on conflict do nothing; end if;
  if c ? 'codes' then
    insert into kernel.session (hash, role, proceeding, created_at, until)
      select decode(s ->> 'hash', 'hex'), 'applicant', (s ->> 'proceeding')::uuid, (s ->> 'at')::timestamptz, (s ->> 'until')::timestamptz
      from jsonb_array_elements(c -> 'codes') s;
  end if;
  if c ? 'call' then
    insert into kernel.idempotency select * from jsonb_populate_record(null::kernel.idempotency, c -> 'call');
  end if;
end $$;

-- A read of one proceeding in one flight: context, rows as the caller sees them, and the look, which is part of the read.
create function kernel.read_proceeding(token bytea, at timestamptz, main uuid, route text) returns jsonb
language plpgsql as $$
declare actor jsonb; answer jsonb; p jsonb;
begin
  actor := kernel.enter(token, at);
  if actor is null then return '{}'; end if;
  select to_jsonb(x) into p from kernel.proceeding x where x.id = main;
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (at, actor ->> 'role', (actor ->> 'appointment')::uuid, (actor ->> 'person')::uuid,
            case when p is null then 'refused' else 'proceeding' end, main, route, case when p is null then 0 else 1 end);
  if p is null then return jsonb_build_object('actor', actor, 'missing', true); end if;
  return jsonb_build_object('actor', actor, 'proceedings', jsonb_build_array(p),
    'records', (select coalesce(jsonb_agg(jsonb_build_array(r.proceeding, r.kind, r.body)), '[]') from kernel.record r where r.proceeding = main),
    'deadlines', (select coalesce(jsonb_agg(to_jsonb(d) order by d.due_at), '[]') from kernel.deadline d where d.proceeding = main),
    'links', (select coalesce(jsonb_agg(jsonb_build_object('name', l.name, 'source', l.source, 'target', l.target,
        'other', (select jsonb_build_object('id', o.id, 'procedure', o.procedure, 'label', o.label, 'stage', o.stage, 'final', o.final)
                  from kernel.proceeding o where o.id = case when l.source = main then l.target else l.source end))), '[]')
      from kernel.link l where l.source = main or l.target = main),
    'entries', (select coalesce(jsonb_agg(jsonb_build_object('header', e.header, 'payload', encode(e.payload, 'base64')) order by e.sequence desc), '[]')
      from (select header, payload, sequence from kernel.entry where proceeding = main order by sequence desc limit 200) e),
    'keys', (select coalesce(jsonb_agg(jsonb_build_object('subject', k.subject, 'wrapped', encode(k.wrapped, 'base64'), 'master', k.master)), '[]')
             from kernel.subject_key k where k.subject = (p ->> 'subject')::uuid));
end $$;
grant execute on all functions in schema kernel to qorgan_app;
revoke all on function kernel.context_mac(), kernel.closure(uuid), kernel.widen(uuid) from qorgan_app;
revoke all on function kernel.context_mac(), kernel.closure(uuid), kernel.widen(uuid) from public;

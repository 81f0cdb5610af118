-- A pause adds its whole length to the due time when it begins. Ended early, it may add only what it took: so since when it is paused,
-- and when it would have fallen due, are kept beside it. Null where it never was.
alter table kernel.deadline add column paused_at timestamptz, add column due_before timestamptz;

-- kernel.save as it was; of a deadline that is there already it now also writes these two.
create or replace function kernel.save(c jsonb) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
      paused_until = excluded.paused_until, pause_reason = excluded.pause_reason, paused_at = excluded.paused_at, due_before = excluded.due_before
      where d.proceeding = excluded.proceeding;
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

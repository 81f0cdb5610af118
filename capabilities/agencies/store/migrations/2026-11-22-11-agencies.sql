-- The directory itself is the kernel's. Here: what organisations offer, and the one way to add a line to a roster.
create schema agencies;
grant usage on schema agencies to qorgan_app;

-- What a referral may ask of an organisation. No child is in it, so the application reads all of it.
create table agencies.service (
  id uuid primary key,
  organisation uuid not null references kernel.organisation,
  kind text not null,                       -- one of contract.ts, serviceKinds
  kk text not null, ru text not null, en text not null,
  age_from smallint not null default 0 check (age_from between 0 and 17),
  age_until smallint not null default 17 check (age_until between age_from and 17),  -- inclusive, in whole years
  capacity integer check (capacity > 0),    -- children at a time; null: not known
  ended_at timestamptz
);
create index on agencies.service (organisation);
create index on agencies.service (kind);
grant select on agencies.service to qorgan_app;

-- Adds one line to a roster of the caller's own house. The application may not write kernel.duty, so this function
-- is the owner's; it trusts nothing but the signed context: who heads the house, and which house it is.
-- The rules of form (length, phone) are domain/duty.ts; what must never be broken is asked here again.
-- The line's id is derived from actor and key, so that a repeat gives the same one.
-- Answers {id, repeated}, or {refused: code}; a clash with another line of the same person raises 23P01.
create function agencies.add_duty(call_key uuid, request_hash text, who uuid, second uuid, number text, begins timestamptz, finishes timestamptz)
returns jsonb language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare house uuid; moment timestamptz; first_role text; known record; hash text; fresh uuid;
begin
  if not kernel.context_ok() then raise exception 'no verified context' using errcode = '42501'; end if;
  house := kernel.one('organisation');
  moment := kernel.word('at')::timestamptz;
  if house is null or kernel.word('appointment') is null
     or kernel.word('role') not in ('shift-lead', 'district-head', 'region-head', 'committee-duty') then
    raise exception 'only a head adds to a roster' using errcode = '42501';
  end if;

  hash := encode(sha256(convert_to(kernel.word('actor') || '/' || call_key, 'UTF8')), 'hex');
  fresh := (substr(hash, 1, 12) || '8' || substr(hash, 14, 3) || '8' || substr(hash, 18, 15))::uuid;

  -- The key first: a repeat is answered as before, whatever has changed since.
  insert into kernel.idempotency (actor, key, request, status, proceeding, sequence, at)
    values (kernel.word('actor'), call_key, request_hash, 201, null, null, moment)
    on conflict do nothing;
  if not found then
    select i.request, i.proceeding into known from kernel.idempotency i
      where i.actor = kernel.word('actor') and i.key = call_key;
    if known.request is distinct from request_hash or known.proceeding is not null then
      return jsonb_build_object('refused', 'key-reused');
    end if;
    return jsonb_build_object('id', fresh, 'repeated', true);
  end if;

  select a.role into first_role from kernel.appointment a
    where a.id = who and a.organisation = house and a.since <= begins and (a.until is null or finishes <= a.until);
  if not found then return jsonb_build_object('refused', 'appointment'); end if;
  perform 1 from kernel.appointment a
    where a.id = second and a.organisation = house and a.role = first_role
      and a.since <= begins and (a.until is null or finishes <= a.until);
  if second is not null and not found then return jsonb_build_object('refused', 'deputy'); end if;
  if finishes <= moment then return jsonb_build_object('refused', 'past'); end if;

  insert into kernel.duty (id, role, organisation, appointment, deputy, phone, starts, ends)
    values (fresh, first_role, house, who, second, number, begins, finishes);
  return jsonb_build_object('id', fresh, 'repeated', false);
end $$;
revoke all on function agencies.add_duty(uuid, text, uuid, uuid, text, timestamptz, timestamptz) from public;
grant execute on function agencies.add_duty(uuid, text, uuid, uuid, text, timestamptz, timestamptz) to qorgan_app;

-- Who may come in is invited by a head: a link that works once and not for long. With it the invited sets a login, a
-- password and an application for codes. The same way back for whoever forgot or lost them: everything is set anew.
create table kernel.invitation (
  id uuid primary key,
  hash bytea not null unique,                -- SHA-256 of what the link carries
  person uuid not null references kernel.person,
  by_person uuid references kernel.person,   -- null: at the console of the machine
  created_at timestamptz not null,
  until timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create index on kernel.invitation (person) where used_at is null and revoked_at is null;
alter table kernel.invitation enable row level security; alter table kernel.invitation force row level security;

-- Keys that sign in without a password (WebAuthn). No secret: the public part only.
create table kernel.passkey (
  id text primary key,                       -- as the browser names it, base64url
  person uuid not null references kernel.person,
  public_key bytea not null,
  counter bigint not null,
  transports text not null,                  -- joined by commas
  device text check (length(device) <= 400),
  created_at timestamptz not null,
  used_at timestamptz
);
create index on kernel.passkey (person);
alter table kernel.passkey enable row level security; alter table kernel.passkey force row level security;

-- Inner room: an open invitation, or none.
create function kernel.open_invitation(link bytea, at timestamptz) returns kernel.invitation
language sql stable set search_path = pg_catalog, pg_temp as $$
  select i from kernel.invitation i where i.hash = link and i.used_at is null and i.revoked_at is null and at < i.until
$$;

-- `invited`: {id, hash, until} of the link, and {person, appointment}; for somebody new also {name, phone, role, organisation}.
-- Whether the head may invite this one the program has decided; the database asks for the program, and that the head is signed in.
create function kernel.invite(key bytea, token bytea, at timestamptz, invited jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare mine kernel.session := kernel.live_session(token, at); who uuid := (invited ->> 'person')::uuid; work uuid := (invited ->> 'appointment')::uuid;
begin
  perform kernel.demand_program(key);
  if mine.hash is null then return null; end if;
  if invited ? 'name' then
    insert into kernel.person (id, name, phone) values (who, invited ->> 'name', invited ->> 'phone') on conflict (id) do nothing;
    insert into kernel.appointment (id, person, role, organisation, region, district, since)
      select work, who, invited ->> 'role', o.id, o.region, o.district, at from kernel.organisation o where o.id = (invited ->> 'organisation')::uuid
      on conflict (id) do nothing;
  end if;
  perform from kernel.appointment a where a.id = work and a.person = who and (a.until is null or at < a.until);
  if not found then return false; end if;
  update kernel.invitation i set revoked_at = at where i.person = who and i.used_at is null and i.revoked_at is null;
  insert into kernel.invitation (id, hash, person, by_person, created_at, until)
    values ((invited ->> 'id')::uuid, decode(invited ->> 'hash', 'hex'), who, mine.person, at, (invited ->> 'until')::timestamptz);
  insert into kernel.security_event (at, what, person, by_person) values (at, 'invited', who, mine.person);
  return true;
end $$;

create function kernel.look_invitation(key bytea, link bytea, at timestamptz) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare i kernel.invitation := kernel.open_invitation(link, at);
begin
  perform kernel.demand_program(key);
  if i.id is null then return null; end if;
  return (select jsonb_build_object('person', p.id, 'name', p.name, 'login', p.login, 'until', i.until,
    'directory', (select v.version from kernel.directory_version v)) from kernel.person p where p.id = i.person);
end $$;

-- Everything anew: what was known before, and every session, key and open link with it, is worth nothing from now on.
-- `accepted`: {login, password, totp, step, recovery: [hash]}. Answers {person}, or {refused}.
create function kernel.accept_invitation(key bytea, link bytea, at timestamptz, accepted jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare i kernel.invitation;
begin
  perform kernel.demand_program(key);
  perform from kernel.invitation o where o.hash = link for update;
  i := kernel.open_invitation(link, at);
  if i.id is null then return jsonb_build_object('refused', 'gone'); end if;
  begin
    update kernel.person p set login = accepted ->> 'login' where p.id = i.person and p.login is distinct from accepted ->> 'login';
  exception when unique_violation then
    return jsonb_build_object('refused', 'login-taken');
  end;
  insert into kernel.credential (person, password, totp, totp_step, changed_at)
    values (i.person, accepted ->> 'password', decode(accepted ->> 'totp', 'base64'), (accepted ->> 'step')::bigint - 1, at)
    on conflict (person) do update set password = excluded.password, totp = excluded.totp, totp_step = excluded.totp_step, changed_at = at, locked_at = null;
  delete from kernel.recovery_code r where r.person = i.person;
  insert into kernel.recovery_code (person, hash) select i.person, decode(r, 'hex') from jsonb_array_elements_text(accepted -> 'recovery') r;
  delete from kernel.passkey k where k.person = i.person;
  update kernel.session s set ended_at = at where s.person = i.person and s.ended_at is null;
  update kernel.invitation o set used_at = at where o.id = i.id;
  delete from kernel.sign_in_try t where t.kind = 'account' and t.hash = sha256(convert_to(accepted ->> 'login', 'UTF8'));
  insert into kernel.security_event (at, what, person, by_person, way) values (at, 'credential-set', i.person, i.by_person, 'password');
  return jsonb_build_object('person', i.person);
end $$;

-- How those of some appointments sign in: none, invited, active, locked. For whoever is signed in.
create function kernel.sign_in_states(key bytea, token bytea, at timestamptz, persons uuid[]) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare mine kernel.session := kernel.live_session(token, at);
begin
  perform kernel.demand_program(key);
  if mine.hash is null then return null; end if;
  return coalesce((select jsonb_object_agg(p.id, case when c.locked_at is not null then 'locked'
      when exists (select 1 from kernel.invitation i where i.person = p.id and i.used_at is null and i.revoked_at is null and at < i.until) then 'invited'
      when c.person is not null then 'active' else 'none' end)
    from unnest(persons) as p(id) left join kernel.credential c on c.person = p.id), '{}');
end $$;

-- Keeps somebody out at once, or lets him in again.
create function kernel.lock_person(key bytea, token bytea, at timestamptz, who uuid, locks boolean) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare mine kernel.session := kernel.live_session(token, at);
begin
  perform kernel.demand_program(key);
  if mine.hash is null then return null; end if;
  update kernel.credential c set locked_at = case when locks then coalesce(c.locked_at, at) end where c.person = who;
  if locks then
    update kernel.session s set ended_at = at where s.person = who and s.ended_at is null;
    update kernel.invitation i set revoked_at = at where i.person = who and i.used_at is null and i.revoked_at is null;
  end if;
  insert into kernel.security_event (at, what, person, by_person) values (at, case when locks then 'locked' else 'unlocked' end, who, mine.person);
  return true;
end $$;

revoke all on function kernel.open_invitation(bytea, timestamptz), kernel.invite(bytea, bytea, timestamptz, jsonb), kernel.look_invitation(bytea, bytea, timestamptz),
  kernel.accept_invitation(bytea, bytea, timestamptz, jsonb), kernel.sign_in_states(bytea, bytea, timestamptz, uuid[]),
  kernel.lock_person(bytea, bytea, timestamptz, uuid, boolean) from public;
grant execute on function kernel.invite(bytea, bytea, timestamptz, jsonb), kernel.look_invitation(bytea, bytea, timestamptz),
  kernel.accept_invitation(bytea, bytea, timestamptz, jsonb), kernel.sign_in_states(bytea, bytea, timestamptz, uuid[]),
  kernel.lock_person(bytea, bytea, timestamptz, uuid, boolean) to qorgan_app;

-- What people sign in with. The application has no right to any of these tables: it calls a short list of functions,
-- and those that read a password's hash or open a session ask for the program's own key, of which the database keeps
-- only the SHA-256 (kernel.setting, written by the owner). The application's login alone signs nobody in.

create function kernel.demand_program(key bytea) returns void
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if not coalesce((select value = encode(sha256(key), 'hex') from kernel.setting where name = 'program-key'), false) then
    raise exception 'this needs the key of the program' using errcode = '42501';
  end if;
end $$;
revoke all on function kernel.demand_program(bytea) from public;

create table kernel.credential (
  person uuid primary key references kernel.person,
  password text,                             -- argon2id, as a PHC string; null: signs in through the organisation's own sign-in
  totp bytea,                                -- sealed under the master key, bound to the person
  totp_step bigint not null default 0,       -- the last step of time whose code was used: no code twice
  locked_at timestamptz,
  changed_at timestamptz not null,
  check ((password is null) = (totp is null))
);
create table kernel.recovery_code (
  person uuid not null references kernel.person,
  hash bytea not null,                       -- SHA-256 of person and code
  used_at timestamptz,
  primary key (person, hash)
);

-- Who, what, when; no secret is ever in it. Appended, never changed.
create table kernel.security_event (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  what text not null check (what ~ '^[a-z][a-z-]*$'),
  person uuid references kernel.person,      -- whom it concerns; null: a login that nobody has
  by_person uuid references kernel.person,   -- who did it, where that is somebody else
  way text,                                  -- password, recovery, passkey, organisation
  address text                               -- of the network
);
create index on kernel.security_event (person, at);
create trigger append_only before update or delete on kernel.security_event for each row execute function kernel.append_only();
create trigger never_emptied before truncate on kernel.security_event for each statement execute function kernel.append_only();

-- Tries that have not (yet) succeeded, by account and by address, both only as hashes: also for logins that nobody has.
create table kernel.sign_in_try (
  kind text not null check (kind in ('account', 'address')),
  hash bytea not null,
  failures integer not null,
  last_at timestamptz not null,
  blocked_until timestamptz,
  primary key (kind, hash)
);
create index on kernel.sign_in_try (last_at);

alter table kernel.credential enable row level security; alter table kernel.credential force row level security;
alter table kernel.recovery_code enable row level security; alter table kernel.recovery_code force row level security;
alter table kernel.security_event enable row level security; alter table kernel.security_event force row level security;
alter table kernel.sign_in_try enable row level security; alter table kernel.sign_in_try force row level security;

-- What a session knows beside who acts. `until` is the nearer of both limits and moves while one works (kernel.touch_session);
-- `absolute_until` never moves. A session without it has one limit only, as the demo's.
alter table kernel.session
  add column id uuid not null default gen_random_uuid() unique,
  add column way text,                       -- how it was opened; null: demo, applicant, clock
  add column device text check (length(device) <= 400),
  add column last_used timestamptz,
  add column absolute_until timestamptz,
  add column stepped_up_at timestamptz;      -- when its holder last proved who he is
create index on kernel.session (person) where ended_at is null and person is not null;

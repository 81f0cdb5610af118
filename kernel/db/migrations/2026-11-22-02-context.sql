-- The context: who acts in this transaction. It is verified against the session, written into settings and
-- signed; the signature is bound to the backend and the transaction's start, so that settings written by hand,
-- or copied from another transaction, are worth nothing.
create table kernel.secret (name text primary key, value bytea not null);
insert into kernel.secret values
  ('inner', sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'))),
  ('outer', sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));

create table kernel.session (
  hash bytea primary key,                    -- SHA-256 of the token; the token itself is nowhere
  role text not null,
  person uuid references kernel.person,
  appointment uuid references kernel.appointment,
  proceeding uuid,                           -- an applicant's one appeal
  created_at timestamptz not null,
  until timestamptz not null,
  ended_at timestamptz,
  check ((appointment is null) = (person is null)),
  check (appointment is not null or role in ('applicant', 'clock'))
);
create index on kernel.session (appointment) where ended_at is null;
create index on kernel.session (proceeding) where proceeding is not null;

-- What a role reads, compiled from the declarations of procedures by `installRules`: lists joined by commas.
create table kernel.role_rule (
  role text primary key,
  by_organisation text not null default '',
  by_district text not null default '',
  by_region text not null default '',
  by_country text not null default '',
  by_own text not null default '',
  kinds text not null default ''             -- classes of fields: procedure/class
);
create table kernel.conflict (
  proceeding uuid not null,
  person uuid references kernel.person,
  organisation uuid references kernel.organisation,
  at timestamptz not null,
  check (num_nonnulls(person, organisation) = 1),
  unique nulls not distinct (proceeding, person, organisation)
);
create index on kernel.conflict (person) where person is not null;
create index on kernel.conflict (organisation) where organisation is not null;

create function kernel.context_mac() returns text language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare inner_key bytea; outer_key bytea;
begin
  select value into inner_key from kernel.secret where name = 'inner';
  select value into outer_key from kernel.secret where name = 'outer';
  return encode(sha256(outer_key || sha256(inner_key || convert_to(concat_ws(E'\x1f',
    pg_backend_pid(), extract(epoch from now()),
    current_setting('qorgan.role', true), current_setting('qorgan.actor', true), current_setting('qorgan.person', true),
    current_setting('qorgan.appointment', true), current_setting('qorgan.organisation', true),
    current_setting('qorgan.region', true), current_setting('qorgan.district', true), current_setting('qorgan.own', true),
    current_setting('qorgan.at', true),
    current_setting('qorgan.by_organisation', true), current_setting('qorgan.by_district', true),
    current_setting('qorgan.by_region', true), current_setting('qorgan.by_country', true), current_setting('qorgan.by_own', true),
    current_setting('qorgan.kinds', true), current_setting('qorgan.conflicts', true), current_setting('qorgan.writing', true)
  ), 'UTF8'))), 'hex');
end $$;

-- The only question policies ask before they look at a setting.
create function kernel.context_ok() returns boolean language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce(current_setting('qorgan.signature', true) = kernel.context_mac(), false);
end $$;

create function kernel.one(name text) returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('qorgan.' || name, true), '')::uuid $$;
create function kernel.word(name text) returns text language sql stable parallel safe as
  $$ select nullif(current_setting('qorgan.' || name, true), '') $$;
create function kernel.list(name text) returns text[] language sql stable parallel safe as
  $$ select string_to_array(coalesce(current_setting('qorgan.' || name, true), ''), ',') $$;
create function kernel.ids(name text) returns uuid[] language sql stable parallel safe as
  $$ select string_to_array(nullif(current_setting('qorgan.' || name, true), ''), ',')::uuid[] $$;

create function kernel.put(name text, value text) returns void language sql as
  $$ select set_config('qorgan.' || name, coalesce(value, ''), true) $$;

-- Verifies the session and sets the signed context. A null token is `anyone`, who reads nothing.
-- Answers the actor, or null when the session is not (or no longer) good.
create function kernel.enter(token bytea, at timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare s record; a record; r record; clashing text;
begin
  if token is null then
    select 'anyone' as role, null::uuid as person, null::uuid as appointment, null::uuid as proceeding into s;
  else
    select session.role, session.person, session.appointment, session.proceeding into s
      from kernel.session where hash = sha256(token) and ended_at is null and at < until;
    if not found then return null; end if;
  end if;
  if s.appointment is not null then
    select ap.organisation, ap.region, ap.district, p.name into a
      from kernel.appointment ap join kernel.person p on p.id = ap.person
      where ap.id = s.appointment and ap.since <= at and (ap.until is null or at < ap.until);
    if not found then return null; end if;
    select string_agg(distinct c.proceeding::text, ',') into clashing
      from kernel.conflict c where c.person = s.person or c.organisation = a.organisation;
  else
    select null::uuid as organisation, null::text as region, null::text as district, null::text as name into a;
  end if;
  select * into r from kernel.role_rule where role = s.role;
  perform kernel.put('role', s.role), kernel.put('person', s.person::text), kernel.put('appointment', s.appointment::text),
    kernel.put('actor', coalesce(s.appointment::text, s.role || coalesce(':' || s.proceeding::text, ''))),
    kernel.put('organisation', a.organisation::text), kernel.put('region', a.region), kernel.put('district', a.district),
    kernel.put('own', s.proceeding::text), kernel.put('at', at::text),
    kernel.put('by_organisation', r.by_organisation), kernel.put('by_district', r.by_district),
    kernel.put('by_region', r.by_region), kernel.put('by_country', r.by_country), kernel.put('by_own', r.by_own),
    kernel.put('kinds', r.kinds), kernel.put('conflicts', clashing), kernel.put('writing', '');
  perform kernel.put('signature', kernel.context_mac());
  return jsonb_build_object('role', s.role, 'person', s.person, 'appointment', s.appointment, 'name', a.name,
    'organisation', a.organisation, 'region', a.region, 'district', a.district, 'proceeding', s.proceeding,
    'directory', (select version from kernel.directory_version));
end $$;

revoke all on function kernel.context_mac() from public;
revoke all on function kernel.enter(bytea, timestamptz) from public;
grant execute on function kernel.enter(bytea, timestamptz) to qorgan_app;

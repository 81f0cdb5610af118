-- The context: who acts in this transaction. It is verified against the session, written into settings and
-- signed; the signature is bound to the backend and the transaction's start, so that settings written by hand,
-- or copied from another transaction, are worth nothing.
create table kernel.secret (
  one boolean primary key default true check (one),
  inside bytea not null default sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')),
  outside bytea not null default sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'))
);
insert into kernel.secret default values;

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
  select k.inside, k.outside into inner_key, outer_key from kernel.secret k;
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

-- Verifies the session and sets the signed context. A null token is `anyone`, who reads nothing.
-- Answers the actor, or null when the session is not (or no longer) good.
-- Every call of the program begins here, so it is written for speed: two queries, and set_config without a wrapper.
create function kernel.enter(token bytea, at timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare s record; clashing text; done text;
begin
  if token is null then
    select 'anyone' as role, null::uuid as person, null::uuid as appointment, null::uuid as proceeding, null::uuid as acting,
        null::uuid as organisation, null::text as region, null::text as district, null::text as name,
        r.by_organisation, r.by_district, r.by_region, r.by_country, r.by_own, r.kinds, v.version
      into s from kernel.directory_version v left join kernel.role_rule r on r.role = 'anyone';
  else
    select x.role, x.person, x.appointment, x.proceeding, a.id as acting, a.organisation, a.region, a.district, p.name,
        r.by_organisation, r.by_district, r.by_region, r.by_country, r.by_own, r.kinds, v.version
      into s from kernel.session x
        cross join kernel.directory_version v
        left join kernel.appointment a on a.id = x.appointment and a.since <= at and (a.until is null or at < a.until)
        left join kernel.person p on p.id = a.person
        left join kernel.role_rule r on r.role = x.role
      where x.hash = sha256(token) and x.ended_at is null and at < x.until;
    if not found or s.acting is distinct from s.appointment then return null; end if;
  end if;
  if s.appointment is not null then
    select string_agg(distinct c.proceeding::text, ',') into clashing
      from kernel.conflict c where c.person = s.person
        -- Of every house he works in, whichever of them he acts for now: the head of an accused school may sit elsewhere too.
        or c.organisation = any (array(select a.organisation from kernel.appointment a
          where a.person = s.person and a.since <= enter.at and (a.until is null or enter.at < a.until)));
  end if;
  -- Assigned, not performed: a plain expression needs no executor.
  done := set_config('qorgan.role', s.role, true) || set_config('qorgan.person', coalesce(s.person::text, ''), true)
    || set_config('qorgan.appointment', coalesce(s.appointment::text, ''), true)
    || set_config('qorgan.actor', coalesce(s.appointment::text, s.role || coalesce(':' || s.proceeding::text, '')), true)
    || set_config('qorgan.organisation', coalesce(s.organisation::text, ''), true)
    || set_config('qorgan.region', coalesce(s.region, ''), true) || set_config('qorgan.district', coalesce(s.district, ''), true)
    || set_config('qorgan.own', coalesce(s.proceeding::text, ''), true) || set_config('qorgan.at', at::text, true)
    || set_config('qorgan.by_organisation', coalesce(s.by_organisation, ''), true)
    || set_config('qorgan.by_district', coalesce(s.by_district, ''), true) || set_config('qorgan.by_region', coalesce(s.by_region, ''), true)
    || set_config('qorgan.by_country', coalesce(s.by_country, ''), true) || set_config('qorgan.by_own', coalesce(s.by_own, ''), true)
    || set_config('qorgan.kinds', coalesce(s.kinds, ''), true) || set_config('qorgan.conflicts', coalesce(clashing, ''), true)
    || set_config('qorgan.writing', '', true);
  done := set_config('qorgan.signature', kernel.context_mac(), true);
  return jsonb_build_object('role', s.role, 'person', s.person, 'appointment', s.appointment, 'name', s.name,
    'organisation', s.organisation, 'region', s.region, 'district', s.district, 'proceeding', s.proceeding, 'directory', s.version);
end $$;

revoke all on function kernel.context_mac() from public;
revoke all on function kernel.enter(bytea, timestamptz) from public;
grant execute on function kernel.enter(bytea, timestamptz) to qorgan_app;

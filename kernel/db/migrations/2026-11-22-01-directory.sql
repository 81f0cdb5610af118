-- Who works where. No child and no appeal here, so the application may read all of it.
create schema kernel;
grant usage on schema kernel to qorgan_app;

create table kernel.region (
  code text primary key,              -- ISO 3166-2, KZ-75
  kato text not null unique,
  kk text not null, ru text not null, en text not null,
  population_2026 integer             -- null: not published
);
-- Where nobody has said yet; shown and counted as such, never guessed.
insert into kernel.region values ('KZ', '000000000', 'Орны әлі белгісіз', 'Место пока не названо', 'Place not known yet', null);
create table kernel.district (
  code text primary key,              -- KATO, nine digits
  region text not null references kernel.region,
  kk text not null, ru text not null, en text not null
);
create index on kernel.district (region);

create table kernel.organisation (
  id uuid primary key,
  kind text not null,
  parent uuid references kernel.organisation,
  region text references kernel.region,
  district text references kernel.district,
  kk text not null, ru text not null, en text not null,
  phone text,
  ended_at timestamptz
);
create index on kernel.organisation (kind, region, district);

create table kernel.person (
  id uuid primary key,
  name text not null check (length(name) between 1 and 400),
  phone text,
  login text unique
);

create table kernel.appointment (
  id uuid primary key,
  person uuid not null references kernel.person,
  role text not null,
  organisation uuid not null references kernel.organisation,
  region text references kernel.region,
  district text references kernel.district,
  since timestamptz not null,
  until timestamptz check (until > since),
  substitute uuid references kernel.appointment,
  away_from timestamptz,
  away_until timestamptz check (away_until > away_from)
);
create index on kernel.appointment (person);
create index on kernel.appointment (organisation, role);

-- A person answers at one place at a time for one role; gaps are shown, overlaps are not possible.
create extension if not exists btree_gist;
create table kernel.duty (
  id uuid primary key,
  role text not null,
  organisation uuid not null references kernel.organisation,
  appointment uuid not null references kernel.appointment,
  deputy uuid references kernel.appointment check (deputy <> appointment),
  phone text not null,
  starts timestamptz not null,
  ends timestamptz not null check (ends > starts),
  exclude using gist (appointment with =, organisation with =, tstzrange(starts, ends) with &&)
);
create index on kernel.duty (organisation, role, ends);

-- One row; every change of the directory raises it, and copies in memory know that they are old.
create table kernel.directory_version (version bigint not null);
insert into kernel.directory_version values (1);
create function kernel.directory_changed() returns trigger language plpgsql security definer set search_path = kernel, pg_temp as $$
begin
  update kernel.directory_version set version = version + 1;
  return null;
end $$;
create trigger changed after insert or update or delete on kernel.region for each statement execute function kernel.directory_changed();
create trigger changed after insert or update or delete on kernel.district for each statement execute function kernel.directory_changed();
create trigger changed after insert or update or delete on kernel.organisation for each statement execute function kernel.directory_changed();
create trigger changed after insert or update or delete on kernel.person for each statement execute function kernel.directory_changed();
create trigger changed after insert or update or delete on kernel.appointment for each statement execute function kernel.directory_changed();
create trigger changed after insert or update or delete on kernel.duty for each statement execute function kernel.directory_changed();

grant select on kernel.region, kernel.district, kernel.organisation, kernel.person, kernel.appointment, kernel.duty, kernel.directory_version to qorgan_app;

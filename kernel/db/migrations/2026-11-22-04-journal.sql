-- Entry format 1 (docs/adr/0002-entry-format-1.md). The header is stored as the exact text that was hashed.
create table kernel.entry (
  id uuid primary key,
  proceeding uuid not null references kernel.proceeding deferrable initially deferred,
  sequence integer not null,
  at timestamptz not null,
  header text not null,
  payload bytea not null,                       -- nonce ‖ ciphertext ‖ tag, AES-256-GCM under the subject's key
  prev text not null,
  hash text not null,
  unique (proceeding, sequence)
);
create table kernel.subject_key (
  subject uuid primary key,
  wrapped bytea,                                -- null once destroyed: then nobody reads the payloads again
  master text not null,                         -- id of the master key that wraps it
  destroyed_at timestamptz,
  check ((wrapped is null) = (destroyed_at is not null))
);
-- A look: who read what, when. Outside the chain, so that readers do not wait for each other.
create table kernel.look (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  role text not null,
  appointment uuid,
  person uuid,
  what text not null check (what in ('proceeding', 'list', 'search', 'child', 'refused', 'export')),
  target uuid,
  route text not null,
  found integer
);
create index on kernel.look (target, at);
create index on kernel.look (person, at);

-- Appended, never changed: not even the owner of the tables does it by mistake.
create function kernel.append_only() returns trigger language plpgsql as $$
begin
  raise exception 'append-only: % may not be changed', tg_table_name using errcode = '55000';
end $$;
create trigger append_only before update or delete on kernel.entry for each row execute function kernel.append_only();
create trigger append_only before update or delete on kernel.look for each row execute function kernel.append_only();
create trigger never_emptied before truncate on kernel.entry for each statement execute function kernel.append_only();
create trigger never_emptied before truncate on kernel.look for each statement execute function kernel.append_only();

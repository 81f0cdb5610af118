-- Lists of children that agencies hand in (docs/adr/0018). What lies here of a child is sealed under the list's own key, but
-- for what the register takes: then it stands in the register's own tables, and `source` says who brought it.
create table children.list (
  id uuid primary key references kernel.proceeding deferrable initially deferred,
  organisation uuid not null references kernel.organisation,   -- who handed it in
  appointment uuid not null references kernel.appointment,     -- who opened it
  person uuid not null references kernel.person,
  at timestamptz not null,
  file uuid,                                    -- the one that was taken; of several uploads the last
  plan jsonb,                                   -- columns, heading, delimiter, width: how its rows are read; no row
  phase text check (phase in ('preview', 'run')),
  state text not null check (state in ('open', 'going', 'stopped', 'taken-in', 'ended')),
  cursor integer not null default 0,            -- rows that are done, in the order of the file
  fresh integer not null default 0,
  known integer not null default 0,
  looked integer not null default 0,
  failed integer not null default 0,
  failures jsonb not null default '{}',         -- `column code` and how many rows
  holder uuid,                                  -- the process that works on it, and until when it is believed alive
  held_until timestamptz,
  until timestamptz,                            -- the failed rows are kept so long
  check (cursor = fresh + known + looked + failed),
  check (phase is null or (file is not null and plan is not null))
);
create index list_going on children.list (at) where state = 'going';
create index list_until on children.list (until) where until is not null;
create table children.list_file (
  id uuid primary key,
  list uuid not null references children.list,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),  -- of the bytes as they came in; null while they come
  at timestamptz not null
);
create index on children.list_file (list);
create index on children.list_file (sha256) where sha256 is not null;
create table children.list_part (
  file uuid not null references children.list_file,
  number integer not null,
  list uuid not null references children.list,
  sealed bytea not null,                        -- nonce ‖ ciphertext ‖ tag, AES-256-GCM, under the list's key
  primary key (file, number)
);
alter table children.list_part alter column sealed set storage external;
create index on children.list_part (list);
-- Rows that were not taken, of one batch: their cells and what is wrong, sealed as the file was.
create table children.list_failed (
  list uuid not null references children.list,
  phase text not null check (phase in ('preview', 'run')),
  first integer not null,
  sealed bytea not null,
  primary key (list, phase, first)
);
-- That an agency knows a child, under its own number where it has one; and which row said so, that it is not read twice.
create table children.source (
  organisation uuid not null references kernel.organisation,
  row_hash text not null check (row_hash ~ '^[0-9a-f]{64}$'),
  child uuid not null references children.child,
  list uuid not null references children.list,
  reference text check (length(reference) <= 100),
  looks_like uuid references children.child,    -- taken in as a child of his own, for a person to look at beside this one
  at timestamptz not null,
  primary key (organisation, row_hash)
);
create index on children.source (child);
create index on children.source (looks_like) where looks_like is not null;
create index on children.source (organisation, reference) where reference is not null;

alter table children.list enable row level security; alter table children.list force row level security;
alter table children.list_file enable row level security; alter table children.list_file force row level security;
alter table children.list_part enable row level security; alter table children.list_part force row level security;
alter table children.list_failed enable row level security; alter table children.list_failed force row level security;
alter table children.source enable row level security; alter table children.source force row level security;

-- Whoever sees the proceeding sees the list: its desk, the heads above, and the clock, which works on it.
create policy sees on children.list for select to qorgan_app using (
  (select kernel.context_ok()) and exists (select 1 from kernel.proceeding p where p.id = list.id));
create policy opens on children.list for insert to qorgan_app with check (
  (select kernel.context_ok()) and id = any ((select kernel.ids('writing'))::uuid[]) and state = 'open');
create policy changes on children.list for update to qorgan_app
  using ((select kernel.context_ok()) and (id = any ((select kernel.ids('writing'))::uuid[]) or (select kernel.word('role')) = 'clock'))
  with check ((select kernel.context_ok()));
do $$
declare t text;
begin
  foreach t in array array['list_file', 'list_part', 'list_failed'] loop
    execute format('create policy sees on children.%I for select to qorgan_app using ((select kernel.context_ok()) and exists (select 1 from children.list l where l.id = %I.list))', t, t);
    execute format('create policy ends on children.%I for delete to qorgan_app using ((select kernel.context_ok()) and (list = any ((select kernel.ids(''writing''))::uuid[]) or (select kernel.word(''role'')) = ''clock''))', t);
  end loop;
  -- An upload is no step yet; it may be sent while the list is open to one, by whoever keeps the register there.
  foreach t in array array['list_file', 'list_part'] loop
    execute format('create policy sends on children.%I for insert to qorgan_app with check ((select kernel.context_ok())
      and (select kernel.word(''role'')) in (''guardianship-specialist'', ''district-head'', ''region-head'', ''committee-duty'')
      and exists (select 1 from kernel.proceeding p where p.id = %I.list and p.stage in (''awaited'', ''mapping'', ''tried'')))', t, t);
  end loop;
end $$;
create policy notes on children.list_failed for insert to qorgan_app with check ((select kernel.context_ok()) and (select kernel.word('role')) = 'clock');
create policy completes on children.list_file for update to qorgan_app
  using ((select kernel.context_ok()) and sha256 is null and exists (select 1 from children.list l where l.id = list_file.list))
  with check ((select kernel.context_ok()));
-- By the card: who sees it sees which agencies know the child.
create policy sees on children.source for select to qorgan_app using (
  (select kernel.context_ok()) and exists (select 1 from children.child c where c.id = source.child));
grant select, insert, update on children.list to qorgan_app;
grant select, insert, delete on children.list_file, children.list_part, children.list_failed to qorgan_app;
grant update (sha256) on children.list_file to qorgan_app;
grant select on children.source to qorgan_app;

-- The step that takes a file: of this list, whole, by this hash; and none that the same agency handed in before.
create function children.list_take(which uuid, taken uuid, hash text) returns void language plpgsql as $$
begin
  if not exists (select 1 from children.list_file f where f.id = taken and f.list = which and f.sha256 = hash) then
    raise exception 'children.list-no-file' using errcode = 'QR409';
  end if;
  if exists (select 1 from children.list me join children.list l on l.organisation = me.organisation and l.id <> me.id and l.state = 'taken-in'
             join children.list_file f on f.id = l.file where me.id = which and f.sha256 = hash) then
    raise exception 'children.list-seen' using errcode = 'QR409';
  end if;
  update children.list l set file = taken, plan = null, phase = null, state = 'open', cursor = 0, fresh = 0, known = 0, looked = 0, failed = 0, failures = '{}' where l.id = which;
  delete from children.list_part p where p.list = which and p.file <> taken;
  delete from children.list_file f where f.list = which and f.id <> taken;
  delete from children.list_failed x where x.list = which;
end $$;

-- Rows are counted from the first again. `plan` null: as it was.
create function children.list_begin(which uuid, how text, planned jsonb) returns void language plpgsql as $$
begin
  delete from children.list_failed x where x.list = which;
  update children.list l set plan = coalesce(planned, l.plan), phase = how, state = 'going', cursor = 0, fresh = 0, known = 0, looked = 0, failed = 0, failures = '{}',
    holder = null, held_until = null where l.id = which;
end $$;

-- Over: the bytes go; of one that was taken in the line of the file stays, and the failed rows for some days.
create function children.list_end(which uuid, keep_until timestamptz) returns void language plpgsql as $$
begin
  delete from children.list_part p where p.list = which;
  delete from children.list_failed x where x.list = which and (keep_until is null or x.phase = 'preview');
  update children.list l set state = case when keep_until is null then 'ended' else 'taken-in' end, until = keep_until, holder = null, held_until = null where l.id = which;
end $$;

-- When the key of a list is destroyed, what was sealed under it goes; of a child, that agencies know him.
create function children.list_key_destroyed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  delete from children.source s where s.child = new.subject;
  update children.source s set looks_like = null where s.looks_like = new.subject;
  delete from children.list_part p where p.list = new.subject;
  delete from children.list_failed x where x.list = new.subject;
  update children.list l set plan = null, phase = null, failures = '{}', state = case when state = 'taken-in' then state else 'ended' end where l.id = new.subject;
  return null;
end $$;
create trigger destroyed_lists after update on kernel.subject_key for each row
  when (old.wrapped is not null and new.wrapped is null) execute function children.list_key_destroyed();

revoke all on function children.list_take(uuid, uuid, text), children.list_begin(uuid, text, jsonb), children.list_end(uuid, timestamptz), children.list_key_destroyed() from public;
grant execute on function children.list_take(uuid, uuid, text), children.list_begin(uuid, text, jsonb), children.list_end(uuid, timestamptz), children.list_key_destroyed() to qorgan_app;

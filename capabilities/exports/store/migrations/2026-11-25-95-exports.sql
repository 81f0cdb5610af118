-- Exports (docs/adr/0013): who took out what, for what; and for some hours the file itself, encrypted under a password that
-- nobody keeps. The lines stay, the files go.
create schema exports;
grant usage on schema exports to qorgan_app;

create table exports.export (
  id uuid primary key,
  number text not null unique,                  -- stands in every line of the file
  at timestamptz not null,
  role text not null,
  appointment uuid not null references kernel.appointment,
  person uuid not null references kernel.person,
  organisation uuid not null references kernel.organisation,
  what text not null check (what in ('proceeding', 'list')),
  scope text,
  purpose text not null,
  words text not null,
  rows integer not null,
  until timestamptz not null,
  most smallint not null,
  taken smallint not null default 0 check (taken <= most),
  sha256 text not null,                         -- of the file, hex
  key uuid not null,                            -- idempotency
  request text not null,
  unique (appointment, key),
  check ((what = 'list') = (scope is not null))
);
create index on exports.export (organisation, at desc);
create index on exports.export (appointment, at desc);

create table exports.content (
  export uuid primary key references exports.export,
  until timestamptz not null,
  file bytea not null                           -- zip, AES-256; to be had from here by its maker alone
);
alter table exports.content alter column file set storage external;
create index on exports.content (until);

-- What was in it.
create table exports.item (
  export uuid not null references exports.export,
  proceeding uuid not null references kernel.proceeding,
  primary key (proceeding, export)
);
create index on exports.item (export);

alter table exports.export enable row level security; alter table exports.export force row level security;
alter table exports.content enable row level security; alter table exports.content force row level security;
alter table exports.item enable row level security; alter table exports.item force row level security;

create policy own on exports.export for select to qorgan_app using (
  (select kernel.context_ok()) and appointment = (select kernel.one('appointment')));
create policy of_house on exports.export for select to qorgan_app using (
  (select kernel.context_ok()) and organisation = (select kernel.one('organisation'))
  and (select kernel.word('role')) in ('district-head', 'region-head', 'committee-duty'));
create policy makes on exports.export for insert to qorgan_app with check (
  (select kernel.context_ok()) and appointment = (select kernel.one('appointment')) and person = (select kernel.one('person'))
  and organisation = (select kernel.one('organisation')) and role = (select kernel.word('role')));
create policy counts on exports.export for update to qorgan_app
  using ((select kernel.context_ok()) and appointment = (select kernel.one('appointment')))
  with check ((select kernel.context_ok()) and appointment = (select kernel.one('appointment')));

create policy own on exports.content for select to qorgan_app using (
  (select kernel.context_ok()) and exists (select 1 from exports.export e where e.id = content.export and e.appointment = (select kernel.one('appointment'))));
create policy makes on exports.content for insert to qorgan_app with check (
  (select kernel.context_ok()) and exists (select 1 from exports.export e where e.id = content.export and e.appointment = (select kernel.one('appointment'))));
create policy ends on exports.content for delete to qorgan_app using (
  (select kernel.context_ok()) and exists (select 1 from exports.export e where e.id = content.export and e.appointment = (select kernel.one('appointment'))));
create policy clock_sees on exports.content for select to qorgan_app using ((select kernel.context_ok()) and (select kernel.word('role')) = 'clock');
create policy clock_ends on exports.content for delete to qorgan_app using ((select kernel.context_ok()) and (select kernel.word('role')) = 'clock');

create policy own on exports.item for select to qorgan_app using (
  (select kernel.context_ok()) and exists (select 1 from exports.export e where e.id = item.export and e.appointment = (select kernel.one('appointment'))));
create policy makes on exports.item for insert to qorgan_app with check (
  (select kernel.context_ok()) and exists (select 1 from exports.export e where e.id = item.export and e.appointment = (select kernel.one('appointment')))
  and exists (select 1 from kernel.proceeding p where p.id = item.proceeding));

grant select, insert on exports.export, exports.content, exports.item to qorgan_app;
grant update (taken) on exports.export to qorgan_app;
grant delete on exports.content to qorgan_app;

-- Writes an export, what is in it and its file; a look for each proceeding says for what, and by its route under which number.
create function exports.make(made jsonb, file bytea, items uuid[], route text) returns void language plpgsql as $$
declare x exports.export := jsonb_populate_record(null::exports.export, made);
begin
  insert into exports.export select x.*;
  insert into exports.content values (x.id, x.until, file);
  insert into exports.item select x.id, i from unnest(items) i;
  -- Of a list with nothing on it too.
  insert into kernel.look (at, role, appointment, person, what, target, route, found, purpose)
    select x.at, x.role, x.appointment, x.person, 'export', i, route || ' ' || x.number, cardinality(items), x.purpose from unnest(items || x.id) i;
end $$;

-- Gives the file to its maker, counts, and lets it go with the last time. Null where it is gone; no row where it is not his.
create function exports.fetch(token bytea, at timestamptz, which uuid, route text, out answer json, out file bytea) language plpgsql as $$
declare actor jsonb := kernel.enter(token, at); x exports.export; c exports.content;
begin
  if actor is null then answer := '{}'; return; end if;
  select * into x from exports.export e where e.id = which and e.appointment = kernel.one('appointment') for update;
  if x.id is not null then select * into c from exports.content k where k.export = which and k.until > at; end if;
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (at, actor ->> 'role', kernel.one('appointment'), kernel.one('person'), case when c.export is null then 'refused' else 'export' end, which,
            route, case when c.export is null then 0 else 1 end);
  answer := json_build_object('actor', actor, 'number', x.number, 'missing', x.id is null);
  if c.export is null then return; end if;
  update exports.export e set taken = e.taken + 1 where e.id = which;
  if x.taken + 1 >= x.most then delete from exports.content k where k.export = which; end if;
  file := c.file;
end $$;

-- The tick: files whose time is over.
create function exports.expire(token bytea, at timestamptz) returns integer language plpgsql as $$
declare gone integer;
begin
  if kernel.enter(token, at) is null then return null; end if;
  delete from exports.content c where c.until <= at;
  get diagnostics gone = row_count;
  return gone;
end $$;

-- Whose records are erased is in no file of ours any more, nor in what was said of it. Runs as whoever erases.
create function exports.key_destroyed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  delete from exports.content c using exports.item i, kernel.proceeding p where c.export = i.export and i.proceeding = p.id and p.subject = new.subject;
  update exports.export e set words = '', request = '' from exports.item i, kernel.proceeding p where e.id = i.export and i.proceeding = p.id and p.subject = new.subject;
  return null;
end $$;
create trigger destroyed_exports after update on kernel.subject_key for each row
  when (old.wrapped is not null and new.wrapped is null) execute function exports.key_destroyed();

revoke all on all functions in schema exports from public;
grant execute on function exports.make(jsonb, bytea, uuid[], text), exports.fetch(bytea, timestamptz, uuid, text), exports.expire(bytea, timestamptz) to qorgan_app;

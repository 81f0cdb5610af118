-- Erasure (docs/adr/0010): the key of a subject is destroyed, and with it, in the same transaction, goes every plain column
-- that holds something of him: the kernel's by the trigger below, a capability's by one of its own on the same table. So
-- whoever destroys a key destroys all of it, a restored backup too. What stays are ids, stages, times and coarse places;
-- the journal verifies as before, since its hashes are over ciphertext.
create table kernel.erasure (
  subject uuid primary key,
  at timestamptz not null,
  decided_in uuid                                -- the proceeding in which people decided it
);
create trigger append_only before update or delete on kernel.erasure for each row execute function kernel.append_only();
create trigger never_emptied before truncate on kernel.erasure for each statement execute function kernel.append_only();
alter table kernel.erasure enable row level security; alter table kernel.erasure force row level security;
-- The clock writes the list outside the database too, where a backup does not take it back.
create policy clock on kernel.erasure for select to qorgan_app using (
  (select kernel.context_ok()) and (select kernel.word('role')) = 'clock');
grant select on kernel.erasure to qorgan_app;

create function kernel.key_destroyed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  delete from kernel.record r using kernel.proceeding p where p.id = r.proceeding and p.subject = new.subject;
  delete from kernel.access_grant g using kernel.proceeding p where p.id = g.proceeding and p.subject = new.subject;
  update kernel.session s set ended_at = new.destroyed_at from kernel.proceeding p
    where p.id = s.proceeding and p.subject = new.subject and s.ended_at is null;
  update kernel.idempotency i set request = '' from kernel.proceeding p where p.id = i.proceeding and p.subject = new.subject;
  update kernel.proceeding p set label = '' where p.subject = new.subject;
  return null;
end $$;
create trigger destroyed after update on kernel.subject_key for each row
  when (old.wrapped is not null and new.wrapped is null) execute function kernel.key_destroyed();

-- What is destroyed stays destroyed.
create function kernel.key_stays_destroyed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'the key of % was destroyed', old.subject using errcode = '55000';
end $$;
create trigger stays before update on kernel.subject_key for each row
  when (old.wrapped is null and new.wrapped is not null) execute function kernel.key_stays_destroyed();
create trigger kept before delete on kernel.subject_key for each row execute function kernel.append_only();

-- Erases one subject, whatever is open about him: whoever calls it has asked. Again, it does nothing. For the owner, and
-- for functions that have asked; true where something was erased.
create function kernel.erase(who uuid, at timestamptz, decided uuid) returns boolean language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  insert into kernel.erasure (subject, at, decided_in) values (who, at, decided) on conflict do nothing;
  update kernel.subject_key k set wrapped = null, destroyed_at = at where k.subject = who and k.wrapped is not null;
  return found;
end $$;
revoke all on function kernel.key_destroyed(), kernel.key_stays_destroyed(), kernel.erase(uuid, timestamptz, uuid) from public;
grant execute on function kernel.key_destroyed(), kernel.key_stays_destroyed() to qorgan_app;

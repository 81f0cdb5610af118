-- When a key is destroyed: of a request, who asked, what was established and released; of a child, why nothing was released
-- about him, and which requests were about him.
create function representatives.key_destroyed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  delete from representatives.release r using kernel.proceeding p where p.id = r.proceeding and p.subject = new.subject;
  delete from representatives.checked c using kernel.proceeding p where p.id = c.proceeding and p.subject = new.subject;
  delete from representatives.bar b using kernel.proceeding p where p.id = b.proceeding and p.subject = new.subject;
  delete from representatives.bar b where b.child = new.subject;
  update representatives.checked c set child = null where c.child = new.subject;
  update representatives.receipt r set number = '' from kernel.proceeding p where p.id = r.proceeding and p.subject = new.subject;
  return null;
end $$;
create trigger destroyed_representatives after update on kernel.subject_key for each row
  when (old.wrapped is not null and new.wrapped is null) execute function representatives.key_destroyed();
revoke all on function representatives.key_destroyed() from public;
grant execute on function representatives.key_destroyed() to qorgan_app;

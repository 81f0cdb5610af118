-- When the key of an appeal is destroyed: its number, where it came from, and what its applicant is known again by.
create function helpline.key_destroyed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  delete from helpline.contact c using kernel.proceeding p where p.id = c.proceeding and p.subject = new.subject;
  update helpline.appeal a set number = '', source_ref = null from kernel.proceeding p where p.id = a.proceeding and p.subject = new.subject;
  return null;
end $$;
create trigger destroyed_helpline after update on kernel.subject_key for each row
  when (old.wrapped is not null and new.wrapped is null) execute function helpline.key_destroyed();
revoke all on function helpline.key_destroyed() from public;
grant execute on function helpline.key_destroyed() to qorgan_app;

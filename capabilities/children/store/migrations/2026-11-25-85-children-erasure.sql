-- When the key of a child is destroyed, his row in the register keeps his id and his coarse place, and nothing else. In the
-- rows of other children he is still a relative by his id, without a name.
create function children.key_destroyed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  delete from children.child_name n where n.child = new.subject;
  delete from children.child_group g where g.child = new.subject;
  delete from children.clash c where new.subject in (c.child, c.other);
  delete from children.relation r where r.child = new.subject;
  update children.relation r set name = null, phone = null where r.other = new.subject;
  update children.child c set born = null, born_precision = 'unknown', sex = null, iin = null, iin_reason = null, language = null,
    sign_language = false, interpreter = null, warnings = null, died_on = null where c.id = new.subject;
  return null;
end $$;
create trigger destroyed_children after update on kernel.subject_key for each row
  when (old.wrapped is not null and new.wrapped is null) execute function children.key_destroyed();
revoke all on function children.key_destroyed() from public;
grant execute on function children.key_destroyed() to qorgan_app;

-- Whoever says that a child is in the register must mean one who is: a slip in an id must not make a child of it.
-- Run in a step about this child, with the caller's own rights; raises what a missing foreign key raises.
create function children.expect(who uuid) returns void language plpgsql stable as $$
begin
  if not exists (select 1 from children.child c where c.id = who) then
    raise exception 'no such child' using errcode = '23503';
  end if;
end $$;
revoke all on function children.expect(uuid) from public;
grant execute on function children.expect(uuid) to qorgan_app;

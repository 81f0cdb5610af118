-- Idempotency rows live for a term (kernel.calls-kept), then the clock removes them, some at a time.
create function kernel.forget_calls(token bytea, now_ timestamptz, before timestamptz, most integer) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare gone integer;
begin
  if (kernel.enter(token, now_) ->> 'role') is distinct from 'clock' then raise exception 'only the clock forgets' using errcode = '42501'; end if;
  delete from kernel.idempotency i where i.ctid = any (array(
    select o.ctid from kernel.idempotency o where o.at < before order by o.at limit most for update skip locked));
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke all on function kernel.forget_calls(bytea, timestamptz, timestamptz, integer) from public;
grant execute on function kernel.forget_calls(bytea, timestamptz, timestamptz, integer) to qorgan_app;

-- So an erasure has nothing to do there, and what is closed for years is not looked for among the calls of this month.
create or replace function kernel.key_destroyed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  delete from kernel.record r using kernel.proceeding p where p.id = r.proceeding and p.subject = new.subject;
  delete from kernel.access_grant g using kernel.proceeding p where p.id = g.proceeding and p.subject = new.subject;
  update kernel.session s set ended_at = new.destroyed_at from kernel.proceeding p
    where p.id = s.proceeding and p.subject = new.subject and s.ended_at is null;
  update kernel.proceeding p set label = '' where p.subject = new.subject;
  return null;
end $$;

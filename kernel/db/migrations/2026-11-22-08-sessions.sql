-- Settings of this installation that the database itself acts on; only the owner writes them.
create table kernel.setting (name text primary key, value text not null);

-- Signs a demo appointment in. Works only where the owner's login has set demo mode.
create function kernel.sign_in_demo(acting uuid, session_hash bytea, at timestamptz, ends timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare holder uuid;
begin
  if coalesce((select value from kernel.setting where name = 'demo'), '0') <> '1' then return false; end if;
  select person into holder from kernel.appointment where id = acting and since <= at and (until is null or at < until);
  if not found then return false; end if;
  insert into kernel.session (hash, role, person, appointment, created_at, until)
    select session_hash, role, holder, acting, at, ends from kernel.appointment where id = acting;
  return true;
end $$;

-- Whoever holds a token may end its session.
create function kernel.sign_out(token bytea, at timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update kernel.session set ended_at = at where hash = sha256(token) and ended_at is null and role <> 'clock'
$$;
revoke all on function kernel.sign_in_demo(uuid, bytea, timestamptz, timestamptz), kernel.sign_out(bytea, timestamptz) from public;
grant execute on function kernel.sign_in_demo(uuid, bytea, timestamptz, timestamptz), kernel.sign_out(bytea, timestamptz) to qorgan_app;

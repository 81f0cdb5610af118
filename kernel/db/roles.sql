-- The roles of Qorgan. A superuser runs this once on a server's own PostgreSQL (15 or newer);
-- the embedded database runs the same file at every start. It may be repeated. Passwords are not set here:
-- docs/running-it/database.md says how.

do $$
begin
  if not exists (select from pg_roles where rolname = 'qorgan_owner') then
    create role qorgan_owner;
  end if;
  if not exists (select from pg_roles where rolname = 'qorgan_app') then
    create role qorgan_app;
  end if;
  if not exists (select from pg_roles where rolname = 'qorgan_judge') then
    create role qorgan_judge;
  end if;
end $$;

-- Migrations alone. Without BYPASSRLS a backfill under FORCE ROW LEVEL SECURITY silently changes nothing.
alter role qorgan_owner with login nosuperuser bypassrls nocreaterole nocreatedb noreplication inherit;

-- The program. It owns nothing, and row-level security always applies to it.
alter role qorgan_app with login nosuperuser nobypassrls nocreaterole nocreatedb noreplication noinherit;

-- Owns the functions by which the owner's ask the policies themselves who sees a row. It may no more than the program,
-- cannot sign in, and its membership is what makes the program's policies hold for it.
alter role qorgan_judge with nologin nosuperuser nobypassrls nocreaterole nocreatedb noreplication inherit;
grant qorgan_app to qorgan_judge;
-- To hand those functions over in a migration.
grant qorgan_judge to qorgan_owner;

alter role qorgan_owner set timezone = 'UTC';
alter role qorgan_app set timezone = 'UTC';
-- Short statements, many of them: compiling costs more than it saves.
alter role qorgan_app set jit = off;
-- Under row-level security making a plan costs more than running it; ours are all made for the general case.
alter role qorgan_app set plan_cache_mode = 'force_generic_plan';
-- A program that died in the middle of a step must not hold its locks for ever.
alter role qorgan_app set idle_in_transaction_session_timeout = '60s';

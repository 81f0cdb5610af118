-- Open proceedings of an older version than this, for the tick: a newer version says how they move.
create function kernel.outdated(token bytea, at timestamptz, of text, newer text, most integer) returns jsonb language plpgsql as $$
declare actor jsonb;
begin
  actor := kernel.enter(token, at);
  if actor ->> 'role' is distinct from 'clock' then raise exception 'only the clock asks' using errcode = '42501'; end if;
  return (select coalesce(jsonb_agg(x.id), '[]') from (
    select p.id from kernel.proceeding p where p.procedure = of and not p.final and p.version < newer order by p.id limit most) x);
end $$;
revoke all on function kernel.outdated(bytea, timestamptz, text, text, integer) from public;
grant execute on function kernel.outdated(bytea, timestamptz, text, text, integer) to qorgan_app;

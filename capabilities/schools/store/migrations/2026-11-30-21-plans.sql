-- Schools that have no prevention plan opened since then. For the clock, which opens one for each.
create function schools.without_plan(token bytea, moment timestamptz, since timestamptz, most integer) returns jsonb language plpgsql as $$
declare actor jsonb;
begin
  actor := kernel.enter(token, moment);
  if actor ->> 'role' is distinct from 'clock' then raise exception 'only the clock asks' using errcode = '42501'; end if;
  return (select coalesce(jsonb_agg(x.id), '[]') from (
    select o.id from kernel.organisation o
    where o.kind = 'school' and o.ended_at is null
      and not exists (select 1 from kernel.proceeding p where p.subject = o.id and p.procedure = 'schools.prevention-plan' and p.opened_at >= since)
    order by o.id limit most) x);
end $$;
revoke all on function schools.without_plan(bytea, timestamptz, timestamptz, integer) from public;
grant execute on function schools.without_plan(bytea, timestamptz, timestamptz, integer) to qorgan_app;

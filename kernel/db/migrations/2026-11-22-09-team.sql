-- Who carries how much: for the head of a district, by worker; for the head of a region, by worker of his region.
-- Figures only; row-level security says which rows are counted. One look.
create function kernel.team(token bytea, at timestamptz, route text) returns jsonb language plpgsql as $$
declare actor jsonb; rows_ jsonb;
begin
  actor := kernel.enter(token, at);
  if actor is null then return '{}'; end if;
  if actor ->> 'role' = 'district-head' then
    select coalesce(jsonb_agg(to_jsonb(t)), '[]') into rows_ from (
      select p.worker, count(*) as open, count(*) filter (where p.danger >= 2) as dangerous,
             count(*) filter (where p.level > 0) as escalated, min(p.due) as next_due
      from kernel.proceeding p where p.district = actor ->> 'district' and not p.final group by p.worker) t;
  elsif actor ->> 'role' = 'region-head' then
    select coalesce(jsonb_agg(to_jsonb(t)), '[]') into rows_ from (
      select p.worker, count(*) as open, count(*) filter (where p.danger >= 2) as dangerous,
             count(*) filter (where p.level > 0) as escalated, min(p.due) as next_due
      from kernel.proceeding p where p.region = actor ->> 'region' and not p.final group by p.worker) t;
  elsif actor ->> 'role' = 'shift-lead' then
    select coalesce(jsonb_agg(to_jsonb(t)), '[]') into rows_ from (
      select p.worker, count(*) as open, count(*) filter (where p.danger >= 2) as dangerous,
             count(*) filter (where p.level > 0) as escalated, min(p.due) as next_due
      from kernel.proceeding p where p.organisation = (actor ->> 'organisation')::uuid and not p.final group by p.worker) t;
  else
    return jsonb_build_object('actor', actor, 'refused', true);
  end if;
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (at, actor ->> 'role', (actor ->> 'appointment')::uuid, (actor ->> 'person')::uuid, 'list', null, route, jsonb_array_length(rows_));
  return jsonb_build_object('actor', actor, 'rows', rows_);
end $$;
revoke all on function kernel.team(bytea, timestamptz, text) from public;
grant execute on function kernel.team(bytea, timestamptz, text) to qorgan_app;

-- Whoever was told of a missed term and has left is followed by the next desk up, as a worker who has left is.
create or replace function kernel.late(token bytea, at timestamptz, most integer) returns jsonb language plpgsql as $$
declare actor jsonb;
begin
  actor := kernel.enter(token, at);
  if actor is null then return '{}'; end if;
  return jsonb_build_object('actor', actor, 'ids', (
    select coalesce(jsonb_agg(distinct l.proceeding), '[]') from (
      (select d.proceeding from kernel.deadline d where d.state = 'running' and d.due_at <= at order by d.due_at limit most)
      union all
      (select d.proceeding from kernel.deadline d where d.state = 'paused' and d.paused_until <= at order by d.paused_until limit most)
      union all
      -- Nothing stays with a worker whose appointment has ended. The first minute is the head's, who hands over what
      -- was carried to whom he named: the tick would be quicker and take it to another.
      (select p.id from kernel.appointment a join kernel.proceeding p on p.worker = a.id and not p.final
       where a.until <= at - interval '1 minute' limit most)
      union all
      (select p.id from kernel.appointment a join kernel.proceeding p on p.escalated_to = a.id and not p.final
       where a.until <= at - interval '1 minute' limit most)
      union all
      select * from kernel.unattended(at, most)) l));
end $$;

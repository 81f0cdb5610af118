-- What is in the hands of operators (and leads) whose duty ended while they held it, and who are not on duty now.
-- For the clock alone. `seen`: whose page was open since then finishes his talk, until `overtime`, the latest end of duty
-- that is forgiven. Where nobody is on duty only talks are named: they go back to the queue; the rest has nobody to go to.
create function helpline.left_behind(token bytea, at timestamptz, seen timestamptz, overtime timestamptz, most integer) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare actor jsonb;
begin
  actor := kernel.enter(token, at);
  if actor is null or actor ->> 'role' <> 'clock' then return '[]'; end if;
  return coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'stage', x.stage) order by x.danger desc, x.id) from (
    select p.id, p.stage, p.danger
    from kernel.organisation o
      join kernel.appointment a on a.organisation = o.id and a.role in ('operator', 'shift-lead')
      join kernel.proceeding p on p.worker = a.id and not p.final and p.procedure = 'helpline.appeal' and p.stage in ('talking', 'handing-over', 'followed')
      cross join lateral (
        -- Since when it is out of the queue, in anybody's hands.
        select coalesce(min(d.started_at), p.opened_at) as since from kernel.deadline d
        where d.proceeding = p.id and d.key = 'stage:talking' and d.started_at >= coalesce(
          (select max(u.started_at) from kernel.deadline u where u.proceeding = p.id and u.key = 'stage:unread'), '-infinity')) held
      cross join lateral (
        -- Whoever was never on duty while he held it was called in beside the roster: his page alone says whether he is here.
        select max(d.ends) as ended from kernel.duty d
        where d.organisation = o.id and d.role = a.role and a.id in (d.appointment, d.deputy) and d.ends <= at and d.ends > held.since) last
    where o.kind = 'contact-centre' and last.ended is not null
      and not exists (select 1 from kernel.duty d where d.organisation = o.id and d.role = a.role and d.starts <= at and at < d.ends
        and (d.appointment = a.id or (d.deputy = a.id and exists (select 1 from kernel.appointment m
          where m.id = d.appointment and m.away_from <= at and (m.away_until is null or at < m.away_until)))))
      and (p.stage = 'followed' or last.ended <= overtime
        or not exists (select 1 from helpline.presence s where s.appointment = a.id and s.seen_at >= seen))
      and (p.stage = 'talking' or exists (select 1 from kernel.duty d
        where d.organisation = o.id and d.role in ('operator', 'shift-lead') and d.starts <= at and at < d.ends))
    order by p.danger desc, p.id limit most) x), '[]');
end $$;
revoke all on function helpline.left_behind(bytea, timestamptz, timestamptz, timestamptz, integer) from public;
grant execute on function helpline.left_behind(bytea, timestamptz, timestamptz, timestamptz, integer) to qorgan_app;

-- Counts of appeals by channel, region and outcome: figures only, no appeal. For the lead of 111 and the Committee.
-- `jointly`: it led to a proceeding of another body.
create function helpline.counts(token bytea, at timestamptz, since timestamptz, until timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare actor jsonb;
begin
  actor := kernel.enter(token, at);
  if actor is null then return '{}'; end if;
  if actor ->> 'role' not in ('shift-lead', 'committee-duty') then return jsonb_build_object('actor', actor, 'refused', true); end if;
  return jsonb_build_object('actor', actor, 'counts', (
    select coalesce(jsonb_agg(jsonb_build_object('channel', c.channel, 'region', c.region, 'outcome', c.outcome, 'n', c.n)), '[]') from (
      select a.channel, a.region,
        case when exists (select 1 from kernel.link l where l.source = a.proceeding) then 'jointly' else coalesce(p.outcome, 'open') end as outcome,
        count(*) as n
      from helpline.appeal a join kernel.proceeding p on p.id = a.proceeding
      where a.received_at >= since and a.received_at < until
      group by 1, 2, 3 order by 1, 2, 3) c));
end $$;
revoke all on function helpline.counts(bytea, timestamptz, timestamptz, timestamptz) from public;
grant execute on function helpline.counts(bytea, timestamptz, timestamptz, timestamptz) to qorgan_app;

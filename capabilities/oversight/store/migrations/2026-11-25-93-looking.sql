-- How much each person looked on one day: counts alone, for the clock, which judges them by a rule (domain/unusual.ts).
-- A file is a subject: a child with all there is about him, an appeal. Break-glass is not counted: it has its own review.
create index look_day on kernel.look using brin (at) with (pages_per_range = 32);

create function oversight.looking(token bytea, at timestamptz, day_from timestamptz, day_until timestamptz, usual_from timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare actor jsonb := kernel.enter(token, at);
begin
  if actor ->> 'role' is distinct from 'clock' then raise exception 'only the clock asks' using errcode = '42501'; end if;
  return (
    with seen as (
      select distinct l.person, l.appointment, l.target, coalesce(p.subject, l.target) as file, l.what = 'refused' as refused
      from kernel.look l left join kernel.proceeding p on p.id = l.target
      where l.at >= day_from and l.at < day_until and l.person is not null and l.appointment is not null and l.break_glass is null
        and l.what in ('proceeding', 'child', 'refused') and l.target is not null),
    file as (
      select s.person, s.appointment, s.file, bool_and(s.refused) as refused,
        exists (select 1 from kernel.proceeding q where q.subject = s.file) as there,
        exists (select 1 from kernel.proceeding q where q.subject = s.file and (q.organisation = a.organisation or q.district = a.district
          or (a.district is null and q.region = a.region) or a.region is null or a.id in (q.worker, q.escalated_to, q.reporter)
          or exists (select 1 from kernel.access_grant g where g.proceeding = q.id and g.organisation = a.organisation))) as here,
        -- What he looked at before was judged then.
        case when bool_and(s.refused) or exists (select 1 from kernel.look e where e.target = any (array_agg(s.target)) and e.person = s.person and e.at < day_from) then '{}'
          else children.near_to_staff(s.file, s.person, a.organisation) end as near
      from seen s join kernel.appointment a on a.id = s.appointment group by s.person, s.appointment, s.file, a.id),
    counted as (
      select f.person, (array_agg(f.appointment))[1] as appointment,
        count(distinct f.file) filter (where not f.refused) as files,
        count(distinct f.file) filter (where not f.refused and f.there and not f.here) as elsewhere,
        count(distinct f.file) filter (where f.refused and f.there) as refused,
        count(distinct f.file) filter (where 'own-name' = any (f.near)) as own_name,
        count(distinct f.file) filter (where 'own-household' = any (f.near)) as own_household,
        count(distinct f.file) filter (where 'colleague' = any (f.near)) as colleague
      from file f group by f.person)
    select coalesce(jsonb_agg(to_jsonb(c) || jsonb_build_object('usual', (
      -- The mean of the days on which he looked at anything.
      select count(distinct ((e.at at time zone 'Asia/Almaty')::date, coalesce(p.subject, e.target)))::numeric / nullif(count(distinct (e.at at time zone 'Asia/Almaty')::date), 0)
      from kernel.look e left join kernel.proceeding p on p.id = e.target
      where e.person = c.person and e.at >= usual_from and e.at < day_from and e.what in ('proceeding', 'child')))), '[]')
    from counted c);
end $$;

-- Who works in a house that is reviewed: since when, the last signing in, how many looks since the review before; for whoever holds the review.
create function oversight.house_access(token bytea, at timestamptz, review uuid, since timestamptz, route text) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare actor jsonb := kernel.enter(token, at); p kernel.proceeding; me uuid; answer jsonb;
begin
  if actor is null then return '{}'; end if;
  me := (actor ->> 'appointment')::uuid;
  p := kernel.judged(review);
  if p.id is null or p.procedure <> 'oversight.access-review' or me is null then
    insert into kernel.look (at, role, appointment, person, what, target, route, found)
      values (at, actor ->> 'role', me, (actor ->> 'person')::uuid, 'refused', review, route, 0);
    return jsonb_build_object('actor', actor, 'missing', true);
  end if;
  select coalesce(jsonb_agg(jsonb_build_object('appointment', a.id, 'since', a.since,
      'signedIn', (select max(coalesce(s.last_used, s.created_at)) from kernel.session s where s.appointment = a.id),
      'looks', (select count(*) from kernel.look l where l.person = a.person and l.appointment = a.id and l.at >= house_access.since))), '[]') into answer
    from kernel.appointment a where a.organisation = p.subject and a.since <= house_access.at and (a.until is null or house_access.at < a.until);
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (at, actor ->> 'role', me, (actor ->> 'person')::uuid, 'lookers', review, route, jsonb_array_length(answer));
  return jsonb_build_object('actor', actor, 'people', answer);
end $$;
revoke all on function oversight.looking(bytea, timestamptz, timestamptz, timestamptz, timestamptz), oversight.house_access(bytea, timestamptz, uuid, timestamptz, text) from public;
grant execute on function oversight.looking(bytea, timestamptz, timestamptz, timestamptz, timestamptz), oversight.house_access(bytea, timestamptz, uuid, timestamptz, text) to qorgan_app;

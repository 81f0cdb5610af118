-- As before; that somebody of another body asked about an appeal is now written down, as every other refusal is.
create or replace function helpline.repeats(token bytea, at timestamptz, which uuid, said_number text, said_contact text, route text) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  actor jsonb; house uuid; p record; given text; reach text; hits jsonb; cases jsonb; careful jsonb; ids uuid[];
begin
  actor := kernel.enter(token, at);
  if actor is null then return '{}'; end if;
  house := (actor ->> 'organisation')::uuid;
  if not kernel.context_ok() or actor ->> 'role' not in ('operator', 'shift-lead') then
    insert into kernel.look (at, role, appointment, person, what, target, route, found)
      values (at, actor ->> 'role', (actor ->> 'appointment')::uuid, (actor ->> 'person')::uuid, 'refused', which, route, 0);
    return jsonb_build_object('actor', actor, 'missing', true);
  end if;
  select a.proceeding, a.school, a.received_at, q.organisation into p
    from helpline.appeal a join kernel.proceeding q on q.id = a.proceeding
    where a.proceeding = which and q.organisation = house and (q.id = any (kernel.ids('conflicts'))) is not true;
  if not found then
    insert into kernel.look (at, role, appointment, person, what, target, route, found)
      values (at, actor ->> 'role', (actor ->> 'appointment')::uuid, (actor ->> 'person')::uuid, 'refused', which, route, 0);
    return jsonb_build_object('actor', actor, 'missing', true);
  end if;
  select nullif(regexp_replace(r.body ->> 'earlier', '\D', '', 'g'), '') into given
    from kernel.record r where r.proceeding = which and r.kind = 'helpline.appeal/appeal';
  given := coalesce(said_number, case when length(given) = 12 then regexp_replace(given, '(\d{3})(\d{3})(\d{3})(\d{3})', '\1-\2-\3-\4') end);
  reach := coalesce(said_contact, (select c.contact from helpline.contact c where c.proceeding = which));

  with matches as (
    select a.proceeding, 'number' as why, 1 as rank from helpline.appeal a where a.number = given
    union all
    select c.proceeding, 'contact', 2 from helpline.contact c where c.contact = reach
    union all
    -- A school's day is that of Almaty; the texts of one class come close together.
    (select a.proceeding, 'school', 3 from helpline.appeal a
      where a.school = p.school and p.school is not null
        and a.received_at >= date_trunc('day', p.received_at, 'Asia/Almaty') and a.received_at < date_trunc('day', p.received_at, 'Asia/Almaty') + interval '1 day'
      order by a.received_at desc limit 20)
  ), best as (
    select distinct on (m.proceeding) m.proceeding, m.why, m.rank from matches m where m.proceeding <> which order by m.proceeding, m.rank
  ), seen as (
    select b.why, b.rank, q.id, q.label, q.stage, q.final, q.outcome, q.danger, a.channel, a.received_at
    from best b join kernel.proceeding q on q.id = b.proceeding join helpline.appeal a on a.proceeding = q.id
    where q.organisation = house and (q.id = any (kernel.ids('conflicts'))) is not true
    order by b.rank, a.received_at desc limit 20
  )
  select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'why', s.why, 'label', s.label, 'stage', s.stage, 'final', s.final,
      'outcome', s.outcome, 'danger', s.danger, 'channel', s.channel, 'receivedAt', s.received_at) order by s.rank, s.received_at desc), '[]'),
    -- The same applicant's: of a school's other texts no case is told.
    coalesce(array_agg(s.id) filter (where s.why <> 'school'), '{}') || which
    into hits, ids from seen s;

  select coalesce(jsonb_agg(jsonb_build_object('worker', c.name, 'phone', c.phone, 'onDuty', c.on_duty)), '[]') into cases from (
    select distinct n.name, coalesce(n.phone, o.phone) as phone,
      exists (select 1 from kernel.duty d where d.appointment = q.worker and d.starts <= at and at < d.ends) as on_duty
    from kernel.link l join kernel.proceeding q on q.id = case when l.source = any (ids) then l.target else l.source end
      join kernel.organisation o on o.id = q.organisation
      join kernel.appointment w on w.id = q.worker join kernel.person n on n.id = w.person
    where (l.source = any (ids) or l.target = any (ids)) and starts_with(q.procedure, 'cases.')
      and not q.final and not q.sealed and (q.id = any (kernel.ids('conflicts'))) is not true
    limit 5) c;

  select coalesce(jsonb_agg(distinct w.warning), '[]') into careful from (
    select r.body ->> 'warnings' as warning from kernel.record r where r.proceeding = any (ids) and r.kind = 'helpline.appeal/appeal'
    union all
    select '!home' from kernel.record r where r.proceeding = any (ids) and r.kind = 'helpline.appeal/appeal' and r.body -> 'signs' ->> 'doNotTellHome' = 'true'
    union all
    select '!unsafe' from kernel.record r where r.proceeding = any (ids) and r.kind = 'helpline.appeal/reporter' and r.body ->> 'safeToAnswer' = 'false'
  ) w where w.warning is not null;

  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (at, actor ->> 'role', (actor ->> 'appointment')::uuid, (actor ->> 'person')::uuid, 'search', which, route, jsonb_array_length(hits));
  return jsonb_build_object('actor', actor, 'appeals', hits, 'cases', cases, 'warnings', careful);
end $$;

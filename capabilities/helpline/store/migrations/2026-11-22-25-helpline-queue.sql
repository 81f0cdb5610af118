-- The desk of 111: what is open at the desks of the caller's house (a call that a shift lead took sits at hers), for both roles.
-- What needs a person now comes in `items`; help that is only followed, and not due within the hour, in `followed`,
-- so that it never stands before somebody who waits. With the caller's own rights; the index is proceeding_desk.
create function helpline.queue_row(which uuid, label text, stage text, danger smallint, due timestamptz, term text, worker uuid) returns jsonb language sql stable as $$
  select jsonb_build_object('proceeding', which, 'label', label, 'stage', stage, 'danger', danger, 'due', due, 'term', term,
    'worker', worker, 'channel', a.channel, 'school', a.school, 'receivedAt', a.received_at)
  from helpline.appeal a where a.proceeding = which
$$;
create function helpline.queue(token bytea, at timestamptz, most integer, route text) returns jsonb language plpgsql as $$
declare actor jsonb; house uuid; items jsonb; followed jsonb;
begin
  actor := kernel.enter(token, at);
  if actor is null then return '{}'; end if;
  if actor ->> 'role' not in ('operator', 'shift-lead') then return jsonb_build_object('actor', actor, 'missing', true); end if;
  house := (actor ->> 'organisation')::uuid;
  select coalesce(jsonb_agg(helpline.queue_row(q.id, q.label, q.stage, q.danger, q.due, q.due_term, q.worker) order by q.danger desc, q.due, q.id), '[]') into items from (
    select p.* from unnest(array['operator', 'shift-lead']) desk, lateral (
      select * from kernel.proceeding p
      where p.organisation = house and p.role = desk and not p.final and p.procedure = 'helpline.appeal'
        and (p.stage <> 'followed' or p.due < at + interval '1 hour')
      order by p.danger desc, p.due, p.id limit most) p
    order by p.danger desc, p.due, p.id limit most) q;
  select coalesce(jsonb_agg(helpline.queue_row(q.id, q.label, q.stage, q.danger, q.due, q.due_term, q.worker) order by q.danger desc, q.due, q.id), '[]') into followed from (
    select p.* from unnest(array['operator', 'shift-lead']) desk, lateral (
      select * from kernel.proceeding p
      where p.organisation = house and p.role = desk and not p.final and p.procedure = 'helpline.appeal'
        and p.stage = 'followed' and p.due >= at + interval '1 hour'
      order by p.danger desc, p.due, p.id limit most) p
    order by p.danger desc, p.due, p.id limit most) q;
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (at, actor ->> 'role', (actor ->> 'appointment')::uuid, (actor ->> 'person')::uuid, 'list', null, route,
      jsonb_array_length(items) + jsonb_array_length(followed));
  return jsonb_build_object('actor', actor, 'items', items, 'followed', followed);
end $$;
revoke all on function helpline.queue(bytea, timestamptz, integer, text), helpline.queue_row(uuid, text, text, smallint, timestamptz, text, uuid) from public;
grant execute on function helpline.queue(bytea, timestamptz, integer, text), helpline.queue_row(uuid, text, text, smallint, timestamptz, text, uuid) to qorgan_app;

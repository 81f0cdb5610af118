-- The desk of 111: what is open at the operators' desk of the caller's house, for operators and their shift leads.
-- With the caller's own rights; the index is proceeding_desk. One look per list.
create function helpline.queue(token bytea, at timestamptz, most integer, route text) returns jsonb language plpgsql as $$
declare actor jsonb; house uuid; items jsonb;
begin
  actor := kernel.enter(token, at);
  if actor is null then return '{}'; end if;
  if actor ->> 'role' not in ('operator', 'shift-lead') then return jsonb_build_object('actor', actor, 'missing', true); end if;
  house := (actor ->> 'organisation')::uuid;
  select coalesce(jsonb_agg(jsonb_build_object('proceeding', q.id, 'label', q.label, 'stage', q.stage, 'danger', q.danger, 'due', q.due,
      'term', q.due_term, 'worker', q.worker, 'channel', q.channel, 'school', q.school, 'receivedAt', q.received_at) order by q.danger desc, q.due, q.id), '[]')
    into items from (
      select p.id, p.label, p.stage, p.danger, p.due, p.due_term, p.worker, a.channel, a.school, a.received_at
      from kernel.proceeding p join helpline.appeal a on a.proceeding = p.id
      where p.organisation = house and p.role = 'operator' and not p.final and p.procedure = 'helpline.appeal'
      order by p.danger desc, p.due, p.id limit most) q;
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (at, actor ->> 'role', (actor ->> 'appointment')::uuid, (actor ->> 'person')::uuid, 'list', null, route, jsonb_array_length(items));
  return jsonb_build_object('actor', actor, 'items', items);
end $$;
revoke all on function helpline.queue(bytea, timestamptz, integer, text) from public;
grant execute on function helpline.queue(bytea, timestamptz, integer, text) to qorgan_app;

-- Of more entries than are told of, the newest are told, and one's own take no place among them; of what was read, so much
-- is remembered as can be told of, whatever is sent.
create or replace function kernel.notices(token bytea, at timestamptz, since timestamptz, most integer, route text) returns json language plpgsql as $$
declare actor jsonb; me uuid; mine uuid[]; carried json; told json; entries json; standing json; seen json; shown integer;
begin
  actor := kernel.enter(token, at);
  if actor is null then return '{}'; end if;
  me := (actor ->> 'appointment')::uuid;
  mine := me || kernel.stands_in_for(me, at);
  select json_agg(json_build_object('row', row_to_json(c.p), 'of', nullif((c.p).worker, me), 'at', coalesce((c.p).worker_since, (c.p).opened_at))
      order by (c.p).danger desc, (c.p).due, (c.p).id), count(*) into carried, shown
    from (select p from kernel.proceeding p where p.worker = any (mine) and not p.final order by p.danger desc, p.due, p.id limit most) c;
  select json_agg(json_build_object('row', row_to_json(c.p), 'of', nullif((c.p).escalated_to, me), 'at', coalesce((c.p).told_since, (c.p).opened_at))
      order by (c.p).danger desc, (c.p).due, (c.p).id), shown + count(*) into told, shown
    from (select p from kernel.proceeding p where p.escalated_to = any (mine) and p.worker <> all (mine) and not p.final order by p.danger desc, p.due, p.id limit most) c;
  select json_agg(json_build_object('proceeding', e.proceeding, 'sequence', e.sequence, 'at', e.at, 'step', e.header ->> 'step',
      'role', e.header ->> 'role', 'appointment', e.header ->> 'appointment') order by e.at, e.proceeding, e.sequence) into entries
    from (select l.proceeding, l.sequence, l.at, l.header
      from kernel.proceeding p cross join lateral (
        select n.proceeding, n.sequence, n.at, n.header::jsonb as header from kernel.entry n where n.proceeding = p.id and n.sequence > 1 order by n.sequence desc limit 5) l
      where p.worker = any (mine) and not p.final and l.at >= since and l.at > coalesce(p.worker_since, p.opened_at)
        and l.header ->> 'appointment' is distinct from me::text
      order by l.at desc, l.proceeding, l.sequence limit most) e;
  select json_agg(json_build_object('appointment', a.id, 'from', a.away_from, 'until', a.away_until, 'at', coalesce(a.substitute_since, least(a.away_from, notices.at)))) into standing
    from kernel.appointment a join kernel.appointment s on s.id = me and s.organisation = a.organisation and s.role = a.role
    where a.substitute = me and a.away_from is not null and (a.away_until is null or notices.at < a.away_until) and (a.until is null or notices.at < a.until);
  select json_agg(r.key) into seen from kernel.notice_read r where r.appointment = me and r.at >= since;
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    values (at, actor ->> 'role', me, (actor ->> 'person')::uuid, 'list', null, route, shown);
  return json_build_object('actor', actor, 'carried', carried, 'told', told, 'entries', entries, 'standing', standing, 'read', seen);
end $$;

-- Says what was read. What was read longer ago than anything is told of is forgotten, and so is the oldest beyond two thousand. True: written.
create or replace function kernel.read_notices(token bytea, at timestamptz, since timestamptz, keys text[]) returns boolean language plpgsql as $$
declare actor jsonb; me uuid; kept constant integer := 1999;
begin
  actor := kernel.enter(token, at);
  me := (actor ->> 'appointment')::uuid;
  if me is null then return false; end if;
  delete from kernel.notice_read r where r.appointment = me and r.at < since;
  insert into kernel.notice_read (appointment, key, at) select me, k, read_notices.at from unnest(keys) k on conflict do nothing;
  delete from kernel.notice_read r where r.appointment = me
    and (r.at, r.key) < (select k.at, k.key from kernel.notice_read k where k.appointment = me order by k.at desc, k.key desc offset kept limit 1);
  return true;
end $$;
